import Features
import Probes
import Rules
import Semantics
import Support
import Syntax
import Testing

/// Every feature and rule answers wherever the cursor stands, and never points outside the article.
@Suite struct AnswerLaws {
  @Test(arguments: Seeds.all.map(\.name))
  func everyFeatureAnswersInEverySeed(name: String) throws {
    let seed = try #require(Seeds.all.first { $0.name == name })
    var dice = Dice("answers \(name)")
    ask(Article(seed.text), offsets: 24, &dice, name)
    for _ in 0..<3 {
      let end = dice.below(seed.text.count)
      ask(Article(Text(seed.text.bytes(in: 0..<end))), offsets: 5, &dice, "\(name), cut at \(end)")
    }
  }

  @Test func everyFeatureAnswersInRuins() {
    var dice = Dice("ruins")
    var article = Article(Text(Seeds.all.prefix(2).flatMap(\.text.allBytes)))
    for step in 0..<30 {
      for _ in 0..<10 {
        let edit = Edit.random(in: article.text, &dice)
        article.replace(edit.range, with: edit.words)
      }
      ask(article, offsets: 2, &dice, "step \(step)")
    }
  }

  @Test func formattingIsDoneOnceAndKeepsEveryWord() {
    var dice = Dice("formatting")
    for seed in Seeds.all {
      var article = Article(seed.text)
      for _ in 0..<12 {
        let edit = Edit.random(in: article.text, &dice)
        article.replace(edit.range, with: edit.words)
      }
      let once = formatted(article)
      #expect(formatting(of: once).isEmpty, "\(seed.name), LAWS_SEED=\(Dice.seed)")
      #expect(letters(of: once) == letters(of: article), "\(seed.name), LAWS_SEED=\(Dice.seed)")
    }
  }

  private func formatted(_ article: Article) -> Article {
    formatting(of: article).reversed().reduce(article) { $0.replacing($1.range, with: Array($1.text.utf8)) }
  }

  /// The letters and digits: all that a word is made of.
  private func letters(of article: Article) -> [UInt8] {
    article.text.allBytes.filter {
      $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0xC3 && $0 != 0xE2 && $0 != 0xEF
    }
  }

  private func ask(_ article: Article, offsets: Int, _ dice: inout Dice, _ name: String) {
    let proof = Proof(article)
    var checker = Checker()
    var ranges = checker.findings(in: article, today: Rule.exampleToday).flatMap { finding in
      [finding.range] + finding.related.map(\.range) + finding.fixes.flatMap { $0.edits.map(\.range) }
    }
    ranges += wholeAnswers(about: proof)
    for _ in 0..<offsets { ranges += answers(at: dice.below(article.text.count + 1), in: proof) }
    let all = 0..<article.text.count
    for range in ranges where range.clamped(to: all) != range {
      Issue.record("\(name), LAWS_SEED=\(Dice.seed): \(range) points outside \(all)")
    }
  }
}
