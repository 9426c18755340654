import Foundation
import LSP
import Testing

/// Clients that do what no client should: each message has its answer, and the server goes on.
@Suite struct TortureTranscripts {
  private static let session =
    Editor.frame(#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}"#)
    + Editor.frame(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
    + Editor.frame(#"{"jsonrpc":"2.0","id":3,"method":"no/such"}"#)

  @Test(arguments: stride(from: 1, to: session.count, by: 1).map { $0 })
  func splitAtEveryByte(cut: Int) throws {
    let editor = try Editor()
    try editor.write(Array(Self.session[..<cut]))
    usleep(300)
    try editor.write(Array(Self.session[cut...]))
    #expect(try editor.answer(1)["error"].isMissing)
    #expect(try editor.answer(3)["error"]["code"].int == -32601)
  }

  static let headers = [
    "Content-Length: #\r\n\r\n", "content-length:#\r\n\r\n", "CONTENT-LENGTH :  #  \r\n\r\n", "Content-Length: #\n\n",
    "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: #\r\n\r\n",
    "Content-Length: #\r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n\r\n",
    "X-Other: y\r\nContent-Length: #\r\nX-Third:\r\n\r\n", "\r\n\r\nContent-Length: #\r\n\r\n",
    "Content-Length: 000#\r\n\r\n", "Content-Length: #\r\nContent-Length: #\r\n\r\n",
  ]

  @Test(arguments: headers)
  func headersInOddCaseAndOrder(header: String) throws {
    let editor = try Editor.greeted()
    let body = #"{"jsonrpc":"2.0","id":2,"method":"no/such"}"#
    try editor.write(header.replacingOccurrences(of: "#", with: "\(body.utf8.count)") + body)
    #expect(try editor.answer(2)["error"]["code"].int == -32601)
  }

  static let ids = [
    "0", "-7", "9007199254740993", "9223372036854775807", "\"a\"", "\"\"", "\"“ü”\\ud83c\\udf89\"", "null", "1.5",
    "1e3", "\"7\"",
  ]

  @Test(arguments: ids)
  func anyIdIsGivenBackAsItCame(id: String) throws {
    let editor = try Editor.greeted()
    try editor.write(Editor.frame(#"{"jsonrpc":"2.0","id":\#(id),"method":"no/such"}"#))
    let answer = try #require(try editor.receive())
    #expect(answer["error"]["code"].int == -32601)
    #expect(LSPAny(answer["id"]) == LSPAny(try JSON(parsing: Array(id.utf8))))
  }

  @Test(arguments: [#"[1]"#, #"{"a":1}"#, "true"])
  func whatCannotBeAnIdIsRefused(id: String) throws {
    let editor = try Editor.greeted()
    try editor.write(Editor.frame(#"{"jsonrpc":"2.0","id":\#(id),"method":"no/such"}"#))
    #expect(try editor.receive()?["error"]["code"].int == -32600)
  }

  @Test func oneIdTwiceHasTwoAnswers() throws {
    let editor = try Editor.greeted()
    let request = Editor.frame(#"{"jsonrpc":"2.0","id":2,"method":"no/such"}"#)
    try editor.write(request + request)
    for _ in 0..<2 { #expect(try editor.answer(2)["error"]["code"].int == -32601) }
  }

  static let bodies: [(String, Int)] = [
    ("[]", -32600), (#"[{"jsonrpc":"2.0","id":2,"method":"shutdown"}]"#, -32600), ("{}", -32600), ("7", -32600),
    ("null", -32600), (#""shutdown""#, -32600), ("", -32700), ("{", -32700), (#"{"a":1,}"#, -32700), ("NaN", -32700),
    (#"{"jsonrpc":"2.0","method":7,"id":9}"#, -32600), (#"{"jsonrpc":"2.0","id":9}"#, -32600),
    ("\u{0}", -32700), (#"{"a":"\u{1}"}"#, -32600), (#"{"a":"\ud83d","b":1e999}"#, -32600),
  ]

  @Test(arguments: bodies)
  func whatIsNoMessageIsRefused(body: String, code: Int) throws {
    let editor = try Editor.greeted()
    try editor.write(Editor.frame(body))
    #expect(try editor.receive()?["error"]["code"].int == code)
    try editor.request(2, "no/such")
    #expect(try editor.answer(2)["error"]["code"].int == -32601)
  }

  static let early = ["textDocument/hover", "shutdown", "workspace/symbol", "no/such"]

  @Test(arguments: early)
  func nothingIsAnsweredBeforeInitialize(method: String) throws {
    let editor = try Editor()
    try editor.request(1, method)
    #expect(try editor.answer(1)["error"]["code"].int == -32002)
    try editor.open("date 2023-02-30 It met.\n")
    try editor.request(2, "initialize", "{}")
    #expect(try editor.receive()?["id"].int == 2)
  }

  @Test(arguments: early + ["initialize"])
  func nothingIsAnsweredAfterShutdown(method: String) throws {
    let editor = try Editor.greeted()
    try editor.request(2, "shutdown")
    try editor.request(3, method)
    #expect(try editor.answer(2)["error"].isMissing)
    #expect(try editor.answer(3)["error"]["code"].int == -32600)
    try editor.notify("exit")
    #expect(try editor.exitCode() == 0)
  }

  static let strays = [
    #"{"jsonrpc":"2.0","id":99,"result":null}"#,
    #"{"jsonrpc":"2.0","id":"newsmark-1","error":{"code":-1,"message":"no"}}"#,
    #"{"jsonrpc":"2.0","id":null,"error":{"code":-1,"message":"no"}}"#, #"{"jsonrpc":"2.0","id":1,"result":{"a":[]}}"#,
    #"{"jsonrpc":"2.0","method":"$/no/such"}"#, #"{"jsonrpc":"2.0","method":"no/such","params":[1]}"#,
    #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":77}}"#,
    #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":{}}}"#,
    #"{"jsonrpc":"2.0","method":"$/cancelRequest"}"#,
    #"{"jsonrpc":"2.0","method":"$/setTrace","params":{"value":"loud"}}"#,
    #"{"jsonrpc":"2.0","method":"textDocument/hover","params":{}}"#,
  ]

  @Test(arguments: strays)
  func whatNobodyAskedForIsPassedOver(message: String) throws {
    let editor = try Editor.greeted()
    try editor.write(Editor.frame(message))
    try editor.request(2, "no/such")
    #expect(try editor.answer(2)["error"]["code"].int == -32601)
  }

  static let addresses = [
    "file:///a%20b.news", "file:///a b.news", "file:///C:/a.news", "file:///c%3A/a.news", "file://server/share/a.news",
    "untitled:Untitled-1", "vscode-notebook-cell:/a.ipynb#X10", "file:///%F0%9F%8E%89.news", "file:///%FF%00.news",
    "file:///%zz%.news", "", "a.news", "file:", "file:///", "FILE:///A.NEWS", "git:/a.news?%7B%22ref%22%3A%22%22%7D",
    "file:///../../a.news", "http://a.example/a.news",
  ]

  @Test(arguments: addresses)
  func anyAddressIsAnArticle(uri: String) throws {
    let editor = try Editor.greeted()
    try editor.open("date 2023-02-30 It met.\n", uri: uri)
    #expect(try editor.message("textDocument/publishDiagnostics")["uri"].string == uri)
    try editor.request(2, "textDocument/documentSymbol", #"{"textDocument":{"uri":\#(Editor.quoted(uri))}}"#)
    #expect(try editor.answer(2)["result"].isArray)
  }

  private static let ana = "person Ana Ruiz\n"

  /// Wherever the client points, the text is what it would be, by the names that it declares.
  static let changes: [(String, [String])] = [
    (#"{"range":{"start":{"line":0,"character":7},"end":{"line":0,"character":10}},"text":"Zoe"}"#, ["Zoe Ruiz"]),
    (#"{"range":{"start":{"line":0,"character":10},"end":{"line":0,"character":7}},"text":"Zoe"}"#, ["Zoe Ruiz"]),
    (#"{"range":{"start":{"line":0,"character":900},"end":{"line":0,"character":900}},"text":"as"}"#, ["Ana Ruizas"]),
    (
      #"{"range":{"start":{"line":900,"character":0},"end":{"line":901,"character":0}},"text":"person Bo Lund"}"#,
      ["Ana Ruiz", "Bo Lund"]
    ),
    (
      #"{"range":{"start":{"line":-1,"character":-1},"end":{"line":0,"character":7}},"text":"person Eva "}"#,
      ["Eva Ana Ruiz"]
    ),
    (#"{"range":{"start":{"line":0,"character":10},"end":{"line":99999999999,"character":1e300}},"text":""}"#, ["Ana"]),
    (#"{"text":"person Bo Lund"}"#, ["Bo Lund"]),
    (#"{"range":null,"rangeLength":7,"text":"person Bo Lund"}"#, ["Bo Lund"]),
    (
      #"{"range":{"start":{"line":0,"character":7},"end":{"line":0,"character":10}},"rangeLength":-5,"text":"Zoe"}"#,
      ["Zoe Ruiz"]
    ),
  ]

  @Test(arguments: changes)
  func positionsOutsideTheTextAreTheNearestInside(change: String, names: [String]) throws {
    let editor = try Editor.greeted()
    try editor.open(Self.ana)
    try editor.change(change)
    #expect(try editor.names() == names)
  }

  @Test func overlappingChangesAreMadeOneAfterTheOther() throws {
    let editor = try Editor.greeted()
    try editor.open(Self.ana)
    let range = #""range":{"start":{"line":0,"character":7},"end":{"line":0,"character":9}}"#
    try editor.change(#"{\#(range),"text":"Susan"},{\#(range),"text":"Ro"},{\#(range),"text":"Lu"}"#)
    #expect(try editor.names() == ["Lusana Ruiz"])
  }

  @Test(arguments: ["1", "0", "-3", "null", "99999999999999999999", "1.5"])
  func aWrongVersionIsTheClientsBusiness(version: String) throws {
    let editor = try Editor.greeted()
    try editor.open(Self.ana)
    try editor.change(#"{"text":"person Bo Lund"}"#, version: version)
    #expect(try editor.names() == ["Bo Lund"])
  }

  @Test(arguments: ["7", "{}", "[{}]", #"[{"range":7,"text":"a"}]"#, #"[{"text":7}]"#, "null"])
  func aChangeThatIsNoneLeavesTheText(changes: String) throws {
    let editor = try Editor.greeted()
    try editor.open(Self.ana)
    try editor.notify(
      "textDocument/didChange",
      #"{"textDocument":{"uri":"file:///a.news","version":2},"contentChanges":\#(changes)}"#)
    #expect(try editor.names() == ["Ana Ruiz"])
  }

  @Test func openedTwiceTheSecondTextCounts() throws {
    let editor = try Editor.greeted()
    try editor.open(Self.ana)
    try editor.open("person Bo Lund", uri: "file:///%61.news")
    #expect(try editor.names() == ["Bo Lund"])
    try editor.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    try editor.request(2, "textDocument/documentSymbol", #"{"textDocument":{"uri":"file:///%61.news"}}"#)
    #expect(try editor.answer(2)["error"]["code"].int == -32602)
  }

  @Test(arguments: ["textDocument/didChange", "textDocument/didClose", "textDocument/didSave", "textDocument/hover"])
  func whatIsNotOpenCanOnlyBeComplainedOf(method: String) throws {
    let editor = try Editor.greeted()
    let params =
      #"{"textDocument":{"uri":"file:///no.news","version":1},"contentChanges":[],"position":{"line":0,"character":0}}"#
    if method.hasSuffix("hover") {
      try editor.request(2, method, params)
      #expect(try editor.answer(2)["error"]["code"].int == -32602)
    } else {
      try editor.notify(method, params)
      #expect(try editor.message("window/logMessage")["message"].string?.contains("not open") == true)
    }
  }
}
