import Features
import Semantics
import Support
import Testing

@Suite struct FoldingTests {
  @Test func entriesSectionsAndNotesEndBeforeTheirBlankLines() {
    check(
      """
      date 2023-11-29 The council met.

      # What happens next

      A pump.

      ## The engineers

      Two of them.

      # What it costs

      Far too much.

      ENDS
      Notes to editors

      date 2023-11-30

      Work began.

      """,
      """
      0-15 entry … 15 lines
      2-8 section … 6 lines
      6-8 section … 2 lines
      10-12 section … 2 lines
      14-15 notes … 1 line
      17-19 entry … 2 lines
      """)
  }

  @Test func headerLinesFoldOverBlankLinesAndCommentsButNotOverADate() {
    check(
      """
      headline Flood
      // from the desk
      // of the editor

      by Jane Doe
      date 2023-11-29
      note one
      note two

      Work began.

      correction: Ana.
      person Ana Ruiz
      """,
      """
      0-4 header … 4 lines
      1-2 comment … 1 line
      5-12 entry … 7 lines
      6-7 header … 1 line
      11-12 header … 1 line
      """)
  }

  @Test func aQuoteBlockFoldsWithWhoSaidItAndABlankLineEndsIt() {
    check(
      """
      > One.
      >
      > Two.
      -- Ana Ruiz, leader

      > Three.
      // is it?
      > Four.

      > Five.

      — Torvald Hale, Jr., engineer
      > Six.
      > Seven.
      """,
      """
      0-3 quotation … — Ana Ruiz
      5-7 quotation … 2 lines
      9-11 quotation … — Torvald Hale, Jr.
      12-13 quotation … 1 line
      """)
  }

  @Test func oneLineIsNothingToFold() {
    check("date 2023-11-29 Body.\n\n", "")
    check("", "")
    check("# Heading\n// comment\n\n> Quote.\n\nENDS", "0-3 section … 3 lines")
  }

  @Test func aLimitKeepsWhatIsOutermost() {
    let article = Article("headline A\nby B\n\n> One.\n> Two.\n\ndate 2023-11-29 Body.\n\n// a\n// b\n")
    #expect(folds(of: article, limit: 2).map(\.kind) == [.header, .entry])
    #expect(folds(of: article, limit: 0).isEmpty)
    #expect(folds(of: article, limit: -1).isEmpty)
    #expect(folds(of: article).count == 4)
  }

  @Test(arguments: Seeds.all.map(\.name))
  func foldsNestAndLieInTheArticle(_ seed: String) throws {
    let text = try #require(Seeds.all.first { $0.name == seed }?.text)
    var open: [Fold] = []
    for fold in folds(of: Article(text)) {
      while let outer = open.last, outer.lines.upperBound < fold.lines.lowerBound { open.removeLast() }
      #expect(fold.lines.upperBound < text.lineCount)
      #expect(open.last.map { $0.lines.upperBound >= fold.lines.upperBound } ?? true)
      open.append(fold)
    }
  }
}

/// One row a fold: its lines, zero-based, its kind and what stands in its place.
private func check(_ source: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let rows = folds(of: Article(source)).map {
    "\($0.lines.lowerBound)-\($0.lines.upperBound) \($0.kind) \($0.summary)"
  }
  #expect(rows.joined(separator: "\n") == expected, sourceLocation: sourceLocation)
}
