import LSP
import Server
import Testing

@Suite struct Renaming {
  private static let article =
    "person Ana Ruiz\n\n🌊 Ana Ruiz met Dagny Okafor. “Nobody thanked Ruiz,” Dagny Okafor said.\n"
  private static let able =
    #"{"workspace":{"workspaceEdit":{"documentChanges":true,"changeAnnotationSupport":{}}}}"#

  private func ask(
    _ capabilities: String, _ method: String = "textDocument/rename", at place: String = "2:8",
    to name: String = "Ana Roe",
    in text: String = Self.article
  ) throws -> JSON {
    var client = try Client.greeted(capabilities)
    try client.open(text, version: 3)
    client.settle()
    let numbers = place.split(separator: ":")
    try client.request(
      2, method,
      #"""
      {"textDocument":{"uri":"file:///a.news"},"position":{"line":\#(numbers[0]),"character":\#(numbers[1])},
      "newName":\#(LSPAny.string(name).text)}
      """#)
    return try #require(client.settle().first)
  }

  @Test func whatIsQuotedIsForThePersonToConfirm() throws {
    let result = try ask(Self.able)["result"]
    let change = try #require(result["documentChanges"].elements.first)
    #expect(change["textDocument"]["version"].int == 3)
    let edits = change["edits"].elements
    #expect(edits.map { $0["newText"].string } == ["Ana Roe", "Ana Roe", "Roe"])
    #expect(edits.map { $0["annotationId"].string } == [nil, nil, "quoted"])
    #expect(edits[1]["range"]["start"]["character"].int == 3)
    let annotations = result["changeAnnotations"].members
    #expect(annotations.map(\.key) == ["quoted"])
    #expect(annotations[0].value["needsConfirmation"].bool == true)
  }

  @Test func whatIsQuotedIsLeftWhereTheClientCannotAsk() throws {
    let changes = try ask("{}")["result"]["changes"].members
    #expect(changes.map(\.key) == ["file:///a.news"])
    #expect(changes[0].value.elements.map { $0["newText"].string } == ["Ana Roe", "Ana Roe"])
  }

  @Test func theBoxStartsWithTheFullName() throws {
    let result = try ask("{}", "textDocument/prepareRename", at: "2:47")["result"]
    #expect(result["placeholder"].string == "Ana Ruiz")
    #expect(result["range"]["end"]["character"].int == 50)
  }

  @Test func refusalsSayWhy() throws {
    for (place, name) in [("2:12", "Ana Roe"), ("2:8", ""), ("2:8", "Ana\nRoe"), ("2:8", "Ana, Roe")] {
      let error = try ask("{}", at: place, to: name)["error"]
      #expect(error["code"].int == -32803)
      #expect(error["message"].string?.hasSuffix(".") == true)
    }
    #expect(try ask("{}", "textDocument/prepareRename", at: "2:12")["error"]["code"].int == -32803)
  }

  @Test func theSameNameChangesNothing() throws {
    #expect(try ask("{}", to: "Ana Ruiz")["result"].isAbsent)
  }

  @Test func aShortNameThatTwoBearIsForThePersonToConfirm() throws {
    let text = "person Ana Ruiz\nperson Tom Ruiz\n\nAna Ruiz met Tom Ruiz. Then Ana left.\n"
    let result = try ask(Self.able, at: "0:8", to: "Eva Ruiz", in: text)["result"]
    let edits = try #require(result["documentChanges"].elements.first)["edits"].elements
    #expect(edits.map { $0["newText"].string } == ["Eva Ruiz", "Eva Ruiz", "Eva"])
    #expect(edits.map { $0["annotationId"].string } == [nil, nil, "uncertain"])
    #expect(result["changeAnnotations"].members.map(\.key) == ["uncertain"])
  }

  @Test func aNameThatIsOnlyQuotedIsRefusedWhereTheClientCannotAsk() throws {
    let text = "“Ana Ruiz left,” she said.\n"
    let error = try ask("{}", at: "0:3", in: text)["error"]
    #expect(error["code"].int == -32803)
    #expect(error["message"].string?.contains("only inside quotation marks") == true)
    #expect(try ask(Self.able, at: "0:3", in: text)["result"]["documentChanges"].elements.count == 1)
  }
}
