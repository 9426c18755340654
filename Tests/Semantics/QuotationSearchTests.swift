import Semantics
import Testing

@Suite struct FindingTests {
  private let article = Article("“One.\n\n“Two,” she said. He said “three”.\n\nNone.\n\n“Four.”")

  @Test func atAnOffset() {
    #expect(article.quotation(at: 4)?.words.count == 2)
    #expect(article.quotation(at: 12)?.words.count == 2)
    #expect(article.quotation(at: 28) == nil)
    #expect(article.quotation(at: -1) == nil)
    #expect(article.quotation(at: 1000).map { article.text.string(in: $0.range) } == nil)
  }

  @Test func forwardAndBack() {
    var found: [Range<Int>] = []
    var next = article.quotation(after: -1)
    while let quotation = next {
      found.append(quotation.range)
      next = article.quotation(after: quotation.range.lowerBound)
    }
    #expect(found == article.quotations.map(\.range))
    var back: [Range<Int>] = []
    var before = article.quotation(before: article.text.count)
    while let quotation = before {
      back.append(quotation.range)
      before = article.quotation(before: quotation.range.lowerBound)
    }
    #expect(back.reversed() == found)
  }

  @Test func inARange() {
    #expect(article.quotations(in: 0..<article.text.count) == article.quotations)
    #expect(article.quotations(in: 10..<12).count == 1)
  }

  /// How long it takes is for `Tests/Benchmarks/curves` to say.
  @Test(arguments: ["“", "\"", "“a” ", "\"a ", "‘a ’", "<a ", "“A.\n\n", "> “a\n", "''", "said “a,” ", "“a, "])
  func hostileTextIsReadToItsEnd(_ piece: String) {
    let article = Article(String(repeating: piece, count: 4_000))
    let starts = article.quotations.map(\.range.lowerBound)
    #expect(starts == starts.sorted() && Set(starts).count == starts.count)
    #expect(article.quotations.allSatisfy { $0.range.upperBound <= article.text.count })
    // A piece opens or closes something, or is no mark; either way the last ones are as the ones before them.
    let tail = article.quotations(in: article.text.count - 40 * piece.utf8.count..<article.text.count)
    #expect(starts.count < 100 || !tail.isEmpty)
  }
}
