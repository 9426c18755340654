import Foundation
import LSP
import Testing

/// The lists that the program prints, as a person or another program reads them.
extension CheckTranscripts {
  private static let article = """
    person Ana Ruiz, council leader
    date 2023-11-29 Council leader Ana Ruiz said the vote was “overdue” by 12 months.

    “We, the council, have waited 🚒,” Ruiz said. TK

    // ? how many pumps

    """

  @Test func quotesSayWhoSaidWhatAndWhere() throws {
    try write(Self.article, to: "a.news")
    #expect(
      try run(["quotes", "a.news"]).out
        == "a.news:2:59: Ana Ruiz: overdue\na.news:4:1: Ana Ruiz: We, the council, have waited 🚒,\n")
    #expect(
      try run(["quotes", "--format", "csv", "a.news"]).out == """
        path,line,column,end_line,end_column,speaker,words\r
        a.news,2,59,2,68,Ana Ruiz,overdue\r
        a.news,4,1,4,34,Ana Ruiz,"We, the council, have waited 🚒,"\r

        """)
    let json = try JSON(parsing: Array(try run(["quotes", "--format", "json", "a.news"]).out.utf8))
    #expect(json.elements.map { $0["end_column"].int } == [68, 34])
    #expect(try run(["quotes", "--by", "speaker", "a.news"]).out.hasPrefix("Ana Ruiz\n  a.news:2:59: overdue\n"))
    let missing = try run(["quotes", "missing.news"])
    #expect(missing.code == 2 && missing.errors.contains("missing.news"))
    #expect(try run(["quotes", "--by", "hour", "a.news"]).code == 2)
  }

  @Test func factsAnswersEachLineAndGoesOnAfterABadOne() throws {
    let lines = """
      {"id":"a","text":"🚒 Ana Ruiz met Tomás Okafor.\\n\\n“We won,” Ruiz said."}
      not json
      {"id":7}

      {"id":7,"text":""}

      """
    let result = try run(["facts", "--jsonl"], input: lines)
    #expect(result.code == 1)
    let answers = try result.out.split(separator: "\n").map { try JSON(parsing: Array($0.utf8)) }
    try #require(answers.count == 4)
    let entities = answers[0]["entities"].elements
    #expect(entities.first?["start"].int == 2 && entities.first?["end"].int == 10)
    #expect(entities.map { $0["canonical"].string } == ["Ana Ruiz", "Tomás Okafor", "Ana Ruiz"])
    let quotes = answers[0]["quotes"].elements
    #expect(quotes.count == 1 && quotes[0]["speaker_canonical"].string == "Ana Ruiz")
    #expect(quotes.first?["speaker_text"].string == "Ruiz")
    #expect(answers[1]["line"].int == 2 && answers[1]["error"].string != nil)
    #expect(answers[2]["line"].int == 3 && answers[2]["error"].string != nil)
    #expect(answers[3]["id"].int == 7 && answers[3]["entities"].elements.isEmpty)
  }

  @Test func queriesListWhatIsStillOpen() throws {
    try write(Self.article, to: "a.news")
    let result = try run(["queries", "a.news"])
    #expect(
      result.out
        == "a.news:4:1: “We, the council, have waited 🚒,” Ruiz said. TK\na.news:6:4: ? how many pumps\n")
    #expect(result.code == 0)
  }

  @Test func readbackListsWhatAReporterTicks() throws {
    try write(Self.article, to: "a.news")
    let sheet = try run(["readback", "a.news"]).out
    #expect(sheet.contains("  [ ] Ana Ruiz, council leader (person): lines 2, 4\n"))
    #expect(sheet.contains("  [ ] 2023-11-29, Wednesday: line 2\n"))
    #expect(sheet.contains("  [ ] 12: line 2, ““overdue” by 12 months.”\n"))
    #expect(sheet.contains("  [ ] Ana Ruiz: “overdue”: line 2\n"))
  }

  @Test func diffShowsOnlyWordsInsideQuotationMarks() throws {
    try write(Self.article, to: "old.news")
    try write(Self.article.replacingOccurrences(of: "12 months", with: "13 months"), to: "same.news")
    try write(Self.article.replacingOccurrences(of: "have waited", with: "had waited"), to: "new.news")
    let same = try run(["diff", "old.news", "same.news"])
    #expect(same.code == 0 && same.out.isEmpty)
    let changed = try run(["diff", "old.news", "new.news"])
    #expect(changed.code == 1)
    #expect(changed.out.contains("We, the council, [-have-] {+had+} waited 🚒,"))
    #expect(try run(["diff", "old.news"]).code == 2)
  }
}
