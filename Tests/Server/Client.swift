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
  private var wantsRest = false
  /// The world is slow: files come only with `handOverFiles`.
  var holdsFiles = false
  private var held: [Event] = []
  /// What files hold, by their paths.
  var disk: [String: String]
  /// The paths that the server asked for.
  private(set) var asked: [String] = []

  /// The server has asked for what the next article takes.
  private(set) var isReady = false

  /// What the server asked for to be filed.
  private(set) var filings: [Filing] = []

  init(disk: [String: String] = [:]) { self.disk = disk }

  /// Greets the server with a workspace folder in which the world finds the files `scanned`.
  mutating func greet(root: String, scanned: [String] = [], capabilities: String = "{}") throws {
    try request(1, "initialize", #"{"processId":null,"rootUri":"\#(root)","capabilities":\#(capabilities)}"#)
    try notify("initialized")
    settle()
    take(.scanned(scanned.map { DocumentKey(path: Array($0.utf8)) }, isLast: true, problem: nil))
    settle()
    asked = []
  }

  /// What the server answers to a request.
  mutating func answer(_ method: String, _ params: String) throws -> JSON {
    try request(77, method, params)
    return try #require(settle().first { $0["id"].int == 77 })["result"]
  }

  /// The codes of what was last published, for one article or for any.
  mutating func codes(of uri: String? = nil) throws -> [String] {
    let published = settle().filter { $0["method"].string == "textDocument/publishDiagnostics" }
    let last = try #require(published.last { uri == nil || $0["params"]["uri"].string == uri })
    return last["params"]["diagnostics"].elements.compactMap { $0["code"].string }
  }

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

  mutating func hand(_ body: String) { take(.message(Body(Array(body.utf8)))) }

  /// Lets the server work until it asks for nothing more, and returns what it has sent.
  @discardableResult
  mutating func settle() -> [JSON] {
    while wantsWake || wantsRest { if wantsWake { wake() } else { rest() } }
    defer { inbox = [] }
    return inbox
  }

  /// Lets the server work once.
  mutating func wake() {
    wantsWake = false
    take(.woke)
  }

  /// Lets the writer pause.
  mutating func rest() {
    wantsRest = false
    take(.rested)
  }

  mutating func take(_ event: Event) {
    for effect in server.handle(event) {
      switch effect {
      case .send(let message):
        if let json = try? JSON(parsing: message.body) { inbox.append(json) } else { Issue.record("not JSON") }
      case .wake: wantsWake = true
      case .rest: wantsRest = true
      case .exit(let code): exitCode = code
      case .read(let key, _):
        let path = String(decoding: key.path ?? [], as: UTF8.self)
        asked.append(path)
        let file = Event.file(key, disk[path].map { Array($0.utf8) })
        if holdsFiles { held.append(file) } else { take(file) }
      case .file(let filing):
        let path = String(decoding: filing.key.path ?? [], as: UTF8.self)
        filings.append(filing)
        asked.append(path)
        let filed = Event.filed(filing.filed(disk[path].map { Array($0.utf8) }))
        if holdsFiles { held.append(filed) } else { take(filed) }
      case .prove(let proving):
        let proved = Event.proved(proving.proved())
        if holdsFiles { held.append(proved) } else { take(proved) }
      case .makeReady: isReady = true
      case .watch, .releaseMemory, .scan: break
      }
    }
  }

  mutating func handOverFiles() {
    defer { held = [] }
    for file in held { take(file) }
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
