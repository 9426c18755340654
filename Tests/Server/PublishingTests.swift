import LSP
import Semantics
import Server
import Support
import Testing

@Suite struct Publishing {
  private let versions = #"{"textDocument":{"publishDiagnostics":{"versionSupport":true}}}"#

  @Test func aBurstIsPublishedOnceWithItsLastVersion() throws {
    var client = try Client.greeted(versions)
    try client.open("date 2023-02-30 x\n")
    for version in 2...201 { try client.edit("0:17-0:17", "y", version: version) }
    let published = client.settle().of("textDocument/publishDiagnostics")
    #expect(published.count == 1)
    #expect(published[0]["params"]["version"].int == 201)
    #expect(published[0]["params"]["uri"].string == "file:///a.news")
    #expect(published[0]["params"]["diagnostics"].elements.isEmpty == false)
  }

  @Test func aSteadyStreamIsPublishedEveryTimeTheServerIsWoken() throws {
    var client = try Client.greeted(versions)
    try client.open("x\n")
    // The first look is for a stylebook.
    client.wake()
    client.wake()
    try client.edit("0:0-0:0", "y", version: 2)
    client.wake()
    #expect(client.settle().of("textDocument/publishDiagnostics").map { $0["params"]["version"].int } == [1, 2])
  }

  @Test func anAnswerGoesOutBeforeTheFindingsAreLookedFor() throws {
    var client = try Client.greeted(versions)
    try client.open("date 2023-02-30 x\n")
    client.settle()
    try client.edit("0:17-0:17", "y", version: 2)
    try client.request(5, "textDocument/documentSymbol", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    client.wake()
    #expect(client.inbox.map { $0["id"].int } == [5])
    client.wake()
    #expect(client.inbox.last?["params"]["version"].int == 2)
  }

  /// However many requests follow one another, the findings are put off for one of them only.
  @Test func requestsInEveryTurnDoNotKeepTheFindingsBack() throws {
    var client = try Client.greeted(versions)
    try client.open("date 2023-02-30 x\n")
    client.settle()
    try client.edit("0:17-0:17", "y", version: 2)
    for id in 5...6 {
      #expect(client.inbox.of("textDocument/publishDiagnostics").isEmpty)
      try client.request(id, "textDocument/documentSymbol", #"{"textDocument":{"uri":"file:///a.news"}}"#)
      client.wake()
    }
    #expect(client.inbox.of("textDocument/publishDiagnostics").count == 1)
  }

  @Test func theWorstThousandAreSentAndTheRestCounted() throws {
    var client = try Client.greeted()
    try client.open("It met.  It met.\n\n" + String(repeating: "It met.  It met.\n\n", count: 1_300) + "\u{FFFD}\n")
    let published = try #require(client.settle().of("textDocument/publishDiagnostics").last)
    let found = published["params"]["diagnostics"].elements
    #expect(found.count == 1001)
    #expect(found.last?["message"].string?.hasSuffix(" more: run newsmark check") == true)
    #expect(found.dropLast().contains { $0["code"].string == "text/encoding" })
  }

  @Test func aParagraphTooLongForItsWordsIsSaidOnce() throws {
    var client = try Client.greeted()
    try client.open("It met.\n\n" + String(repeating: String(repeating: "It met. ", count: 10_000) + "\n\n", count: 2))
    let published = try #require(client.settle().of("textDocument/publishDiagnostics").last)
    let said = published["params"]["diagnostics"].elements.filter {
      $0["message"].string?.contains("longer than 64 KiB") == true
    }
    #expect(said.map { $0["range"]["start"]["line"].int } == [2])
  }

  @Test func whatIsPublishedInTheEndIsWhatWouldBePulled() throws {
    var count = 0
    let short = Seeds.all.map { (name: $0.name, text: $0.text.string(in: 0..<$0.text.count)) }
    // So long that the walk over its names is done beside.
    let long = (name: "long.news", text: String(repeating: short.map(\.text).joined(separator: "\n\n"), count: 4))
    #expect(long.text.utf8.count > 1 << 16)
    for (name, text) in short + [long] {
      var client = try Client.greeted()
      try client.open(text + "\n“No,” > \n", uri: "file:///\(name)")
      try client.edit("2:0-2:0", "x", uri: "file:///\(name)")
      let published = try #require(client.settle().of("textDocument/publishDiagnostics").last)
      let document = #"{"textDocument":{"uri":"file:///\#(name)"}}"#
      let pulled = try client.answer("textDocument/diagnostic", document)["items"]
      #expect(published["params"]["diagnostics"].elements.map(summary) == pulled.elements.map(summary))
      count += pulled.elements.count
    }
    #expect(count > 0)
  }

  @Test func namesWaitUntilTheWriterRests() throws {
    var client = try Client.greeted()
    try client.open("date 2023-11-29 x\n\n> We won.\n\nNobody came.\n")
    #expect(try client.codes() == ["quote/block-no-attribution"])
    try client.edit("3:0-3:0", "-- Ana Ruiz\n")
    for _ in 0..<3 { client.wake() }
    #expect(client.inbox.map(codes) == [["quote/block-no-attribution"]])
    #expect(client.settle().map(codes) == [["quote/block-no-attribution"], ["quote/speaker-unknown"]])
  }

  @Test func aSaveAlwaysPublishesAndACloseEmpties() throws {
    var client = try Client.greeted()
    try client.open("date 2023-02-30 x\n")
    #expect(client.settle().count == 1)
    try client.notify("textDocument/didSave", #"{"textDocument":{"uri":"file:///a.news"},"text":"a\\nb"}"#)
    let saved = client.settle()
    #expect(saved.count == 1 && !saved[0]["params"]["diagnostics"].elements.isEmpty)
    #expect(saved[0]["params"]["version"].isMissing)
    #expect(try client.text() == "date 2023-02-30 x\n")
    try client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    let closed = client.settle()
    #expect(closed.count == 1 && closed[0]["params"]["diagnostics"].elements.isEmpty)
  }

  @Test func openedAndClosedInOneBurst() throws {
    var client = try Client.greeted()
    try client.open("date 2023-02-30 x\n")
    try client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    let sent = client.settle()
    #expect(sent.count == 1 && sent[0]["params"]["diagnostics"].elements.isEmpty)
  }

  @Test func aNewDayIsANewLook() throws {
    var client = try Client.greeted()
    try client.open("x\n")
    try client.open("y\n", uri: "file:///b.news")
    client.settle()
    client.take(.today(try #require(CivilDate("2026-01-31"))))
    #expect(client.settle().of("textDocument/publishDiagnostics").count == 2)
    client.take(.today(try #require(CivilDate("2026-01-31"))))
    #expect(client.settle().isEmpty)
  }

  @Test func aClientThatPullsIsNotPushed() throws {
    var client = try Client.greeted(
      #"{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true}}}"#)
    try client.open("date 2023-02-30 x\n")
    #expect(client.settle().isEmpty)
    func pull(_ id: Int, _ previous: String = "null") throws -> JSON {
      try client.request(
        id, "textDocument/diagnostic", #"{"textDocument":{"uri":"file:///a.news"},"previousResultId":\#(previous)}"#)
      return try #require(client.settle().first)["result"]
    }
    let first = try pull(2)
    #expect(first["kind"].string == "full" && !first["items"].elements.isEmpty)
    let resultID = try #require(first["resultId"].string)
    #expect(try pull(3, "\"\(resultID)\"")["kind"].string == "unchanged")
    try client.edit("0:0-0:0", "x")
    #expect(try pull(4, "\"\(resultID)\"")["kind"].string == "full")
    client.take(.today(try #require(CivilDate("2026-01-31"))))
    #expect(client.settle().of("workspace/diagnostic/refresh").count == 1)
    try client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    #expect(client.settle().isEmpty)
    try client.request(5, "textDocument/diagnostic", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    #expect(client.settle().codes == [-32602])
  }

  @Test func aLargeArticleIsPublishedAtOnceAndAgainWhereTheWalkFindsMore() throws {
    var client = try Client.greeted()
    let copy = String(repeating: "The council met on time, and nobody spoke at all.\n\n", count: 2000)
    try client.open("date 2023-11-29 It met.\n\n> We won.\n\n" + copy, uri: "untitled:a")
    #expect(client.settle().of("textDocument/publishDiagnostics").map(codes) == [[], ["quote/block-no-attribution"]])
    try client.edit("0:5-0:5", "x", uri: "untitled:a", version: 2)
    // The walk finds what stood before, so there is nothing to publish again.
    let after = client.settle().of("textDocument/publishDiagnostics")
    #expect(after.count == 1)
    #expect(after.first.map(codes)?.contains("quote/block-no-attribution") == true)
  }

  private func codes(_ message: JSON) -> [String] {
    message["params"]["diagnostics"].elements.compactMap { $0["code"].string }
  }

  private func summary(_ diagnostic: JSON) -> String {
    let start = diagnostic["range"]["start"]
    let place = "\(start["line"].int ?? -1):\(start["character"].int ?? -1)"
    return "\(place) \(diagnostic["code"].string ?? "") \(diagnostic["message"].string ?? "")"
  }
}
