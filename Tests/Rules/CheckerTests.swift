import Rules
import Semantics
import Support
import Syntax
import Testing

@Suite struct CheckerTests {
  /// A fix that adds a line ends it as the lines around it end.
  @Test(arguments: ["\n", "\r\n", "\r"])
  func aFixEndsItsLineAsTheArticleDoes(_ lineBreak: String) throws {
    let lines = ["date 2023-11-29", "", "It met.", "# What happens next", "It met again.", ""]
    var checker = Checker()
    let found = checker.findings(in: Article(lines.joined(separator: lineBreak)))
    let finding = try #require(found.first { $0.code == "structure/needs-blank-line" })
    #expect(finding.fixes.flatMap(\.edits).map(\.text) == [lineBreak])
  }

  /// An article edited many times is checked as one that was never seen before, at one look and at two.
  @Test(arguments: Seeds.all.map(\.name))
  func checkedAgainEqualsCheckedAnew(_ name: String) throws {
    let seed = try #require(Seeds.all.first { $0.name == name })
    var random = Numbers(seed: name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    var article = Article(seed.text)
    var checker = Checker()
    var twice = Checker()
    for step in 0..<25 {
      let low = random.next(below: article.text.count + 1)
      let high = min(low + random.next(below: 8), article.text.count)
      let word = words[random.next(below: words.count)]
      article.replace(low..<high, with: Array(word.utf8))
      let again = checker.findings(in: article, today: Rule.exampleToday)
      var fresh = Checker()
      let anew = fresh.findings(in: Article(article.text), today: Rule.exampleToday)
      try #require(again == anew, "step \(step) of \(name): \(low)..<\(high) with \(word)")
      let today = Rule.exampleToday
      _ = twice.findings(in: article, today: today, depth: .quick)
      let told = twice.secondLook(at: article, today: today, shared: []).findings(in: Proof(article))
      let looked = twice.findings(in: article, today: today, depth: .told(told))
      try #require(looked == anew, "step \(step) of \(name), looked at twice: \(low)..<\(high) with \(word)")
    }
  }

  /// What is said of a header stands while the copy below is typed, and no longer than the day and the settings.
  @Test func theHeaderIsReadAgainOnAnotherDay() throws {
    var article = Article("headline Bridge opens at last\nstatus published\ndate 2023-11-29\n\nIt met.\n")
    var checker = Checker()
    var settings = Settings()
    func codes(_ day: String) throws -> [String] {
      let today = try #require(CivilDate(day))
      let found = checker.findings(in: article, settings, today: today)
      var fresh = Checker()
      #expect(found == fresh.findings(in: Article(article.text), settings, today: today))
      return found.map(\.code)
    }
    #expect(try codes("2023-11-29") == [])
    #expect(try codes("2023-11-28") == ["header/date-future"])
    article.replace(article.text.count - 2..<article.text.count - 1, with: Array(" again.".utf8))
    #expect(try codes("2023-11-28") == ["header/date-future"])
    settings.choices["header/too-long"] = .on(.warning)
    settings.parameters["header/too-long"] = ["headline": "10"]
    #expect(try codes("2023-11-29") == ["header/too-long"])
    article.replace(9..<25, with: Array("At ".utf8))
    #expect(try codes("2023-11-29") == [])
  }

  @Test func aSilencerCoversTheNextLine() {
    let source = "// allow header/date-invalid -- the calendar of a novel\ndate 2023-02-30 It met."
    #expect(codes(in: source).isEmpty)
    #expect(codes(in: "allow header/*\ndate 2023-02-30 It met.").isEmpty)
    #expect(codes(in: "// allow quote/*\ndate 2023-02-30 It met.").contains("header/date-invalid"))
  }

  /// Dates in one long passage, of which each is looked at from its own line on.
  @Test func everyDateOfManyWithoutCopyIsFound() {
    let dates = Array(repeating: "date 2023-11-29\nby Ana Ruiz\n", count: 400)
    let source = dates.joined() + "# Votes\n" + dates.joined() + "It met."
    #expect(codes(in: source).count { $0 == "structure/empty-entry" } == 798)
  }

  @Test func aStylebookDecidesSeverities() {
    var settings = Settings()
    settings.choices["header/date-invalid"] = .off
    settings.choices["header/required"] = .on(.hint)
    var checker = Checker()
    let found = checker.findings(in: Article("date 2023-02-30 It met."), settings)
    #expect(found.map(\.code) == ["header/required"])
    #expect(found.map(\.severity) == [.hint])
    settings = Settings()
    settings.profile = .publish
    #expect(checker.findings(in: Article("It met."), settings).map(\.severity) == [.error])
  }

  /// Many slips of one kind are one finding, whose fix mends them all.
  @Test func aRuleThatSpeaksOnceAFileMendsAllItsPlaces() throws {
    let slip = "“We won,“ he said.\n\n"
    for (count, said) in [(2, 2), (3, 1), (14, 1)] {
      let article = Article("date 2023-11-29 It met.\n\n" + String(repeating: slip, count: count))
      var checker = Checker()
      let found = checker.findings(in: article).filter { $0.code == "quote/direction" }
      try #require(found.count == said)
      guard said == 1 else { continue }
      #expect(found[0].message.hasSuffix("(\(count) places)"))
      #expect(found[0].related.count == min(count - 1, 10))
      let fix = try #require(found[0].fixes.first)
      #expect(fix.isSafe && fix.title == "Turn it round (all \(count) places)" && fix.edits.count == count)
    }
  }

  /// The pack `uk` leaves a whole sentence its stop, and puts that of a few words outside the marks.
  @Test func theBritishPackPutsStopsOutsideTheMarks() throws {
    var settings = Settings()
    settings.packs = [.uk]
    var checker = Checker()
    let article = Article("date 2023-11-29 He had “no choice,” she said. “We won,” he said.\n")
    let found = checker.findings(in: article, settings).filter { $0.code == "quote/punctuation" }
    #expect(found.map(\.message) == ["House style puts this outside the marks."])
    #expect(found.first?.fixes.flatMap(\.edits).map(\.text) == ["”,"])
  }

  @Test(arguments: [
    ("consistent", "“A.” “B.” \"C.\"", ["\"C.\""]), ("consistent", "\"A.\" \"B.\" “C.”", []),
    ("curly", "\"A.\" \"B.\" “C.”", ["\"A.\"", "\"B.\""]), ("straight", "“A.” “B.” \"C.\"", ["“A.”", "“B.”"]),
    ("off", "“A.” “B.” \"C.\"", []),
  ])
  func aStylebookSaysWhichMarksAreTheWrongOnes(_ mode: String, _ copy: String, _ wrong: [String]) {
    var settings = Settings()
    settings.parameters["quote/straight"] = ["mode": mode]
    var checker = Checker()
    let article = Article("date 2023-11-29 " + copy)
    let found = checker.findings(in: article, settings).filter { $0.code == "quote/straight" }
    let marked = found.map { finding in
      article.text.string(in: finding.range.lowerBound..<(finding.related.first?.range.upperBound ?? 0))
    }
    #expect(marked == wrong)
  }

  private func codes(in source: String) -> [String] {
    var checker = Checker()
    return checker.findings(in: Article(source), today: Rule.exampleToday).map(\.code)
  }
}

private let words = [
  "", "“", "”", "\"", "\n", "\n\n", "date 2023-11-30 ", "\n\ndate 2023-11-29 ", "slug x\n", "ENDS\n", "> ", "\\", "# ",
  "the the ", "headline A\n", "// allow header/*\n", "TK", "’", "é", "\r\n", "Nov. 31", "Tuesday, ",
]

/// The same numbers for the same seed, so that a failure can be run again.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed | 1 }

  mutating func next(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: state >> 33) % max(limit, 1)
  }
}
