import LSP
import Semantics
import Server
import Support
import Syntax
import Testing

/// A server that has followed many edits answers as one that has only just opened the text.
@Suite struct ServedLaws {
  @Test(arguments: zip(["utf-8", "utf-16", "utf-16"], [true, true, false]))
  func answersToAnEditedArticleAreThoseToAFreshOne(encoding: String, hasTrees: Bool) throws {
    var dice = Dice("served \(encoding) \(hasTrees)")
    let all = Seeds.all.flatMap { $0.text.allBytes + Array("\n\n".utf8) }
    var text = Text(all)
    var edited = Desk(encoding, hasTrees)
    edited.open(text)
    var done: [Edit] = []
    for step in 1...24 {
      for _ in 0..<dice.below(5) {
        // Text that is no UTF-8 would not come back as it went.
        let edit = Self.edit(of: text, &dice)
        edited.change(edit, of: text)
        text.replace(edit.range, with: edit.words)
        done.append(edit)
      }
      let place = text.line(at: dice.below(text.count + 1))
      if step % 8 != 0 {
        _ = edited.answers(atLine: place)
        if dice.once(in: 4) { edited.rest() }
        continue
      }
      var fresh = Desk(encoding, hasTrees)
      fresh.open(text)
      for (one, other) in zip(edited.answers(atLine: place), fresh.answers(atLine: place)) where one != other {
        let same = zip(one, other).prefix { $0 == $1 }.count
        Issue.record(
          """
          LAWS_SEED=\(Dice.seed), step \(step), after \(done.suffix(20)):
          edited: \(String(decoding: one.dropFirst(max(same - 200, 0)).prefix(400), as: UTF8.self))
          fresh:  \(String(decoding: other.dropFirst(max(same - 200, 0)).prefix(400), as: UTF8.self))
          """)
        return
      }
    }
  }

  private static func edit(of text: Text, _ dice: inout Dice) -> Edit {
    let edit = Edit.random(in: text, &dice)
    func start(_ offset: Int) -> Int {
      var offset = offset
      while let byte = text.byte(at: offset), byte & 0xC0 == 0x80 { offset -= 1 }
      // A client has no position between the two.
      return text.byte(at: offset) == 0x0A && text.byte(at: offset - 1) == 0x0D ? offset - 1 : offset
    }
    let low = start(edit.range.lowerBound)
    let words = String(validating: edit.words, as: UTF8.self).map { Array($0.utf8) } ?? []
    return Edit(range: low..<max(start(edit.range.upperBound), low), words: words)
  }
}

/// A server and what a client tells it of one article.
private struct Desk {
  private var server = LanguageServer(version: "0")
  private var version = 1
  private let encoding: String

  init(_ encoding: String, _ hasTrees: Bool) {
    self.encoding = encoding
    let params = """
      {"processId":null,"capabilities":{"general":{"positionEncodings":["\(encoding)"]},
      "textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":\(hasTrees)}}}}
      """
    _ = tell(#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":\#(params)}"#)
    _ = tell(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
  }

  mutating func open(_ text: Text) {
    let words = LSPAny.string(text.string(in: 0..<text.count))
    let document: LSPAny = ["uri": "file:///a.news", "languageId": "news", "version": 1, "text": words]
    _ = tell(notification("didOpen", ["textDocument": document]))
  }

  mutating func change(_ edit: Edit, of text: Text) {
    version += 1
    let range: LSPAny = ["start": position(edit.range.lowerBound, text), "end": position(edit.range.upperBound, text)]
    let change: LSPAny = ["range": range, "text": .string(String(decoding: edit.words, as: UTF8.self))]
    _ = tell(
      notification(
        "didChange",
        ["textDocument": ["uri": "file:///a.news", "version": .int(version)], "contentChanges": [change]]))
  }

  /// What the server answers to the questions of an editor, about the whole article and at the words of one line.
  mutating func answers(atLine line: Int) -> [[UInt8]] {
    let document: LSPAny = ["uri": "file:///a.news"]
    var all = ask("documentSymbol", ["textDocument": document]) + ask("codeLens", ["textDocument": document])
    for column in stride(from: 0, to: 60, by: 12) {
      for method in ["hover", "completion", "definition", "documentHighlight", "prepareCallHierarchy"] {
        all += ask(method, ["textDocument": document, "position": ["line": .int(line), "character": .int(column)]])
      }
    }
    return all
  }

  /// Lets the writer pause.
  mutating func rest() { _ = work(.rested) }

  private func position(_ offset: Int, _ text: Text) -> LSPAny {
    let line = text.line(at: offset)
    let before = text.string(in: text.lineStart(line)..<offset)
    return ["line": .int(line), "character": .int(encoding == "utf-8" ? before.utf8.count : before.utf16.count)]
  }

  private mutating func ask(_ method: String, _ params: LSPAny) -> [[UInt8]] {
    let params = String(decoding: params.jsonBytes, as: UTF8.self)
    let found = tell(#"{"jsonrpc":"2.0","id":1,"method":"textDocument/\#(method)","params":\#(params)}"#)
    return found.filter { $0.starts(with: Array(#"{"jsonrpc":"2.0","id":1"#.utf8)) }
  }

  private func notification(_ method: String, _ params: LSPAny) -> String {
    let params = String(decoding: params.jsonBytes, as: UTF8.self)
    return #"{"jsonrpc":"2.0","method":"textDocument/\#(method)","params":\#(params)}"#
  }

  private mutating func tell(_ message: String) -> [[UInt8]] { work(.message(Body(Array(message.utf8)))) }

  /// Hands an event over and lets the server work until it wants nothing more; what it sends.
  private mutating func work(_ event: Event) -> [[UInt8]] {
    var sent: [[UInt8]] = []
    var next: Event? = event
    while let event = next {
      next = nil
      for effect in server.handle(event) {
        switch effect {
        case .send(let message): sent.append(message.body)
        case .wake: next = .woke
        default: break
        }
      }
    }
    return sent
  }
}
