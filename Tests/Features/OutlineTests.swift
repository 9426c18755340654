import Features
import Semantics
import Support
import Syntax
import Testing

@Suite struct OutlineTests {
  @Test func entriesHoldHeadingsAndHeadingsHoldQuotations() {
    check(
      """
      headline Council approves flood budget
      person Ana Ruiz, council leader
       date 2023-11-29 The council said it was “overdue”.

      # What happens next

      ## The pumps

      > Every street will get a pump.
      > -- Ana Ruiz

      # What it costs

      “Far too much,” a resident said.

       date 2023-11-30T09:15Z Work began.
      """,
      """
      headline Council approves flood budget (headline)
      person Ana Ruiz (council leader)
      entry 2023-11-29 The council said it was “overdue”. (Wednesday, 18 words)
        quotation overdue (The council)
        heading What happens next
          heading The pumps
            quotation Every street will get a pump. (Ana Ruiz)
        heading What it costs
          quotation Far too much, (a resident)
      entry 2023-11-30T09:15Z Work began. (Thursday, 2 words)
      """)
  }

  @Test func anArticleWithoutHeaderHasItsQuotations() {
    check("“We won,” he said.\n\n“Good.”", "quotation We won, (he)\nquotation Good. (he)")
  }

  @Test func longWordsAreCutAtABlankAndNothingIsEmpty() {
    check(
      "> One two three four five six seven eight nine ten eleven twelve thirteen\n\n“ ”",
      "quotation One two three four five six seven eight nine ten eleven…\nquotation …")
  }

  /// Characters of one scalar are told apart by their bytes, others by the tables of Unicode; both cut at the same place.
  @Test(arguments: 50..<80)
  func longWordsAreCutAtTheSameCharacterHoweverTheyAreWritten(length: Int) throws {
    let words = (0..<length).map { $0 % 9 == 7 ? $0 % 2 == 0 ? " " : "\u{A0}" : $0 % 5 == 3 ? "“" : "\u{E9}" }.joined()
    let decomposed = words.replacing("\u{E9}", with: "e\u{301}")
    let one = try #require(outline(of: Proof(Article("> " + words))).first?.name)
    let other = try #require(outline(of: Proof(Article("> " + decomposed))).first?.name)
    #expect(one == other && one.utf8.count < other.utf8.count && one.count <= 60)
  }

  @Test func theTargetOfAnEntryComesBeforeThatOfTheDocument() {
    check(
      "target 9\ndate 2023-11-29\n\nOne.\n\ndate 2023-11-30\ntarget 5\n\nOne two.\n\ndate 2023-12-01\n\nOne.\n",
      """
      entry 2023-11-29 (Wednesday, 1 of 9 words)
      entry 2023-11-30 (Thursday, 2 of 5 words)
      entry 2023-12-01 (Friday, 1 of 9 words)
      """)
  }

  @Test(arguments: Seeds.all.map(\.name))
  func everySelectionLiesInItsRangeAndEveryChildInItsParent(_ seed: String) throws {
    let text = try #require(Seeds.all.first { $0.name == seed }?.text)
    func verify(_ items: [OutlineItem], in parent: Range<Int>) {
      for item in items {
        #expect(!item.name.isEmpty && item.name.count <= 60)
        #expect(parent.lowerBound <= item.range.lowerBound && item.range.upperBound <= parent.upperBound)
        #expect(item.range.clamped(to: item.selection) == item.selection)
        verify(item.children, in: item.range)
      }
    }
    verify(outline(of: Proof(Article(text))), in: 0..<text.count)
  }
}

private func check(_ source: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
  func lines(_ items: [OutlineItem], _ depth: Int) -> [String] {
    items.flatMap { item in
      let detail = item.detail.isEmpty ? "" : " (\(item.detail))"
      return ["\(String(repeating: "  ", count: depth))\(item.kind) \(item.name)\(detail)"]
        + lines(item.children, depth + 1)
    }
  }
  let outline = outline(of: Proof(Article(source)))
  #expect(lines(outline, 0).joined(separator: "\n") == expected, sourceLocation: sourceLocation)
}
