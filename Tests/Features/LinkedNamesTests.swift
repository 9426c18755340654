import Features
import Semantics
import Support
import Syntax
import Testing

@Suite struct LinkedNamesTests {
  @Test func theSameWordsForTheSameNameChangeTogether() {
    check(
      """
      person Ana Ruiz, council leader; aka Ruiz
             ▔▔▔▔▔▔▔▔ linked
      date 2023-11-29 as Ana Ruiz spoke, Ruiz left.
                         ▔▔▔▔▔▔▔▔ linked
                           ↑

      “Where is Ana Ruiz?” he asked.

      > Too late.
      > -- Ana Ruiz
           ▔▔▔▔▔▔▔▔ linked
      """)
  }

  @Test func noOtherPlaceIsNoLink() {
    check("today Ana Ruiz spoke. Then Ruiz left.\n          ↑")
    check("today Ana Ruiz spoke. Then Ruiz left.\n                             ↑")
    check("today nobody spoke.\n          ↑")
  }

  @Test func quotedWordsAreNobodysToChange() {
    check("today Ana Ruiz met Ana Ruiz. “Ana Ruiz?”\n                                ↑")
  }
}

/// Draws the places that change with the one at the cursor.
private func check(_ drawing: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let drawn = Drawn(drawing)
  let article = Article(drawn.source)
  let places = linkedNames(at: drawn.cursor ?? 0, in: Proof(article)) ?? []
  let marks = places.map { Drawing.Mark($0, "linked") }
  #expect(Drawing(article.text, marks, cursor: drawn.cursor).whole == drawing, sourceLocation: sourceLocation)
}
