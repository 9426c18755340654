import Testing

@testable import Semantics

/// Where a name begins and ends, and what kind of name it is, one line a case.
@Suite struct NameEdgeTests {
  @Test(arguments: [
    // A title that a possessive joins to an office belongs to it; a surname that is a title elsewhere is one.
    ("They wrote to the Attorney General’s Office.", "org Attorney General’s Office"),
    ("They met nurse Fakhira Begum at noon.", "person Fakhira Begum"),
    ("They met teacher Tarun Sen at noon.", "person Tarun Sen"),
    ("They met Valdo Airways CEO Ana Ruiz.", "org Valdo Airways; person Ana Ruiz"),
    ("The president of Norway Ingrid Odhiro left.", "place Norway; person Ingrid Odhiro"),
    ("It was built by the Ministry of Health and Wellness, they said.", "org Ministry of Health and Wellness"),
    ("He went to St. Xavier’s College.", "org St. Xavier’s College"),
    // States, and what is known of a name by its own letters or by what it owns.
    ("The United Republic of Tanzania signed.", "place United Republic of Tanzania"),
    ("They sold shares of ValdoBank.", "org ValdoBank"),
    ("It shook Ostra’s shareholders.", "org Ostra"),
    ("It shook Kelda’s capital.", "place Kelda"),
    ("It shook Kelmor’s widow.", "person Kelmor"),
    ("“No,” said Mr. Jordan.", "person Jordan"),
    ("They fear anti-China forces and pro-Russian ones.", "place China"),
    // What is no name.
    ("Places for the economically weaker section (EWS) rose. EWS places cost more.", ""),
    ("On Dec. 21 and Mar. 3 it rained.", ""),
  ])
  func isFound(_ source: String, _ expected: String) {
    let cast = Cast(of: Article(source))
    #expect(cast.figures.map { "\($0.kind) \($0.name)" }.joined(separator: "; ") == expected, "\(source)")
  }

  @Test(arguments: [
    ("South Korea met Sweden. They saw Korea win.", "Korea", "South Korea"),
    ("South Sudan met Sweden. They saw Sudan win.", "Sudan", "Sudan"),
    ("It stood in Freedom Magazine. They read the Freedom article.", "Freedom", "Freedom Magazine"),
    (
      "The Italian Supreme Court of Appeal met. They saw the Supreme Court leave.", "Supreme Court",
      "Italian Supreme Court of Appeal"
    ),
    ("Skier Tom Woolf won. They watched the Woolf film.", "Woolf", "Skier Tom Woolf"),
    ("The Harbour Workers Union (HWU) met. They saw HWU win.", "HWU", "Harbour Workers Union"),
  ])
  func standsFor(_ source: String, _ short: String, _ full: String) {
    let article = Article(source)
    let cast = Cast(of: article)
    let last = cast.mentions.last { article.text.string(in: $0.range) == short }
    #expect(last.map { cast.figures[$0.figure].name } == full, "\(source)")
  }

  /// `Union Hall` looks like a name, but that it is the declared union is known.
  @Test func whatIsDeclaredInSmallLettersWinsOverWhatReachesIntoIt() {
    let article = Article("org Harbour Workers Union; aka the union\n\nThey saw the Union Hall of Fame burn.\n")
    let cast = Cast(of: article)
    #expect(cast.mentions.map { article.text.string(in: $0.range) } == ["the Union"])
  }
}
