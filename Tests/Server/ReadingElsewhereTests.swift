import LSP
import Server
import Testing

/// What other files of the workspace have to do with the reading of one.
@Suite struct ReadingElsewhere {
  private static let article = "Ana Ruiz left the chamber.\n\n“It was late,” she said.\n"
  private static let document = #""textDocument":{"uri":"file:///desk/a.news"}"#

  @Test func whoeverIsQuotedHereIsQuotedElsewhereToo() throws {
    var client = Client(disk: ["/desk/b.news": "headline The vote\n\n“No,” Ana Ruiz said. “No,” Jane Doe said.\n"])
    try client.greet(root: "file:///desk", scanned: ["/desk/b.news"])
    try client.open(Self.article, uri: "file:///desk/a.news")
    let items = try client.answer(
      "textDocument/prepareCallHierarchy", "{\(Self.document),\"position\":{\"line\":0,\"character\":2}}")
    let person = LSPAny(try #require(items.elements.first)).text
    let calls = try client.answer("callHierarchy/incomingCalls", #"{"item":\#(person)}"#).elements
    #expect(calls.map { $0["from"]["name"].string } == ["Ana Ruiz left the chamber.", "The vote"])
    #expect(calls.last?["fromRanges"].elements.map { $0["start"]["line"].int } == [2])
    // The other article is not open, and still says whom else it quotes.
    let other = LSPAny(try #require(calls.last)["from"]).text
    let quoted = try client.answer("callHierarchy/outgoingCalls", #"{"item":\#(other)}"#).elements
    #expect(Set(quoted.compactMap { $0["to"]["name"].string }) == ["Ana Ruiz", "Jane Doe"])
  }

  @Test func speakersAreShownWhereAStylebookSaysSo() throws {
    let whole = #""range":{"start":{"line":0,"character":0},"end":{"line":9,"character":0}}"#
    for (book, labels) in [("show speakers on\n", ["Ana Ruiz"]), ("show speakers off\n", []), ("", [])] {
      var client = Client(disk: ["/desk/stylebook.news": book])
      try client.greet(root: "file:///desk")
      try client.open(Self.article, uri: "file:///desk/a.news")
      client.settle()
      let hints = try client.answer("textDocument/inlayHint", "{\(Self.document),\(whole)}").elements
      #expect(hints.map { $0["label"].string } == labels)
    }
  }

  @Test func aChangedStylebookMakesTheClientAskAgain() throws {
    let kinds = ["semanticTokens", "inlayHint", "codeLens"]
    let refresh = "{\"workspace\":{" + kinds.map { #""\#($0)":{"refreshSupport":true}"# }.joined(separator: ",") + "}}"
    var client = try Client.greeted(refresh)
    try client.open(Self.article, uri: "file:///desk/a.news")
    client.settle()
    try client.open("show speakers on\n", uri: "file:///desk/stylebook.news")
    let sent = client.settle()
    for kind in kinds { #expect(sent.of("workspace/\(kind)/refresh").count == 1) }
  }
}
