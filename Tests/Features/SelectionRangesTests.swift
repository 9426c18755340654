import Features
import Semantics
import Support
import Syntax
import Testing

@Suite struct SelectionRangesTests {
  @Test func fromTheWordToTheArticle() {
    check(
      "date 2023-11-29 One.\n\n# Costs\n\nIt rained. “We won. They lost,” she said. Then it ended.\n\n# After\n\nNo.",
      at: "lost",
      [
        "lost", "They lost,", "We won. They lost,", "“We won. They lost,”", "“We won. They lost,” she said.",
        "It rained. “We won. They lost,” she said. Then it ended.",
        "# Costs↩↩It rained. “We won. They lost,” she said. Then it ended.",
        "date 2023-11-29 One.↩↩# Costs↩↩It rained. “We won. They lost,” she said. Then it ended.↩↩# After↩↩No.",
      ])
  }

  @Test func aSentenceHoldsTheQuotationInIt() {
    check(
      "It rained. The vote was “overdue”, she said. Then it ended.", at: "overdue",
      [
        "overdue", "“overdue”", "The vote was “overdue”, she said.",
        "It rained. The vote was “overdue”, she said. Then it ended.",
      ])
  }

  @Test func aNameIsSelectedWhole() {
    check(
      "then Torvald Hale left at 3.5 knots. It ended.", at: "Hale",
      [
        "Hale", "Torvald Hale", "then Torvald Hale left at 3.5 knots.",
        "then Torvald Hale left at 3.5 knots. It ended.",
      ])
  }

  @Test func aParagraphOfSeveralLinesComesAfterItsLine() {
    check(
      "First line\nsecond line here\n// comment\nthird\n\nNext.", at: "second",
      [
        "second", "second line here", "First line↩second line here↩// comment↩third",
        "First line↩second line here↩// comment↩third↩↩Next.",
      ])
  }

  @Test func aQuoteBlockComesWithItsSpeaker() {
    check(
      "A.\n\n> One two.\n>\n> Three.\n-- Ana Ruiz, leader\n\nB.", at: "two",
      [
        "two", "One two.", "> One two.", "> One two.↩>↩> Three.↩-- Ana Ruiz, leader",
        "A.↩↩> One two.↩>↩> Three.↩-- Ana Ruiz, leader↩↩B.",
      ])
  }

  @Test func aHeaderLineHasItsParts() {
    check(
      "person Ana Ruiz, council leader; aka Ruiz\n\nBody.", at: "Ruiz",
      [
        "Ruiz", "Ana Ruiz", "Ana Ruiz, council leader; aka Ruiz", "person Ana Ruiz, council leader; aka Ruiz",
        "person Ana Ruiz, council leader; aka Ruiz↩↩Body.",
      ])
    check(
      "slug flood\n\nBody.", at: "flood", ["flood", "slug flood", "slug flood↩↩Body."])
  }

  @Test func thereIsAlwaysTheArticle() {
    #expect(selections(at: 0, in: Proof(Article(""))) == [0..<0])
    #expect(selections(at: 99, in: Proof(Article("\n\n"))) == [0..<2])
    #expect(selections(at: -1, in: Proof(Article("a"))) == [0..<1])
  }

  @Test(arguments: Seeds.all.map(\.name))
  func eachLiesInTheNextAndHoldsTheCursor(_ seed: String) throws {
    let text = try #require(Seeds.all.first { $0.name == seed }?.text)
    let proof = Proof(Article(text))
    for offset in stride(from: 0, through: text.count, by: 7) {
      let chain = selections(at: offset, in: proof)
      #expect(chain.last == 0..<text.count)
      for range in chain { #expect(range.lowerBound <= offset && offset <= range.upperBound) }
      for (inner, outer) in zip(chain, chain.dropFirst()) {
        #expect(inner != outer && outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound)
      }
    }
  }
}

/// Selects from the first letter of some words on, and compares what is selected, line breaks drawn as `↩`.
private func check(
  _ source: String, at words: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  let article = Article(source)
  let offset =
    source.firstRange(of: words).map { source.utf8.distance(from: source.startIndex, to: $0.lowerBound) } ?? 0
  let found = selections(at: offset, in: Proof(article)).map { range in
    String(article.text.string(in: range).map { $0 == "\n" ? "↩" : $0 })
  }
  #expect(found == expected, sourceLocation: sourceLocation)
}
