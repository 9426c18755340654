import LSP
import Server

/// Whatever a client opens, types, asks and closes: the server's text is the client's, and every answer is the one that a
/// fresh server gives to the same texts.
func probeSession(_ bytes: Bytes) -> String? {
  var play = Play(bytes)
  return play.broken()
}

/// A client with its own idea of the texts, and the server it talks to.
private struct Play {
  private static let addresses = ["file:///n/a.news", "file:///n/b.news", "file:///n/stylebook.news"]
  private static let mostSteps = 24

  private var bytes: Bytes
  private let encoding: String
  private let pulls: Bool
  private var server: LanguageServer
  private var sheets: [String: Sheet] = [:]
  /// The body of what was last published for an address.
  private var published: [String: [UInt8]] = [:]
  /// The tokens that the client was sent last, and their number.
  private var tokens: [String: (id: String, data: [Int])] = [:]
  private var version = 0

  init(_ bytes: Bytes) {
    self.bytes = bytes
    let choice = self.bytes.byte()
    encoding = ["utf-16", "utf-8", "utf-32", "utf-16"][choice % 4]
    pulls = choice & 4 == 4
    server = greetedServer(encodings: [encoding], pulls: pulls)
  }

  mutating func broken() -> String? {
    open(Play.addresses[0], String(decoding: starts[bytes.byte() % starts.count].utf8, as: UTF8.self))
    var steps = 0
    while !bytes.isEmpty, steps < Play.mostSteps {
      steps += 1
      let address = Play.addresses[bytes.byte() % 3]
      switch bytes.byte() % 8 {
      case 0: open(address, words())
      case 1...3: change(address, count: 1)
      case 4: change(address, count: bytes.byte() % 4)
      case 5: close(address)
      case 6: if let wrong = ask(bytes.byte(), about: address) { return wrong }
      default: if let wrong = follow(address) { return wrong }
      }
      if let wrong = textBroken() { return "step \(steps): \(wrong)" }
    }
    return findingsBroken() ?? ask(steps, about: Play.addresses[0])
  }

  /// Something to type: a stroke of the list, or raw bytes.
  private mutating func words() -> String {
    let choice = bytes.byte()
    return choice < 200 ? strokes[choice % strokes.count] : String(decoding: bytes.take(choice - 199), as: UTF8.self)
  }

  private mutating func open(_ address: String, _ text: String) {
    version += 1
    sheets[address] = Sheet(text, version: version)
    tokens[address] = nil
    tell("textDocument/didOpen", opening(address, sheets[address] ?? Sheet("", version: 0)))
  }

  private mutating func close(_ address: String) {
    sheets[address] = nil
    tokens[address] = nil
    tell("textDocument/didClose", ["textDocument": ["uri": .string(address)]])
  }

  private mutating func change(_ address: String, count: Int) {
    version += 1
    var sheet = sheets[address]
    var changes: [LSPAny] = []
    for _ in 0..<count {
      let isWhole = bytes.byte() == 255
      let (start, end) = (position(in: sheet), position(in: sheet))
      let words = words()
      if isWhole {
        sheet?.scalars = Array(words.unicodeScalars)
        changes.append(["text": .string(words)])
      } else {
        sheet?.replace(start, end, with: words, encoding)
        changes.append(["range": ["start": start.json, "end": end.json], "text": .string(words)])
      }
    }
    sheet?.version = version
    sheets[address] = sheet
    tell(
      "textDocument/didChange",
      ["textDocument": ["uri": .string(address), "version": .int(version)], "contentChanges": .array(changes)])
  }

  /// Mostly near the text, at times where no text can be.
  private mutating func position(in sheet: Sheet?) -> Spot {
    let (line, column) = (bytes.byte(), bytes.byte())
    let lines = (sheet?.lineCount ?? 0) + 2
    return Spot(
      line: line == 255 ? -7 : line == 254 ? 1 << 40 : line % lines,
      column: column == 255 ? -1 : column == 254 ? 1 << 33 : column)
  }

  private func opening(_ address: String, _ sheet: Sheet) -> LSPAny {
    [
      "textDocument": [
        "uri": .string(address), "languageId": "news", "version": .int(sheet.version), "text": .string(sheet.text),
      ]
    ]
  }

  @discardableResult
  private mutating func tell(_ method: String, _ params: LSPAny, id: Int? = nil) -> JSON? {
    Self.tell(&server, method, params, id: id, &published)
  }

  /// Hands a message over; the result where it was a request.
  private static func tell(
    _ server: inout LanguageServer, _ method: String, _ params: LSPAny, id: Int?, _ published: inout [String: [UInt8]]
  ) -> JSON? {
    let message: LSPAny = ["jsonrpc": "2.0", "id": .int(id ?? 0), "method": .string(method), "params": params]
    let note: LSPAny = ["jsonrpc": "2.0", "method": .string(method), "params": params]
    var answer: JSON?
    for case .send(let sent) in settled(&server, .message(Body((id == nil ? note : message).jsonBytes))) {
      guard let json = try? JSON(parsing: sent.body) else { continue }
      if json["method"].isMissing, json["id"].int == id { answer = json }
      if json["method"].string == "textDocument/publishDiagnostics" {
        published[json["params"]["uri"].string ?? ""] = sent.body
      }
    }
    return answer
  }

  private func textBroken() -> String? {
    let held = server.session.openArticles
    guard held.map(\.uri) == sheets.keys.sorted() else { return "other articles are open: \(held.map(\.uri))" }
    for open in held where open.article.text.allBytes != Array((sheets[open.uri]?.text ?? "").utf8) {
      return
        "\(open.uri) is \(open.article.text.string(in: 0..<400).debugDescription), not \(sheets[open.uri]?.text.debugDescription ?? "")"
    }
    return nil
  }

  /// A server that has seen nothing but the texts as they are now.
  private func fresh(_ published: inout [String: [UInt8]]) -> LanguageServer {
    var fresh = greetedServer(encodings: [encoding], pulls: pulls)
    for (address, sheet) in sheets.sorted(by: { $0.key < $1.key }) {
      _ = Self.tell(&fresh, "textDocument/didOpen", opening(address, sheet), id: nil, &published)
    }
    return fresh
  }

  private func findingsBroken() -> String? {
    var anew: [String: [UInt8]] = [:]
    _ = fresh(&anew)
    for address in sheets.keys where published[address] != anew[address] {
      return "published: \(words(published[address])), by a fresh server: \(words(anew[address]))"
    }
    return nil
  }

  private func words(_ body: [UInt8]?) -> String { String(decoding: body ?? [], as: UTF8.self) }

  /// Asks both servers the same, and then what follows from the answer.
  private mutating func ask(_ number: Int, about address: String) -> String? {
    let question = questions[number % questions.count]
    let (start, end) = (position(in: sheets[address]), position(in: sheets[address]))
    var params = LSPAny.object([
      .init("textDocument", ["uri": .string(address)]), .init("position", start.json),
      .init("range", ["start": start.json, "end": end.json]), .init("positions", [start.json, end.json]),
      .init("newName", "Zora Quist"), .init("ch", number & 64 == 0 ? "\"" : "\n"), .init("query", ""),
      .init("context", ["includeDeclaration": .bool(number & 64 == 0), "diagnostics": []]),
      .init("options", ["tabSize": 2, "insertSpaces": true]),
      .init("command", number & 64 == 0 ? "newsmark.nextQuote" : "newsmark.previousQuoteBySpeaker"),
      .init("arguments", [["textDocument": ["uri": .string(address)], "position": start.json]]),
    ])
    var anew: [String: [UInt8]] = [:]
    var fresh = fresh(&anew)
    for method in question {
      let answer = tell(method, params, id: 1)
      let freshAnswer = Self.tell(&fresh, method, params, id: 1, &anew)
      guard let answer, let freshAnswer else { return "\(method) is not answered" }
      let (told, toldAnew) = (LSPAny(answer).unnumbered, LSPAny(freshAnswer).unnumbered)
      if told != toldAnew {
        return
          "\(method) \(words(params.jsonBytes)): \(words(told.jsonBytes)), by a fresh server \(words(toldAnew.jsonBytes))"
      }
      guard let first = answer["result"].elements.first else { return nil }
      params = method.hasPrefix("textDocument/prepareCall") ? ["item": LSPAny(first)] : LSPAny(first)
    }
    return nil
  }

  /// Changes of tokens, made to what the client had, give the tokens that a fresh server sends.
  private mutating func follow(_ address: String) -> String? {
    guard sheets[address] != nil else { return nil }
    let document: LSPAny = ["uri": .string(address)]
    var data: [Int] = []
    let result: JSON?
    if let old = tokens[address] {
      data = old.data
      result =
        tell(
          "textDocument/semanticTokens/full/delta", ["textDocument": document, "previousResultId": .string(old.id)],
          id: 1)?["result"]
      for edit in result?["edits"].elements ?? [] {
        let start = edit["start"].int ?? -1
        let end = start + (edit["deleteCount"].int ?? 0)
        guard start >= 0, end <= data.count, start <= end else { return "tokens \(start)..<\(end) of \(data.count)" }
        data.replaceSubrange(start..<end, with: edit["data"].elements.map { $0.int ?? 0 })
      }
    } else {
      result = tell("textDocument/semanticTokens/full", ["textDocument": document], id: 1)?["result"]
    }
    if let all = result?["data"], !all.isMissing { data = all.elements.map { $0.int ?? 0 } }
    tokens[address] = result?["resultId"].string.map { ($0, data) }
    var anew: [String: [UInt8]] = [:]
    var fresh = fresh(&anew)
    let whole = Self.tell(&fresh, "textDocument/semanticTokens/full", ["textDocument": document], id: 1, &anew)
    let expected = whole?["result"]["data"].elements.map { $0.int ?? 0 }
    return data == expected ? nil : "tokens \(data), by a fresh server \(expected ?? [])"
  }
}
