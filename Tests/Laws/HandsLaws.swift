import Dispatch
import Rules
import Semantics
import Support
import Syntax
import Testing

/// A long article is read and checked in parts; nothing but a clock can tell who did them, or that there were any.
@Suite struct HandsLaws {
  @Test(arguments: ["as it is", "edited", "left open", "no blank lines", "long lines", "no lines", "lone CR"])
  func inPartsEqualsInOneGo(kind: String) {
    var dice = Dice("parts \(kind)")
    for number in 0..<3 {
      let text = Text(bytes(kind, &dice))
      // What is pasted is read in one go.
      var known = Article(Text())
      known.replace(0..<0, with: text.allBytes)
      var checker = Checker()
      let expected = facts(of: known, findings: checker.findings(in: known))
      for hands in [Hands.one, .backwards, .many] {
        let read = Article(text, by: hands)
        var checker = Checker()
        checker.check(read, Settings(), today: nil, shared: [], proof: nil, depth: .all, by: hands)
        let different = difference(expected, facts(of: read, findings: checker.found(in: read)))
        guard let different else { continue }
        Issue.record("\(kind), LAWS_SEED=\(Dice.seed), article \(number):\n\(different)")
        return
      }
    }
  }

  /// Pages that stand are kept, whoever reads those that are new.
  @Test func checkedAgainByManyEqualsFresh() {
    var dice = Dice("checked again")
    var article = Article(Text(bytes("edited", &dice)))
    var checker = Checker()
    for step in 1...12 {
      for _ in 0..<dice.below(4) {
        let edit = Edit.random(in: article.text, &dice)
        article.replace(edit.range, with: edit.words)
      }
      // A name that is declared has every passage looked at again.
      if dice.once(in: 3) { article.replace(0..<0, with: Array("person Ana \(step), mayor\n".utf8)) }
      if dice.once(in: 3) { article.replace(dice.below(article.text.count)..<article.text.count, with: seeds) }
      checker.check(article, Settings(), today: nil, shared: [], proof: nil, depth: .all, by: .many)
      var fresh = Checker()
      let different = difference(
        facts(of: article, findings: checker.found(in: article)),
        facts(of: article, findings: fresh.findings(in: article)))
      if let different { Issue.record("LAWS_SEED=\(Dice.seed), step \(step):\n\(different)") }
    }
  }

  private var seeds: [UInt8] { Seeds.all.flatMap { $0.text.allBytes + Array("\n\n".utf8) } }

  private func bytes(_ kind: String, _ dice: inout Dice) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < 50_000 { bytes += dice.pick(Seeds.all).text.allBytes + Array("\n\n".utf8) }
    switch kind {
    case "edited":
      var text = Text(bytes)
      for _ in 0..<400 {
        let edit = Edit.random(in: text, &dice)
        text.replace(edit.range, with: edit.words)
      }
      return text.allBytes
    case "left open":
      var text = Text(bytes)
      for part in 1..<40 {
        let start = text.lineStart(text.line(at: text.count * part / 40))
        text.replace(start..<start, with: Array(dice.pick(Self.openings).utf8))
      }
      return text.allBytes
    case "no blank lines":
      let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }.filter { !$0.isEmpty }
      return Array(lines.map { $0.prefix(90) }.joined(separator: [0x0A]))
    case "long lines": return Array(bytes.split { $0 == 0x0A }.filter { $0.count > 120 }.joined(separator: [0x0A]))
    case "no lines": return bytes.filter { $0 != 0x0A && $0 != 0x0D }
    case "lone CR": return bytes.map { $0 == 0x0A ? 0x0D : $0 }
    default: return bytes
    }
  }

  /// What is open for long where nothing closes it.
  private static let openings = [
    "“We waited for the boats all night.\n\n", "\n\n'We waited.\n\n", "\"We waited.\n\n", "\n\n«We\n\n",
    "\n-30-\n\n", "\nENDS\n\n",
    "\n\ndate 2023-11-29\n", "\n\nlang de\n\n", "\n\ndate 2023-11-29\nlang en-GB\n\n", "> We waited\n",
    "\n> “We waited\n\n",
  ]
}

extension Hands {
  static let backwards = Hands { count, part in
    for index in (0..<count).reversed() { part(index) }
  }

  static let many = Hands { count, part in DispatchQueue.concurrentPerform(iterations: count) { part($0) } }
}
