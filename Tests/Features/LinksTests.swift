import Features
import Semantics
import Support
import Syntax
import Testing

@Suite struct LinksTests {
  @Test func punctuationAfterAnAddressIsNotPartOfIt() {
    check(
      """
      See https://example.org/a, (http://example.org/b_(c)) and “https://example.org/d?”.
          ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ https://example.org/a
                                  ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ http://example.org/b_(c)
                                                                 ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ https://example.org/d
      Or www.example.org/e... – or <https://example.org/ü>!
         ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ https://www.example.org/e
                                    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ https://example.org/%C3%BC
      """)
  }

  @Test func whatOnlyBeginsLikeAnAddressIsNone() {
    check("http:// and https://. and xhttps://example.org and www. and swww.example.org")
  }

  @Test func sourcesAndIdentifiersLeadWhereTheySay() {
    check(
      """
      source https://example.org/minutes
             ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ https://example.org/minutes
      source Arlested Town Council
      id urn:desk:114
      person Ana Ruiz; id council.example/ruiz
                          ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ https://council.example/ruiz
      person Torvald Hale; id Q42; note see example.org/hale
      // https://example.org/x
         ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ https://example.org/x
      """)
  }

  @Test func aLinkSaysWhatItIs() {
    let notes = links(of: Article("source https://a.org/b\nperson Ana Ruiz; id c.org/d\n\nhttps://e.org")).map(\.note)
    #expect(notes == ["The source: https://a.org/b", "Ana Ruiz: c.org/d", "Opens https://e.org"])
  }
}

/// Draws each link with the address it leads to.
private func check(_ drawing: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let article = Article(Drawn(drawing).source)
  let marks = links(of: article).map { Drawing.Mark($0.range, $0.target) }
  #expect(Drawing(article.text, marks).whole == drawing, sourceLocation: sourceLocation)
}
