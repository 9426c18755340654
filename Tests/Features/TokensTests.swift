import Features
import Semantics
import Support
import Syntax
import Testing

@Suite struct TokensTests {
  @Test func headerLinesHaveKeysAndValues() {
    check(
      """
      headline Flood budget passes
      ▔▔▔▔▔▔▔▔ key
               ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ heading
      status ready
      ▔▔▔▔▔▔ key
             ▔▔▔▔▔ value
      updated 2023-11-30
      ▔▔▔▔▔▔▔ key
              ▔▔▔▔▔▔▔▔▔▔ number
       date 2023-11-29 it was over.
       ▔▔▔▔ key
            ▔▔▔▔▔▔▔▔▔▔ number
      """)
  }

  @Test func aDeclarationIsTakenApart() {
    check(
      """
      person Ana Ruiz, leader; aka Ruiz; not Ana Ruis; id q1; note tall; withhold
      ▔▔▔▔▔▔ key
             ▔▔▔▔▔▔▔▔ person declaration
                               ▔▔▔ key
                                   ▔▔▔▔ person declaration
                                         ▔▔▔ key
                                             ▔▔▔▔▔▔▔▔ person wrong
                                                       ▔▔ key
                                                          ▔▔ value
                                                              ▔▔▔▔ key
                                                                         ▔▔▔▔▔▔▔▔ key
      """)
  }

  @Test func namesAreCutOutOfQuotationsUnlessTheyMayOverlap() {
    let text = "org Acme Trust\n\n> We thank Acme Trust for it.\n"
    check(
      """
      org Acme Trust
      ▔▔▔ key
          ▔▔▔▔▔▔▔▔▔▔ organisation declaration

      > We thank Acme Trust for it.
      ▔ mark
        ▔▔▔▔▔▔▔▔▔ quotation
                 ▔▔▔▔▔▔▔▔▔▔ organisation
                           ▔▔▔▔▔▔▔▔ quotation

      """)
    let nested = tokens(of: Proof(Article(text))).suffix(2)
    #expect(nested.map(\.kind) == [.quotation, .organisation])
    #expect(nested.first?.range.upperBound == text.utf8.count - 1)
  }

  @Test func theWordsThatAttributeStandOut() {
    check(
      """
      person Ana Ruiz
      ▔▔▔▔▔▔ key
             ▔▔▔▔▔▔▔▔ person declaration

      “It is late,” said Ana Ruiz.
      ▔▔▔▔▔▔▔▔▔▔▔▔▔ quotation
                    ▔▔▔▔▔ attribution
                         ▔▔▔▔▔▔▔▔ person

      > Too late.
      ▔ mark
        ▔▔▔▔▔▔▔▔▔ quotation
      -- Ana Ruiz, council leader
      ▔▔ mark
         ▔▔▔▔▔▔▔▔ person
                 ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ attribution
      """)
  }

  @Test func whatIsNoCopyIsQuiet() {
    check(
      """
      # 😀 What it costs
      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ heading

        // a comment
        ▔▔▔▔▔▔▔▔▔▔▔▔ comment
      \\# 4 in the list
      ▔ mark

      ENDS
      ▔▔▔▔ key
      “Notes” to the editors
      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ comment
      """)
  }

  @Test func aQuotationOverWrappedLinesIsCutAtTheirEnds() {
    check(
      """
      they said on the long night of the long count that “this has
      ▔▔▔▔▔▔▔▔▔ attribution
                                                         ▔▔▔▔▔▔▔▔▔ quotation
        never been done before in the whole of the history of the
        ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ quotation
      place” and left.
      ▔▔▔▔▔▔ quotation
      """)
  }

  @Test(arguments: Seeds.all.map(\.name))
  func tokensAscendWithinLinesAndARangeIsACut(_ seed: String) throws {
    let text = try #require(Seeds.all.first { $0.name == seed }?.text)
    let proof = Proof(Article(text))
    let all = tokens(of: proof)
    for (one, next) in zip(all, all.dropFirst()) { #expect(one.range.lowerBound <= next.range.lowerBound) }
    for token in all {
      #expect(!token.range.isEmpty)
      #expect(text.line(at: token.range.lowerBound) == text.line(at: token.range.upperBound - 1))
    }
    let flat = flattened(all)
    for (one, next) in zip(flat, flat.dropFirst()) { #expect(one.range.upperBound <= next.range.lowerBound) }
    for start in stride(from: 0, to: text.count, by: 97) {
      let range = start..<start + 150
      #expect(
        tokens(in: range, of: proof)
          == all.filter { $0.range.lowerBound < range.upperBound && range.lowerBound < $0.range.upperBound })
    }
  }
}

/// Draws every token, cut so that none lies in another.
private func check(_ drawing: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let article = Article(Drawn(drawing).source)
  let marks = flattened(tokens(of: Proof(article))).map { token in
    let traits = token.traits == .declaration ? " declaration" : token.traits == .wrong ? " wrong" : ""
    return Drawing.Mark(token.range, "\(token.kind)\(traits)")
  }
  #expect(Drawing(article.text, marks).whole == drawing, sourceLocation: sourceLocation)
}
