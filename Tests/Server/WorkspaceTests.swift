import LSP
import Server
import Testing

/// The stylebooks and the archive, over a disk that is a dictionary.
@Suite struct WorkspaceTests {
  private static let article = "Ana Ruiz spoke first.\n\nThen the mayor, Ana Ruiz, left. “Good,” said Ruiz.\n"

  @Test func aStylebookAboveTheArticleSaysWhatTheRulesAre() throws {
    var client = Client(disk: [
      "/desk/stylebook.news": "rule header/date-missing off\n", "/desk/news/stylebook.news": "term Gaza Strip\n",
    ])
    try client.greet(root: "file:///desk")
    try client.open("It met.\n", uri: "file:///desk/news/a.news")
    #expect(try client.codes() == [])
    try client.open("It met.\n", uri: "file:///elsewhere/a.news")
    #expect(try client.codes() == ["header/date-missing"])
  }

  @Test func theNearestStylebookWinsLineByLine() throws {
    var client = Client(disk: [
      "/desk/stylebook.news": "rule header/date-missing off\n",
      "/desk/news/stylebook.news": "rule header/date-missing warning\n",
    ])
    try client.greet(root: "file:///desk")
    try client.open("It met.\n", uri: "file:///desk/news/a.news")
    #expect(try client.codes() == ["header/date-missing"])
  }

  @Test func nothingAboveTheWorkspaceIsRead() throws {
    var client = Client(disk: ["/stylebook.news": "rule header/date-missing off\n"])
    try client.greet(root: "file:///desk")
    try client.open("It met.\n", uri: "file:///desk/news/a.news")
    #expect(try client.codes() == ["header/date-missing"])
    #expect(client.asked == ["/desk/news/stylebook.news", "/desk/stylebook.news"])
  }

  @Test func aStylebookCountsWhileItIsTyped() throws {
    var client = Client(disk: [:])
    try client.greet(root: "file:///desk")
    try client.open("It met.\n", uri: "file:///desk/a.news")
    #expect(try client.codes() == ["header/date-missing"])
    try client.open("rule header/date-missing off\n", uri: "file:///desk/stylebook.news")
    #expect(try client.codes(of: "file:///desk/a.news") == [])
    try client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///desk/stylebook.news"}}"#)
    #expect(try client.codes(of: "file:///desk/a.news") == ["header/date-missing"])
  }

  @Test func aSharedDeclarationIsWhereANameLeads() throws {
    var client = Client(disk: ["/desk/stylebook.news": "// 😀\nperson Ana Ruiz, mayor of Port Ellen\n"])
    try client.greet(root: "file:///desk")
    try client.open(Self.article, uri: "file:///desk/a.news")
    let answer = try client.answer(
      "textDocument/definition",
      #"{"textDocument":{"uri":"file:///desk/a.news"},"position":{"line":2,"character":45}}"#
    ).elements
    #expect(answer.map { $0["uri"].string } == ["file:///desk/stylebook.news"])
    #expect(answer.map { $0["range"]["start"]["line"].int } == [1])
    #expect(answer.map { $0["range"]["start"]["character"].int } == [7])
  }

  @Test func referencesReachIntoTheArchive() throws {
    var client = Client(disk: [
      "/desk/b c.news": "😀 Ana Ruiz came. Then Ana Ruiz went.\n", "/desk/.git/x.news": "Ana Ruiz",
    ])
    try client.greet(root: "file:///desk", scanned: ["/desk/b c.news"])
    try client.open(Self.article, uri: "file:///desk/a.news")
    let found = try client.answer(
      "textDocument/references",
      #"{"textDocument":{"uri":"file:///desk/a.news"},"position":{"line":0,"character":1},"context":{"includeDeclaration":true}}"#
    ).elements
    let places = found.map { "\($0["uri"].string ?? "") \($0["range"]["start"]["character"].int ?? -1)" }
    #expect(places.contains("file:///desk/b%20c.news 3"))
    #expect(places.filter { $0.hasPrefix("file:///desk/a.news") }.count == 3)
  }

  @Test func symbolsOfTheWorkspaceAreFoundByTheirLetters() throws {
    var client = Client(disk: ["/desk/b.news": "Tomás Okafor came, and Tomás Okafor went.\n"])
    try client.greet(root: "file:///desk", scanned: ["/desk/b.news"])
    let found = try client.answer("workspace/symbol", #"{"query":"tokafor"}"#).elements
    #expect(found.map { $0["name"].string } == ["Tomás Okafor"])
    try client.notify(
      "workspace/didChangeWatchedFiles", #"{"changes":[{"uri":"file:///desk/b.news","type":3}]}"#)
    #expect(try client.answer("workspace/symbol", #"{"query":"okafor"}"#).elements.isEmpty)
  }

  @Test func quotationsOfALargeWorkspaceAreFoundBeforeItsNames() throws {
    let paths = (10..<46).map { "/desk/\($0).news" }
    var client = Client(
      disk: Dictionary(uniqueKeysWithValues: paths.map { ($0, "Ana Ruiz said: “We met at \($0).”\n") }))
    client.holdsFiles = true
    try client.greet(root: "file:///desk", scanned: paths)
    func found(_ query: String) throws -> Int {
      try client.answer("workspace/symbol", #"{"query":"\#(query)"}"#).elements.count
    }
    var steps: [[Int]] = []
    repeat {
      steps.append([try found("we met"), try found("ana ruiz")])
      client.handOverFiles()
      client.settle()
    } while steps.count < 2 || steps[steps.count - 1] != steps[steps.count - 2]
    #expect(steps.contains { $0[0] > 0 && $0[0] < paths.count })
    #expect(steps.allSatisfy { $0[0] == paths.count || $0[1] == 0 })
    #expect(steps.last == [paths.count, paths.count])
  }

  @Test func onlyAShortArticleThatIsSkimmedMayBeReadWhereSomebodyTypes() throws {
    var client = Client(disk: ["/desk/a.news": "“No,” she said.\n"])
    client.holdsFiles = true
    try client.greet(root: "file:///desk", scanned: ["/desk/a.news"])
    let skimming = try #require(client.filings.last)
    #expect(skimming.draft(Array("“No,” she said.\n".utf8)).isShort)
    #expect(skimming.draft(nil).isShort)
    #expect(!skimming.draft([UInt8](repeating: 0x61, count: 100_000)).isShort)
    client.handOverFiles()
    client.settle()
    #expect(client.filings.count == 2)
    let closeReading = try #require(client.filings.last)
    #expect(!closeReading.draft(Array("“No,” she said.\n".utf8)).isShort)
  }

  @Test func quotationsOfTheWorkspaceAreFoundByTheirWords() throws {
    var client = Client(disk: ["/desk/b.news": "It rained. “We stayed at home,” Ana Ruiz said.\n"])
    try client.greet(root: "file:///desk", scanned: ["/desk/b.news"])
    try client.open("“We stayed out,” he said.", uri: "file:///desk/a.news")
    let found = try client.answer("workspace/symbol", #"{"query":"we stayed"}"#).elements
    #expect(found.map { $0["name"].string } == ["“We stayed out,”", "“We stayed at home,”"])
    #expect(found.map { $0["location"]["range"]["start"]["character"].int } == [0, 11])
  }

  @Test func aClientThatPullsHearsOfClosedArticlesOnceEach() throws {
    var client = Client(disk: [
      "/desk/b.news": "date 2023-02-30 It met.\n", "/desk/c.news": "date 2023-02-27 It met.\n",
    ])
    try client.greet(
      root: "file:///desk", scanned: ["/desk/b.news", "/desk/c.news"],
      capabilities: #"{"textDocument":{"diagnostic":{}}}"#)
    let first = try client.answer("workspace/diagnostic", #"{"previousResultIds":[]}"#)["items"].elements
    #expect(first.map { $0["uri"].string } == ["file:///desk/b.news", "file:///desk/c.news"])
    #expect(first[0]["items"].elements.compactMap { $0["code"].string } == ["header/date-invalid"])
    let id = try #require(first[0]["resultId"].string)
    let known = #"{"previousResultIds":[{"uri":"file:///desk/b.news","value":"\#(id)"}]}"#
    let again = try client.answer("workspace/diagnostic", known)["items"].elements
    #expect(again.map { $0["kind"].string } == ["unchanged", "full"])
    try client.notify(
      "workspace/didChangeWatchedFiles", #"{"changes":[{"uri":"file:///desk/b.news","type":3}]}"#)
    let last = try client.answer("workspace/diagnostic", known)["items"].elements.last
    #expect(last?["uri"].string == "file:///desk/b.news")
    #expect(last?["items"].elements.isEmpty == true)
  }

  @Test func aSymbolGetsItsRangeWhenItIsLookedAt() throws {
    var client = Client(disk: ["/desk/b.news": "It rained. Tomás Okafor came, and Tomás Okafor went.\n"])
    try client.greet(
      root: "file:///desk", scanned: ["/desk/b.news"],
      capabilities: #"{"workspace":{"symbol":{"resolveSupport":{"properties":["location.range"]}}}}"#)
    let found = try client.answer("workspace/symbol", #"{"query":"okafor"}"#).elements
    try #require(found.count == 1)
    #expect(found[0]["location"]["range"].isMissing)
    let symbol = LSPAny(found[0]).text
    let resolved = try client.answer("workspaceSymbol/resolve", symbol)
    #expect(resolved["location"]["range"]["start"]["character"].int == 11)
    #expect(resolved["name"].string == "Tomás Okafor")
  }

  @Test func aStylebookThatIsReadAgainAsItWasChangesNothing() throws {
    var client = Client(disk: ["/desk/stylebook.news": "rule header/date-missing off\n"])
    try client.greet(root: "file:///desk")
    try client.open("It met.\n", uri: "file:///desk/a.news")
    #expect(client.settle().of("textDocument/publishDiagnostics").count == 1)
    try client.notify(
      "workspace/didChangeWatchedFiles", #"{"changes":[{"uri":"file:///desk/stylebook.news","type":2}]}"#)
    #expect(client.settle().of("textDocument/publishDiagnostics").isEmpty)
  }

  @Test func aClientThatCanWatchFilesIsAskedTo() throws {
    var client = Client()
    let able = #"{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}"#
    try client.request(1, "initialize", #"{"processId":null,"capabilities":\#(able)}"#)
    try client.notify("initialized")
    let asked = try #require(client.settle().of("client/registerCapability").first)
    let registration = try #require(asked["params"]["registrations"].elements.first)
    #expect(registration["method"].string == "workspace/didChangeWatchedFiles")
    #expect(registration["registerOptions"]["watchers"].elements.map { $0["globPattern"].string } == ["**/*.news"])
  }

  @Test func aFolderThatIsTakenAwayTakesItsArticlesAlong() throws {
    let able = #"{"workspace":{"workspaceFolders":true},"textDocument":{"diagnostic":{}}}"#
    var client = Client(disk: [
      "/desk/b.news": "Tomás Okafor came, and Tomás Okafor went.\n", "/desk/c.news": "Tomás Okafor came.\n",
    ])
    try client.greet(root: "file:///desk", scanned: ["/desk/b.news"], capabilities: able)
    #expect(try client.answer("workspace/diagnostic", #"{"previousResultIds":[]}"#)["items"].elements.count == 1)
    // One more is being read when the folder goes.
    client.holdsFiles = true
    try client.notify(
      "workspace/didChangeWatchedFiles", #"{"changes":[{"uri":"file:///desk/c.news","type":1}]}"#)
    client.settle()
    try client.notify(
      "workspace/didChangeWorkspaceFolders",
      #"{"event":{"added":[],"removed":[{"uri":"file:///desk","name":"desk"}]}}"#)
    client.handOverFiles()
    client.settle()
    #expect(try client.answer("workspace/diagnostic", #"{"previousResultIds":[]}"#)["items"].elements.isEmpty)
    #expect(try client.answer("workspace/symbol", #"{"query":"okafor"}"#).elements.isEmpty)
  }

  @Test func aClientThatPullsHearsOfOpenArticlesToo() throws {
    var client = try Client.greeted(#"{"textDocument":{"diagnostic":{}}}"#)
    try client.open("date 2023-02-30 It met.\n", version: 7)
    let first = try client.answer("workspace/diagnostic", #"{"previousResultIds":[]}"#)["items"].elements
    #expect(first.map { $0["version"].int } == [7])
    #expect(first[0]["items"].elements.compactMap { $0["code"].string } == ["header/date-invalid"])
    let known = #"{"uri":"file:///a.news","value":"\#(try #require(first[0]["resultId"].string))"}"#
    let again = try client.answer("workspace/diagnostic", #"{"previousResultIds":[\#(known)]}"#)["items"].elements
    #expect(again.map { $0["kind"].string } == ["unchanged"])
    try client.edit("0:15-0:16", "7", version: 8)
    let last = try client.answer("workspace/diagnostic", #"{"previousResultIds":[\#(known)]}"#)["items"].elements
    #expect(last.map { $0["kind"].string } == ["full"])
  }

  @Test func aClientThatShowsNoProgressIsToldOfNone() throws {
    var client = Client(disk: ["/desk/b.news": "Ana Ruiz came.\n"])
    try client.request(
      1, "initialize",
      #"{"processId":null,"rootUri":"file:///desk","capabilities":{"window":{"workDoneProgress":true}}}"#)
    try client.notify("initialized")
    let asked = try #require(client.settle().of("window/workDoneProgress/create").first)
    client.hand(#"{"jsonrpc":"2.0","id":\#(LSPAny(asked["id"]).text),"error":{"code":-32603,"message":"no"}}"#)
    client.take(.scanned([DocumentKey(path: Array("/desk/b.news".utf8))], isLast: true, problem: nil))
    #expect(client.settle().of("$/progress").isEmpty)
    #expect(try client.answer("workspace/symbol", #"{"query":"ruiz"}"#).elements.isEmpty == false)
  }
}
