import Foundation
import LSP
import Testing

@Suite struct DamageTranscripts {
  @Test func framesSplitAtEveryByteAndGluedTogether() throws {
    let session =
      Editor.frame(#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}"#)
      + Editor.frame(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
      + Editor.frame(#"{"jsonrpc":"2.0","id":"“ü”","method":"no/such"}"#)
      + Editor.frame(#"{"jsonrpc":"2.0","id":3,"method":"shutdown"}"#)
    let glued = try Editor()
    try glued.write(session)
    let whole = try Editor()
    for byte in session { try whole.write([byte]) }
    for editor in [glued, whole] {
      #expect(try editor.answer(1)["error"].isMissing)
      #expect(try editor.receive()?["id"].string == "“ü”")
      #expect(try editor.answer(3)["error"].isMissing)
    }
    for cut in stride(from: 1, to: session.count, by: 7) {
      let editor = try Editor()
      try editor.write(Array(session[..<cut]))
      usleep(1_000)
      try editor.write(Array(session[cut...]))
      #expect(try editor.answer(3)["error"].isMissing)
    }
  }

  private static let damages: [(String, Int)] = [
    ("Content-Length: -1\r\n\r\n{}", -32700), ("Content-Length: 99999999999999999999\r\n\r\n{}", -32700),
    ("Content-Length: ten\r\n\r\n{}", -32700), ("Content-Type: x\r\n\r\n{}", -32700),
    ("Content-Length: 3\r\n\r\n{\"jsonrpc\":\"2.0\"}", -32700), ("garbage\n", -32700),
    ("Content-Length: 50\r\n\r\n{\"jsonrpc\":\"2.0\"}", -32700), ("Content-Length: 0\r\n\r\n", -32700),
    ("Content-Length: 8\r\n\r\n{\"a\": 1,", -32700), ("Content-Length: 4\r\n\r\ntrue", -32600),
    ("Content-Length: 4\r\n\r\n\u{FFFD}x", -32700), ("Content-Length: 2\r\n\r\n[]", -32600),
  ]

  @Test(arguments: damages)
  func damageIsAnsweredAndSoIsTheNextRequest(damage: String, code: Int) throws {
    let editor = try Editor.greeted()
    try editor.write(damage)
    try editor.request(2, "no/such")
    let first = try #require(try editor.receive())
    #expect(first["error"]["code"].int == code)
    #expect(first["id"].isAbsent && !first["id"].isMissing)
    #expect(try editor.answer(2)["error"]["code"].int == -32601)
  }

  @Test func invalidUTF8AndLoneSurrogatesBecomeReplacementCharacters() throws {
    let editor = try Editor.greeted()
    let before = #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.news","#
    let text = Array(#"\#(before)"text":"date 2023-11-29 a"#.utf8) + [0xFF, 0xC3] + Array(#"\ud83d b"}}}"#.utf8)
    try editor.write(frameHeader(length: text.count) + text)
    #expect(try editor.message("textDocument/publishDiagnostics")["uri"].string == "file:///a.news")
  }

  @Test func deepNestingIsRefused() throws {
    let editor = try Editor.greeted()
    try editor.write(Editor.frame(String(repeating: "[", count: 500_000)))
    #expect(try editor.receive()?["error"]["code"].int == -32700)
    try editor.request(2, "shutdown")
    #expect(try editor.answer(2)["error"].isMissing)
  }

  @Test func aStreamThatIsCutSaysSo() throws {
    let editor = try Editor.greeted()
    try editor.write("Content-Length: 100\r\n\r\n{\"jsonrpc\"")
    try editor.closeInput()
    #expect(try editor.exitCode() == 1)
    #expect(editor.rest().errors == "newsmark: the input ended 10 bytes into a message of 100\n")
  }

  @Test func aClientThatGoesAwayWithoutReadingLeavesNothingBehind() throws {
    let editor = try Editor.greeted()
    for id in 2..<2000 { try editor.request(id, "no/such") }
    try editor.closeOutput()
    #expect(try editor.exitCode() == 1)
  }
}
