import Foundation
import LSP
import Testing

@Suite struct ArticleTranscripts {
  @Test func positionsPastTheEndAndArticlesNeverOpened() throws {
    let editor = try Editor.greeted()
    let change = #"""
      "contentChanges":[{"range":{"start":{"line":9999999999,"character":-7},"end":{"line":1e400,"character":1.5}},
      "text":"date 2023-02-30"}]}
      """#
    try editor.notify("textDocument/didChange", #"{"textDocument":{"uri":"file:///never.news","version":2},\#(change)"#)
    #expect(try editor.message("window/logMessage")["message"].string?.contains("never.news is not open") == true)
    try editor.open("")
    #expect(try editor.message("textDocument/publishDiagnostics")["diagnostics"].elements.isEmpty)
    try editor.notify("textDocument/didChange", #"{"textDocument":{"uri":"file:///a.news","version":2},\#(change)"#)
    #expect(!(try editor.message("textDocument/publishDiagnostics")["diagnostics"].elements.isEmpty))
    for (id, position) in [(2, #"{"line":99,"character":99}"#), (3, #"{"line":0,"character":4000000000}"#)] {
      try editor.request(
        id, "textDocument/hover", #"{"textDocument":{"uri":"file:///a.news"},"position":\#(position)}"#)
      #expect(try editor.answer(id)["error"].isMissing)
    }
    try editor.request(4, "textDocument/hover", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    #expect(try editor.answer(4)["error"]["message"].string == "'position' is missing in params")
    try editor.request(5, "textDocument/hover", #"{"textDocument":{"uri":"file:///never.news"},"position":{}}"#)
    #expect(try editor.answer(5)["error"]["code"].int == -32602)
  }

  /// Each line stands in its way of a bad date's column: an emoji, a combining mark, CRLF, a lone CR, a byte order mark.
  @Test(arguments: [("utf-8", 30), ("utf-16", 23), ("utf-32", 22)])
  func threeEncodings(encoding: String, column: Int) throws {
    let editor = try Editor.greeted(#"{"general":{"positionEncodings":["\#(encoding)"]}}"#)
    try editor.open("\u{FEFF}date 2023-11-29\r\rheadline 😀 e\u{301}“x” 12345\r\n")
    _ = try editor.message("textDocument/publishDiagnostics")
    // Puts the number's last digit on a line of its own, then looks where the outline says that the line ends.
    let end = #"{"line":2,"character":\#(column - 1)}"#
    try editor.notify(
      "textDocument/didChange",
      #"""
      {"textDocument":{"uri":"file:///a.news","version":2},"contentChanges":[
      {"range":{"start":\#(end),"end":\#(end)},"text":"\n\ndate 2023-02-30 "}]}
      """#)
    let found = try editor.message("textDocument/publishDiagnostics")["diagnostics"].elements
    let bad = try #require(found.first { $0["range"]["start"]["line"].int == 4 })
    #expect(bad["range"]["start"]["character"].int == 5)
    try editor.request(2, "textDocument/documentSymbol", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    #expect(String(decoding: LSPAny(try editor.answer(2)["result"]).jsonBytes, as: UTF8.self).contains("” 1234\""))
  }

  @Test func aHugeArticleOpensEditsAndCloses() throws {
    // A debug build takes a second and more over each megabyte.
    let megabytes = ProcessInfo.processInfo.environment["NEWSMARK"] == nil ? 1 : 20
    let editor = try Editor.greeted()
    let paragraph = "Officials said on Tuesday that “the plan would go ahead,” the mayor’s office said.\n\n"
    let text = String(repeating: paragraph, count: megabytes << 20 / paragraph.utf8.count)
    try editor.open("date 2023-11-29\n\n" + text)
    _ = try editor.message("textDocument/publishDiagnostics")
    for version in 2..<12 {
      try editor.notify(
        "textDocument/didChange",
        #"""
        {"textDocument":{"uri":"file:///a.news","version":\#(version)},"contentChanges":[{"range":{
        "start":{"line":2,"character":0},"end":{"line":2,"character":0}},"text":"x"}]}
        """#)
      _ = try editor.message("textDocument/publishDiagnostics")
    }
    try editor.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    #expect(try editor.message("textDocument/publishDiagnostics")["diagnostics"].elements.isEmpty)
    try editor.request(2, "shutdown")
    #expect(try editor.answer(2)["error"].isMissing)
  }
}
