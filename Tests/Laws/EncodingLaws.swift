import Foundation
import LSP
import Rules
import Semantics
import Server
import Support
import Syntax
import Testing

/// What a client types, in whichever unit it counts columns, is what the server holds.
@Suite struct EncodingLaws {
  @Test(
    arguments: ["utf-8", "utf-16", "utf-32"],
    ["book-fair.news", "clock-tower.news", "council-flood-budget.news", "village-shop.news"])
  func typedIsHeld(encoding: String, name: String) throws {
    let seed = try #require(Seeds.all.first { $0.name == name })
    var dice = Dice("typed \(encoding) \(name)")
    var typed = Array(seed.text.string(in: 0..<seed.text.count).unicodeScalars)
    var server = LanguageServer(version: "0")
    try tell(&server, "initialize", ["capabilities": ["general": ["positionEncodings": [encoding]]]], id: 1)
    try tell(&server, "initialized", [:])
    try tell(
      &server, "textDocument/didOpen",
      ["textDocument": ["uri": "file:///a.news", "languageId": "news", "version": 1, "text": string(typed)]])
    for step in 1...30 {
      let range = stretch(of: typed, &dice)
      let words = Array(String(decoding: Edit.random(in: seed.text, &dice).words, as: UTF8.self).unicodeScalars)
      let edit: [String: Any] = [
        "range": [
          "start": position(range.lowerBound, in: typed, encoding),
          "end": position(range.upperBound, in: typed, encoding),
        ], "text": string(words),
      ]
      typed.replaceSubrange(range, with: words)
      try tell(
        &server, "textDocument/didChange",
        ["textDocument": ["uri": "file:///a.news", "version": step + 1], "contentChanges": [edit]])
      let held = try #require(server.session.openArticles.first)
      try #require(
        held.article.text == Text(string(typed)), "LAWS_SEED=\(Dice.seed), step \(step), after \(edit)")
      for _ in 0..<4 {
        let index = place(in: typed, &dice)
        let offset = string(typed[..<index]).utf8.count
        #expect(held.offset(at: held.position(at: offset)) == offset, "LAWS_SEED=\(Dice.seed), step \(step)")
        let expected = position(index, in: typed, encoding)
        #expect(held.position(at: offset).line == expected["line"])
        #expect(held.position(at: offset).character == expected["character"])
      }
    }
    let held = try #require(server.session.openArticles.first)
    let different = difference(facts(of: held.article, findings: []), facts(of: Article(string(typed)), findings: []))
    #expect(different == nil, "LAWS_SEED=\(Dice.seed)")
  }

  private func tell(_ server: inout LanguageServer, _ method: String, _ params: [String: Any], id: Int? = nil) throws {
    var message: [String: Any] = ["jsonrpc": "2.0", "method": method, "params": params]
    if let id { message["id"] = id }
    _ = server.handle(.message(Body(Array(try JSONSerialization.data(withJSONObject: message)))))
    for _ in 0..<4 { _ = server.handle(.woke) }
  }

  /// A place that a position can name: not between a carriage return and its line feed.
  private func place(in scalars: [Unicode.Scalar], _ dice: inout Dice) -> Int {
    let index = dice.below(scalars.count + 1)
    let isInside = index > 0 && index < scalars.count && scalars[index - 1] == "\r" && scalars[index] == "\n"
    return isInside ? index - 1 : index
  }

  private func stretch(of scalars: [Unicode.Scalar], _ dice: inout Dice) -> Range<Int> {
    let low = place(in: scalars, &dice)
    guard dice.once(in: 3) else { return low..<low }
    var high = min(low + dice.below(40), scalars.count)
    if high > low, high < scalars.count, scalars[high - 1] == "\r", scalars[high] == "\n" { high -= 1 }
    return low..<high
  }

  private func position(_ index: Int, in scalars: [Unicode.Scalar], _ encoding: String) -> [String: Int] {
    var line = 0
    var column = 0
    for (number, scalar) in scalars[..<index].enumerated() {
      let isBreak = scalar == "\n" || scalar == "\r" && (number + 1 == scalars.count || scalars[number + 1] != "\n")
      if isBreak {
        line += 1
        column = 0
      } else {
        switch encoding {
        case "utf-8": column += UTF8.width(scalar)
        case "utf-16": column += UTF16.width(scalar)
        default: column += 1
        }
      }
    }
    return ["line": line, "character": column]
  }

  private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
