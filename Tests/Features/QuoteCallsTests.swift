import Features
import Semantics
import Syntax
import Testing

@Suite struct QuoteCallsTests {
  static let article = """
    headline Flood budget
    by Jane Doe
    person Ana Ruiz, council leader
    person Torvald Hale, engineer

    Council leader Ana Ruiz spoke.

    > Every street will get a pump.
    > -- Ana Ruiz

    > It is late.
    > -- Torvald Hale

    > We will see.
    > -- Ana Ruiz
    """

  @Test func theArticleQuotesWhoeverSpeaksInIt() {
    check(quoted(in: proof), ["Ana Ruiz (council leader): 7, 13", "Torvald Hale (engineer): 10"])
  }

  @Test func aReporterQuotesWhoeverSpeaksUnderTheByline() {
    check(quoted(by: "Jane Doe", in: proof), ["Ana Ruiz (council leader): 7, 13", "Torvald Hale (engineer): 10"])
    check(quoted(by: "Ana Ruiz", in: proof), [])
    let live = Proof(
      Article("date 2023-11-29\n\n> One.\n-- Ana Ruiz\n\ndate 2023-11-30\nby Jane Doe\n\n> Two.\n-- Torvald Hale\n"))
    #expect(quoted(by: "Jane Doe", in: live).map(\.party.name) == ["Torvald Hale"])
  }

  @Test func aPersonIsQuotedByTheArticle() {
    check(quoting("Ana Ruiz", in: proof).map { [$0] } ?? [], ["Flood budget (3 quotations): 7, 13"])
    #expect(quoting("Jane Doe", in: proof) == nil)
    #expect(quoting("Nobody", in: proof) == nil)
  }

  @Test func whoStandsUnderTheCursorIsAskedAboutElseTheArticle() {
    let names = ["Ruiz, council", "Every", "-- Torvald", "spoke"].map { words in
      party(at: offset(of: words), in: proof).name
    }
    #expect(names == ["Ana Ruiz", "Ana Ruiz", "Torvald Hale", "Flood budget"])
    let plain = party(at: 0, in: Proof(Article("It rained.\n\nIt ended.")))
    #expect(plain.name == "It rained." && plain.kind == .article && plain.selection == 0..<10)
    #expect(party(at: 0, in: Proof(Article(""))).name == "article")
  }

  private var proof: Proof { Proof(Article(Self.article)) }

  private func offset(of words: String) -> Int {
    let source = Self.article
    return source.firstRange(of: words).map { source.utf8.distance(from: source.startIndex, to: $0.lowerBound) } ?? 0
  }

  /// Each call as its party and the zero-based lines of the quotations.
  private func check(_ calls: [QuoteCall], _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let found = calls.map { call in
      let lines = call.places.map { String(proof.line($0.lowerBound)) }.joined(separator: ", ")
      return "\(call.party.name) (\(call.party.detail)): \(lines)"
    }
    #expect(found == expected, sourceLocation: sourceLocation)
    for call in calls { #expect(call.party.range.clamped(to: call.party.selection) == call.party.selection) }
  }
}
