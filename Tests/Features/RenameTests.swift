import Features
import Rules
import Semantics
import Support
import Syntax
import Testing

@Suite struct RenameTests {
  static let article = """
    person Ana Ruiz, council leader; aka Ruiz; aka the flood mayor
    headline ANA RUIZ wins
    date 2023-11-29

    Council leader Ana Ruiz said it was late. Dagny Okafor saw Ruiz leave in Ruiz’s car.

    “Nobody thanked Ruiz,” Dagny Okafor said.

    > Every street will get a pump.
    > -- Ana Ruiz, council leader
    """

  @Test func everyFormIsRewrittenAsSuch() {
    check(
      "Ruiz leave", "Inés de la Cruz",
      """
      person Inés de la Cruz, council leader; aka de la Cruz; aka the flood mayor
      headline INÉS DE LA CRUZ wins
      date 2023-11-29

      Council leader Inés de la Cruz said it was late. Dagny Okafor saw de la Cruz leave in de la Cruz’s car.

      “Nobody thanked ‹de la Cruz›,” Dagny Okafor said.

      > Every street will get a pump.
      > -- Inés de la Cruz, council leader
      """)
  }

  @Test func aSurnameTypedOverASurnameKeepsTheFirstName() {
    check(
      "Ruiz leave", "Ruíz",
      Self.article.replacingRuiz(with: "Ruíz", capitals: "ANA RUÍZ").replacing("thanked Ruíz", with: "thanked ‹Ruíz›"))
  }

  @Test func aDeclarationIsRenamedFromItself() {
    let new = Self.article.replacingRuiz(with: "Ruis", capitals: "ANA RUIS").replacing(
      "thanked Ruis", with: "thanked ‹Ruis›")
    check("Ana Ruiz, council", "Ana Ruis", new)
  }

  @Test func aNameThatIsNoPartOfTheFullOneIsRenamedAlone() {
    check("flood mayor", "the pump mayor", Self.article.replacing("the flood mayor", with: "the pump mayor"))
  }

  @Test func aBareApostropheGetsItsLetterBack() {
    check(
      "James spoke", "Ana Ruiz",
      "Henry James spoke first, and Henry James’ friend left.".replacing(
        "Henry James’", with: "Ana Ruiz’s"
      ).replacing("Henry James", with: "Ana Ruiz"),
      in: "Henry James spoke first, and Henry James’ friend left.")
  }

  @Test func aNameOverALineBreakStaysOnTwoLines() {
    let article =
      "The council of the town approved the budget when Dagny\nOkafor asked, and Dagny Okafor said so in the end."
    check(
      "Dagny Okafor", "Dagny Oke",
      "The council of the town approved the budget when Dagny\nOke asked, and Dagny Oke said so in the end.",
      in: article)
  }

  @Test func theFullNameIsWhatIsAskedFor() {
    let proof = Proof(Article(Self.article))
    let target = renameTarget(at: place(of: "Ruiz leave", in: Self.article), in: proof)
    #expect(target?.placeholder == "Ana Ruiz")
    #expect(target.map { proof.words($0.range) } == "Ruiz")
    #expect(renameTarget(at: place(of: "late", in: Self.article), in: proof) == nil)
  }

  @Test func whatCannotBeANameIsRefused() {
    for (words, new) in [
      ("late", "Ana"), ("Ruiz leave", " "), ("Ruiz leave", "Ana\nRuiz"), ("Ruiz leave", "Ana; withhold"),
      ("Ruiz leave", "Ana Ruiz, mayor"),
    ] {
      let result = renaming(at: place(of: words, in: Self.article), to: new, in: Proof(Article(Self.article)))
      guard case .failure(let refusal) = result else {
        Issue.record("\(new) was taken")
        continue
      }
      #expect(refusal.message.hasSuffix("."))
    }
  }

  @Test func anArticleThatDoesNotNameTheFigureIsLeftAlone() throws {
    let renaming = try renaming(
      at: place(of: "Ruiz leave", in: Self.article), to: "Ana Roe", in: Proof(Article(Self.article))
    ).get()
    #expect(renaming.edits(in: Proof(Article("It met."))).isEmpty)
    #expect(renaming.edits(in: Proof(Article("date 2023-11-29 Ana Ruiz met Dagny Okafor."))).count == 1)
  }
}

/// Renames at the first letter of some words; `‹›` stands around what is for the person to confirm.
private func check(
  _ words: String, _ new: String, _ expected: String, in source: String = RenameTests.article,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let article = Article(source)
  let proof = Proof(article)
  guard case .success(let renaming) = renaming(at: place(of: words, in: source), to: new, in: proof) else {
    Issue.record("refused", sourceLocation: sourceLocation)
    return
  }
  let edits = renaming.edits(in: proof).map { edit in
    edit.doubt == nil ? edit.edit : Fix.Edit(edit.edit.range, "‹\(edit.edit.text)›")
  }
  let result = String(decoding: article.applying(edits).text.allBytes, as: UTF8.self)
  #expect(result == expected, sourceLocation: sourceLocation)
}

private func place(of words: String, in source: String) -> Int {
  source.firstRange(of: words).map { source.utf8.distance(from: source.startIndex, to: $0.lowerBound) } ?? 0
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    var text = self
    while let range = text.firstRange(of: old), !new.contains(old) { text.replaceSubrange(range, with: new) }
    return text
  }

  fileprivate func replacingRuiz(with surname: String, capitals: String) -> String {
    replacing("ANA RUIZ", with: capitals).replacing("Ruiz", with: surname)
  }
}
