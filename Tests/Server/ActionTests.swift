import LSP
import Server
import Testing

@Suite struct CodeActions {
  private static let article = "date: 2023-11-29 🌊 It said “so.\n"

  private func ask(
    _ capabilities: String, _ range: String = "0:4-0:4", only: String = "null", in text: String = Self.article
  ) throws -> [JSON] {
    var client = try Client.greeted(capabilities)
    try client.open(text)
    client.settle()
    try client.request(2, "textDocument/codeAction", Self.params(range, only))
    return try #require(client.settle().first)["result"].elements
  }

  private static func params(_ range: String, _ only: String = "null") -> String {
    let numbers = range.split { $0 == ":" || $0 == "-" }.map(String.init)
    return #"""
      {"textDocument":{"uri":"file:///a.news"},"range":{"start":{"line":\#(numbers[0]),"character":\#(numbers[1])},
      "end":{"line":\#(numbers[2]),"character":\#(numbers[3])}},"context":{"diagnostics":[],"only":\#(only)}}
      """#
  }

  private static let modest = #"{"textDocument":{"codeAction":{"codeActionLiteralSupport":{}}}}"#
  private static let able = #"""
    {"textDocument":{"codeAction":{"codeActionLiteralSupport":{},"isPreferredSupport":true,"dataSupport":true,
    "resolveSupport":{"properties":["edit"]}}},"workspace":{"workspaceEdit":{"documentChanges":true}}}
    """#

  @Test func aModestClientGetsTheWholeEditAsChanges() throws {
    let action = try #require(try ask(Self.modest).first)
    #expect(action["title"].string == "Remove the colon")
    #expect(action["kind"].string == "quickfix")
    #expect(action["isPreferred"].isMissing && action["data"].isMissing)
    #expect(action["diagnostics"].elements.first?["code"].string == "header/colon")
    let edits = action["edit"]["changes"].members
    #expect(edits.map(\.key) == ["file:///a.news"])
    #expect(edits.first?.value.elements.first?["newText"].string == "")
  }

  @Test func aQuickFixThatMakesEveryEditOfTheAnswerGetsOne() throws {
    var client = try Client.greeted(Self.modest)
    try client.open(Self.article)
    client.settle()
    let range = #"{"start":{"line":0,"character":28},"end":{"line":0,"character":29}}"#
    let finding = #"{"range":\#(range),"message":"","code":"quote/unclosed"}"#
    let params = Self.params("0:0-1:0").replacing(#""diagnostics":[]"#, with: #""diagnostics":[\#(finding)]"#)
    let found = try client.answer("textDocument/codeAction", params).elements
    #expect(found.count == 1 && found.first?["title"].string?.hasPrefix("Insert ”") == true)
  }

  /// While somebody types, what is marked is moved without its fixes.
  @Test func fixesAreThereAfterAnEditBetweenThemAndWhatIsMarked() throws {
    var client = try Client.greeted(Self.modest)
    try client.open("date 2023-11-29 It met.\n\n> No.\n\n— Osama Larsson\n")
    client.settle()
    for _ in 0..<2 {
      try client.edit("0:20-0:20", "x\n")
      client.wake()
    }
    let typed = try client.answer("textDocument/codeAction", Self.params("6:4-6:4"))
    var fresh = try Client.greeted(Self.modest)
    try fresh.open(try client.text())
    fresh.settle()
    let anew = try fresh.answer("textDocument/codeAction", Self.params("6:4-6:4"))
    #expect(LSPAny(typed).text == LSPAny(anew).text && !anew.elements.isEmpty)
  }

  @Test func columnsAreTheClients() throws {
    let found = try ask(Self.modest, "0:28-0:28")
    let insert = try #require(found.first { $0["title"].string?.hasPrefix("Insert ”") == true })
    let edit = insert["edit"]["changes"].members.first?.value.elements.first
    #expect(edit?["range"]["start"]["character"].int == 32)
  }

  @Test func aClientThatAsksAgainGetsTheEditThen() throws {
    var client = try Client.greeted(Self.able)
    try client.open(Self.article, version: 7)
    client.settle()
    try client.request(2, "textDocument/codeAction", Self.params("0:4-0:4"))
    let action = try #require(client.settle().first)["result"].elements[0]
    #expect(action["edit"].isMissing && action["isPreferred"].bool == true)
    try client.request(3, "codeAction/resolve", LSPAny(action).text)
    let resolved = try #require(client.settle().first)["result"]
    let change = try #require(resolved["edit"]["documentChanges"].elements.first)
    #expect(change["textDocument"]["version"].int == 7)
    #expect(change["edits"].elements.count == 1)
    #expect(resolved["data"].isMissing == false)
    try client.edit("0:0-0:0", "// note\n", version: 8)
    try client.request(4, "codeAction/resolve", LSPAny(action).text)
    #expect(client.settle().codes == [-32801])
  }

  @Test func onlyWhatWasAskedForIsOffered() throws {
    let kinds = { (only: String) in
      Set(try ask(Self.modest, "0:0-1:0", only: only).compactMap { $0["kind"].string })
    }
    #expect(try kinds(#"["source"]"#) == ["source.fixAll.newsmark"])
    #expect(try kinds(#"["source.fixAll.newsmark"]"#) == ["source.fixAll.newsmark"])
    #expect(try kinds(#"["source.organizeImports"]"#) == [])
    #expect(try kinds(#"["quickfix"]"#) == ["quickfix"])
    #expect(try kinds(#"["refactor"]"#) == ["refactor.rewrite"])
    #expect(try kinds("null") == ["quickfix", "refactor.rewrite", "source.fixAll.newsmark"])
  }

  @Test func aClientWithoutLiteralsIsOfferedNothing() throws {
    #expect(try ask("{}").isEmpty)
  }

  @Test func anEmptyArticleCanGetAHeader() throws {
    let found = try ask(Self.modest, "0:0-0:0", in: "")
    #expect(found.contains { $0["title"].string == "Insert a header" })
  }

  @Test func theStylebookIsEditedUnderItsOwnAddress() throws {
    var client = Client(disk: ["/desk/stylebook.news": "term Gaza Strip\n"])
    try client.greet(
      root: "file:///desk", capabilities: #"{"textDocument":{"codeAction":{"codeActionLiteralSupport":{}}}}"#)
    try client.open(Self.article, uri: "file:///desk/a.news")
    client.settle()
    let params = Self.params("0:4-0:4").replacing("file:///a.news", with: "file:///desk/a.news")
    let found = try client.answer("textDocument/codeAction", params).elements
    let off = try #require(found.first { $0["title"].string == "Turn header/colon off in the stylebook" })
    let changes = off["edit"]["changes"].members
    #expect(changes.map(\.key) == ["file:///desk/stylebook.news"])
    #expect(changes.first?.value.elements.first?["newText"].string == "rule header/colon off\n")
  }
}
