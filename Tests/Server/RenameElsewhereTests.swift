import LSP
import Server
import Testing

/// A rename reaches the other articles of the workspace, as they are on the disk at that moment.
@Suite struct RenamingElsewhere {
  private static let able =
    #"{"workspace":{"workspaceEdit":{"documentChanges":true,"changeAnnotationSupport":{}}}}"#
  private static let here = "Ana Ruiz met Dagny Okafor.\n"

  /// Each edit of a rename of Ana Ruiz as `file line:character text`, with its annotation.
  private func rename(
    _ client: inout Client, to name: String = "Ana Roe", in text: String = Self.here
  ) throws -> [String] {
    try client.open(text, uri: "file:///desk/a.news", version: 7)
    client.settle()
    let result = try client.answer(
      "textDocument/rename",
      #"""
      {"textDocument":{"uri":"file:///desk/a.news"},"position":{"line":0,"character":2},
      "newName":\#(LSPAny.string(name).text)}
      """#)
    return result["documentChanges"].elements.flatMap { change in
      let version = change["textDocument"]["version"]
      let uri = change["textDocument"]["uri"].string ?? ""
      return change["edits"].elements.map { edit in
        let start = edit["range"]["start"]
        let place = "\(start["line"].int ?? -1):\(start["character"].int ?? -1)"
        let doubt = edit["annotationId"].string.map { " " + $0 } ?? ""
        return
          "\(uri.dropFirst(13)) \(version.int.map(String.init) ?? "null") \(place) \(edit["newText"].string ?? "")\(doubt)"
      }
    }
  }

  private func desk(_ files: [String: String], _ capabilities: String = Self.able) throws -> Client {
    var client = Client(disk: files)
    try client.greet(root: "file:///desk", scanned: files.keys.sorted(), capabilities: capabilities)
    return client
  }

  @Test func closedArticlesThatNameThemInFullAreRenamed() throws {
    var client = try desk([
      "/desk/b.news": "🌊 Ana Ruiz spoke.\n\n“Ruiz left,” Tomás Okafor said of Ruiz.\n",
      "/desk/c.news": "Then Ruiz left.\n", "/desk/d.news": "It rained.\n",
    ])
    #expect(
      try rename(&client) == [
        "a.news 7 0:0 Ana Roe", "b.news null 0:3 Ana Roe", "b.news null 2:1 Roe quoted", "b.news null 2:34 Roe",
      ])
    #expect(client.asked == ["/desk/stylebook.news", "/desk/b.news"])
  }

  @Test func whatTheDiskHoldsNowCounts() throws {
    var client = try desk([
      "/desk/b.news": "Ana Ruiz spoke.\n", "/desk/c.news": "Ana Ruiz went.\n", "/desk/d.news": "Ana Ruiz sang.\n",
    ])
    client.disk["/desk/b.news"] = "It rained.\n\nThen Ana Ruiz spoke.\n"
    client.disk["/desk/c.news"] = "Nobody went.\n"
    client.disk["/desk/d.news"] = nil
    #expect(try rename(&client) == ["a.news 7 0:0 Ana Roe", "b.news null 2:5 Ana Roe"])
    // What was read is remembered.
    #expect(try client.answer("workspace/symbol", #"{"query":"Ana Ruiz"}"#).elements.count == 2)
  }

  @Test func openArticlesAreRenamedAsTheyAreTyped() throws {
    var client = try desk(["/desk/b.news": "Ana Ruiz spoke.\n"])
    try client.open("Nobody listened when Ana Ruiz spoke.\n", uri: "file:///desk/b.news", version: 4)
    #expect(try rename(&client) == ["a.news 7 0:0 Ana Roe", "b.news 4 0:21 Ana Roe"])
    #expect(!client.asked.contains("/desk/b.news"))
  }

  @Test func theStylebookThatDeclaresANameIsRenamed() throws {
    var client = try desk(["/desk/stylebook.news": "// Council\nperson Ana Ruiz, council leader; aka Ruiz\n"])
    #expect(
      try rename(&client) == [
        "a.news 7 0:0 Ana Roe", "stylebook.news null 1:7 Ana Roe", "stylebook.news null 1:37 Roe",
      ])
  }

  @Test func aStylebookOutsideTheWorkspaceStaysAsItIs() throws {
    var client = Client(disk: ["/desk/stylebook.news": "person Ana Ruiz\n"])
    try client.greet(root: "file:///other", capabilities: Self.able)
    #expect(try rename(&client) == ["a.news 7 0:0 Ana Roe"])
  }

  @Test func aNameThatCannotBeDeclaredThereIsRefused() throws {
    var client = try desk(["/desk/b.news": "person Ana Ruiz\n\nAna Ruiz spoke.\n"])
    try client.open(Self.here, uri: "file:///desk/a.news")
    client.settle()
    try client.request(
      2, "textDocument/rename",
      #"{"textDocument":{"uri":"file:///desk/a.news"},"position":{"line":0,"character":2},"newName":"Ruiz, Ana"}"#)
    let error = try #require(client.settle().first { $0["id"].int == 2 })["error"]
    #expect(error["message"].string?.contains("declaration") == true)
  }

  @Test func oneWordIsAPlaceHereAndAPersonThere() throws {
    let files = [
      "/desk/b.news": "The flood reached Jordan and Amman.\n", "/desk/c.news": "“No,” said Mr. Jordan.\n",
    ]
    var client = try desk(files)
    let edits = try rename(&client, to: "Egypt", in: "Jordan is a country; nobody in Jordan slept.\n")
    #expect(edits == ["a.news 7 0:0 Egypt", "a.news 7 0:31 Egypt", "b.news null 0:18 Egypt"])
  }

  @Test func aPlainClientGetsPlainChanges() throws {
    var client = try desk(["/desk/b.news": "Ana Ruiz spoke.\n\n“Ruiz left,” Tomás Okafor said.\n"], "{}")
    try client.open(Self.here, uri: "file:///desk/a.news")
    client.settle()
    let changes = try client.answer(
      "textDocument/rename",
      #"{"textDocument":{"uri":"file:///desk/a.news"},"position":{"line":0,"character":2},"newName":"Ana Roe"}"#)[
        "changes"]
    #expect(changes.members.map(\.key) == ["file:///desk/a.news", "file:///desk/b.news"])
    #expect(changes.members.map(\.value.elements.count) == [1, 1])
  }

  @Test func noMessageOvertakesARenameThatWaitsForFiles() throws {
    var client = try deskWhereARenameWaits()
    try client.edit("0:0-0:0", "So ", uri: "file:///desk/a.news")
    try client.request(3, "textDocument/documentSymbol", #"{"textDocument":{"uri":"file:///desk/a.news"}}"#)
    #expect(client.settle().isEmpty)
    client.holdsFiles = false
    client.handOverFiles()
    let answers = client.settle().filter { $0["method"].isMissing }
    #expect(answers.map { $0["id"].int } == [2, 3])
    #expect(answers[0]["result"]["documentChanges"].elements.count == 2)
  }

  @Test func aSessionThatEndsFirstStillAnswers() throws {
    var client = try deskWhereARenameWaits()
    client.settle()
    client.take(.inputEnded)
    #expect(client.settle().codes == [-32800])
    #expect(client.exitCode == 1)
  }

  /// A desk that has asked to rename Ana Ruiz, request 2, and has not been handed the file that names her too.
  private func deskWhereARenameWaits() throws -> Client {
    var client = try desk(["/desk/b.news": "Ana Ruiz spoke.\n"])
    try client.open(Self.here, uri: "file:///desk/a.news")
    client.settle()
    client.holdsFiles = true
    try client.request(
      2, "textDocument/rename",
      #"{"textDocument":{"uri":"file:///desk/a.news"},"position":{"line":0,"character":2},"newName":"Ana Roe"}"#)
    return client
  }
}
