import Features
import Rules
import Semantics
import Support
import Syntax
import Testing

/// What is offered anywhere can be done, and no refactoring changes a quoted word.
@Suite struct ActionLaws {
  @Test(arguments: Seeds.all.map(\.name))
  func everyActionCanBeDone(name: String) throws {
    let seed = try #require(Seeds.all.first { $0.name == name })
    var dice = Dice("actions \(name)")
    try expectLaws(Article(seed.text), places: 12, &dice, name)
    var article = Article(seed.text)
    for _ in 0..<20 {
      let edit = Edit.random(in: article.text, &dice)
      article.replace(edit.range, with: edit.words)
    }
    try expectLaws(article, places: 4, &dice, "\(name) in ruins")
  }

  @Test(arguments: Seeds.all.map(\.name))
  func everyNameCanBeRenamed(name: String) throws {
    let seed = try #require(Seeds.all.first { $0.name == name })
    let proof = Proof(Article(seed.text))
    var dice = Dice("names \(name)")
    for _ in 0..<6 where !proof.cast.mentions.isEmpty {
      let mention = dice.pick(proof.cast.mentions)
      let result = renaming(at: mention.range.lowerBound, to: "Zora Neumann-Quist", in: proof)
      let edits = try result.get().edits(in: proof)
      let after = edited(proof.article, edits.map(\.edit), "\(name), LAWS_SEED=\(Dice.seed)")
      #expect(edits.isEmpty || after.text.string(in: 0..<after.text.count).contains("Quist"))
    }
  }

  private func expectLaws(_ article: Article, places: Int, _ dice: inout Dice, _ name: String) throws {
    let proof = Proof(article)
    var checker = Checker()
    let findings = checker.findings(in: article, today: Rule.exampleToday)
    let before = quotedWords(article)
    for _ in 0..<places {
      let start = dice.below(article.text.count + 1)
      let range = start..<min(start + (dice.once(in: 2) ? 0 : dice.below(300)), article.text.count)
      let found = actions(at: range, Set(Action.Kind.allCases), findings, in: proof, today: Rule.exampleToday)
      for action in found {
        let again = "\(name), LAWS_SEED=\(Dice.seed), “\(action.title)” at \(range)"
        let after = edited(article, action.edits, again)
        if action.kind == .refactoring { #expect(quotedWords(after) == before, "\(again)") }
      }
    }
  }

  private func edited(_ article: Article, _ edits: [Fix.Edit], _ name: String) -> Article {
    #expect(!edits.contains { $0.range.clamped(to: 0..<article.text.count) != $0.range }, "\(name)")
    for (left, right) in zip(edits, edits.dropFirst()) {
      #expect(left.range.upperBound <= right.range.lowerBound, "\(name)")
    }
    return article.applying(edits)
  }

  /// Letters and digits only, as a clause’s comma is not the speaker’s.
  private func quotedWords(_ article: Article) -> String {
    article.quotations.flatMap { $0.words.map { article.text.string(in: $0) } }.joined()
      .filter { $0.isLetter || $0.isNumber }
  }
}
