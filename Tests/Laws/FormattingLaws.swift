import Features
import Rules
import Semantics
import Support
import Syntax
import Testing

/// Formatted again nothing changes, and every line, word and quotation is what it was.
@Suite struct FormattingLaws {
  @Test(arguments: Seeds.all.map(\.name))
  func aSeedAndItsBeginnings(name: String) throws {
    let text = try #require(Seeds.all.first { $0.name == name }).text
    var dice = Dice("formatting \(name)")
    expectLaws(text, name)
    for _ in 0..<20 {
      let end = dice.below(text.count)
      expectLaws(Text(text.bytes(in: 0..<end)), "\(name), cut at \(end)")
    }
  }

  @Test func ruins() {
    var dice = Dice("formatted ruins")
    for round in 0..<30 {
      var article = Article(dice.pick(Seeds.all).text)
      for _ in 0..<20 {
        let edit = Edit.random(in: article.text, &dice)
        article.replace(edit.range, with: edit.words)
      }
      expectLaws(article.text, "round \(round)")
    }
  }

  @Test func anyBytes() {
    var dice = Dice("formatted bytes")
    for round in 0..<1000 {
      var bytes: [UInt8] = []
      for _ in 0..<dice.below(24) {
        bytes += dice.once(in: 12) ? [UInt8(dice.below(256))] : Array(dice.pick(FormattingLaws.pieces).utf8)
      }
      expectLaws(Text(bytes), "round \(round)")
    }
  }

  private static let pieces = [
    "\n", "\n", "\n\n", "\r", "\r\n", " ", "\u{A0}", "\t", "> ", "> We won.", ">", "-- Ana Ruiz", "— Ana Ruiz", "# A",
    "ENDS", "// c", "// ", "date 2023-11-29", " It met.", "slug x", "by Jane Doe", "person Ana Ruiz", "note X", "\\",
    "“We", "won.”", "\"", "\u{FEFF}", "correction 2023-11-29 X", "###", "-", "Word word word word word word word. ",
  ]
}

private func expectLaws(_ text: Text, _ name: String) {
  let article = Article(text)
  let formatted = article.applying(formatting(of: article))
  let again = "\(name), LAWS_SEED=\(Dice.seed)"
  let source = String(decoding: text.allBytes.prefix(400), as: UTF8.self).debugDescription
  #expect(formatting(of: formatted).isEmpty, "\(again): not settled: \(source)")
  #expect(rows(formatted.text) == rows(text), "\(again): read in another way: \(source)")
  #expect(words(formatted.text) == words(text), "\(again): \(source)")
  #expect(formatted.quotations.map(\.isClosed) == article.quotations.map(\.isClosed), "\(again): marks: \(source)")
  #expect(hasMark(formatted.text) == hasMark(text), "\(again): \(source)")
}

/// The lines that are not empty, as they are read.
private func rows(_ text: Text) -> [String] { tree(of: text).split(separator: "\n").map(String.init) }

/// All words; a dash is none, as one kind is canonical before a speaker.
private func words(_ text: Text) -> [String] {
  let bytes = text.allBytes.dropFirst(hasMark(text) ? 3 : 0)
  return String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace || $0 == "-" || $0 == "—" || $0 == "–" }
    .map(String.init)
}

private func hasMark(_ text: Text) -> Bool { text.bytes(in: 0..<3) == [0xEF, 0xBB, 0xBF] }
