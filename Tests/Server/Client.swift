import LSP
import Server
import Testing

/// A client and its server in one value, without a pipe between them.
struct Client {
  var server = LanguageServer(version: "0")
  /// Everything the server has sent since the last look.
  private(set) var inbox: [JSON] = []
  private(set) var exitCode: Int32?
  private var wantsWake = false

  /// A client that has been greeted and says it can do `capabilities`, JSON text.
  static func greeted(_ capabilities: String = "{}") throws -> Client {
    var client = Client()
    try client.request(1, "initialize", #"{"processId":null,"capabilities":\#(capabilities)}"#)
    try client.notify("initialized")
    client.settle()
    client.inbox = []
    return client
  }

  /// Hands over a request without waiting for the answer.
  mutating func request(_ id: Int, _ method: String, _ params: String = "null") throws {
    hand(#"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(params)}"#)
  }

  /// Hands over a notification.
  mutating func notify(_ method: String, _ params: String = "{}") throws {
    hand(#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(params)}"#)
  }

  mutating func hand(_ body: String) { take(.message(Array(body.utf8))) }

  /// Lets the server work until it asks for nothing more, and returns what it has sent.
  @discardableResult
  mutating func settle() -> [JSON] {
    while wantsWake { wake() }
    defer { inbox = [] }
    return inbox
  }

  /// Lets the server work once.
  mutating func wake() {
    wantsWake = false
    take(.woke)
  }

  mutating func take(_ event: Event) {
    for effect in server.handle(event) {
      switch effect {
      case .send(let message):
        if let json = try? JSON(parsing: message.body) { inbox.append(json) } else { Issue.record("not JSON") }
      case .wake: wantsWake = true
      case .exit(let code): exitCode = code
      case .watch, .releaseMemory: break
      }
    }
  }

  mutating func open(_ text: String, uri: String = "file:///a.news", version: Int = 1) throws {
    let document = LSPAny.object([
      .init("uri", .string(uri)), .init("languageId", "news"), .init("version", .int(version)),
      .init("text", .string(text)),
    ])
    try notify("textDocument/didOpen", LSPAny.object([.init("textDocument", document)]).text)
  }

  /// Replaces a range given as `line:character-line:character`.
  mutating func edit(_ range: String, _ text: String, uri: String = "file:///a.news", version: Int = 2) throws {
    let numbers = range.split { $0 == ":" || $0 == "-" }.map(String.init)
    try notify(
      "textDocument/didChange",
      #"""
      {"textDocument":{"uri":"\#(uri)","version":\#(version)},"contentChanges":[{"range":{
      "start":{"line":\#(numbers[0]),"character":\#(numbers[1])},
      "end":{"line":\#(numbers[2]),"character":\#(numbers[3])}},"text":\#(LSPAny.string(text).text)}]}
      """#)
  }

  /// The text that the server holds.
  func text(of uri: String = "file:///a.news") throws -> String {
    let article = try server.session.article(uri).article
    return article.text.string(in: 0..<article.text.count)
  }
}

extension JSONWritable {
  /// The value as JSON text.
  var text: String { String(decoding: jsonBytes, as: UTF8.self) }
}

extension [JSON] {
  /// Only the notifications and requests of one method.
  func of(_ method: String) -> [JSON] { filter { $0["method"].string == method } }

  /// The error codes, or 0 for a result, by the order of answers.
  var codes: [Int] { filter { $0["method"].isMissing }.map { $0["error"]["code"].int ?? 0 } }
}
