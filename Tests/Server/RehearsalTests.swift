import LSP
import Testing

@testable import Server

/// What the server plays to itself before the first article is opened.
@Suite struct RehearsalTests {
  /// The play must reach its end, or the first article would be the first after all.
  @Test func itGoesAsFarAsThePublishedFindings() throws {
    var client = try Client.greeted()
    for event in Rehearsal.opening.events { client.take(event) }
    let published = client.inbox.of("textDocument/publishDiagnostics")
    #expect(published.count == 1)
    let codes = Set(published.flatMap { $0["params"]["diagnostics"].elements.compactMap { $0["code"].string } })
    #expect(codes.isSuperset(of: ["text/double-space", "text/repeated-word", "quote/unclosed"]))
  }

  /// An answer to every letter, about a name; else the first answer would be the first after all.
  @Test(arguments: [Rehearsal.outline: "Karim", .hover: "Ruiz", .completion: "Haddad"])
  func somethingIsAnsweredToEachLetter(act: Rehearsal, name: String) throws {
    var client = try Client.greeted(
      #"{"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}}"#)
    for event in act.events { client.take(event) }
    let answers = client.inbox.filter { !$0["id"].isMissing }
    #expect(answers.count == 3)
    for answer in answers { #expect("\(LSPAny(answer["result"]))".contains(name)) }
  }

  /// With and without it a session is the same to whoever looks at it.
  @Test func nobodyHearsOfIt() throws {
    var client = Client()
    try client.request(1, "initialize", #"{"processId":null,"capabilities":{}}"#)
    try client.notify("initialized")
    client.wake()
    client.wake()
    #expect(client.server.session.desk.act == .opening && !client.isReady)
    #expect(client.settle().map { $0["id"].int } == [1])
    #expect(client.server.session.desk.act == nil && client.isReady)
    #expect(client.asked.isEmpty && client.server.session.openArticles.isEmpty)
    try client.open("It met.  It met.\n")
    #expect(try client.codes().contains("text/double-space"))
    try client.edit("0:0-0:2", "He")
    client.wake()
    #expect(client.server.session.desk.act == .outline)
    #expect(client.settle().allSatisfy { $0["method"].string == "textDocument/publishDiagnostics" })
    #expect(client.server.session.desk.act == nil)
    #expect(client.asked.allSatisfy { !$0.contains("newsmark") } && client.server.session.openArticles.count == 1)
  }
}
