import LSP
import Testing

/// The cards of names and quotations, asked of the real binary in a folder of articles.
@Suite struct HoverTranscripts {
  private static let article = """
    headline The bridge opens

    Council leader Ana Ruiz opened the bridge. “It was worth the wait,” Ruiz said.

    “We are glad,” she said. Harbour master Tomás Okafor nodded.
    """

  @Test func aCardHoldsAllThatIsKnown() throws {
    let desk = try Desk()
    try desk.write("person Tomás Okafor, harbour master; aka Captain Okafor; note spelt with á\n", to: "stylebook.news")
    try desk.write(
      "headline The vote\n\nLawyer Ana Ruiz left. “No,” Ana Ruiz said. Tomás Okafor stayed.\n", to: "b.news")
    let editor = try desk.editor()
    try editor.open(Self.article, uri: desk.uri(of: "a.news"))
    func card(_ line: Int, _ character: Int) throws -> [String] {
      try editor.request(
        2, "textDocument/hover",
        #"""
        {"textDocument":{"uri":"\#(desk.uri(of: "a.news"))"},"position":{"line":\#(line),"character":\#(character)}}
        """#)
      return try editor.answer(2)["result"]["contents"]["value"].string?.split(separator: "\n").map(String.init) ?? []
    }
    #expect(
      try card(2, 70) == [
        "Ana Ruiz — person", "Council leader", "Also: Ruiz", "Mentions: 2 of 2 mentions, line 3",
        "Quoted: 2 times, lines 3 and 5", "First: line 3", "The vote: 2 mentions, quoted 1 time, as Lawyer",
      ])
    #expect(
      try card(4, 45) == [
        "Tomás Okafor — person", "harbour master", "Also: Captain Okafor", "Mentions: 1 of 1 mention, line 5",
        "Declared: in the stylebook", "The vote: 1 mention",
      ])
    #expect(
      try card(4, 4) == [
        "Ana Ruiz — quotation", "We are glad,", "Quotation: 2 of 2, 3 words", "Known by: she said",
        "Also quoted: once more, line 3",
      ])
  }
}
