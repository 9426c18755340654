import LSP
import Semantics
import Support
import Testing

@Suite struct ProvingBeside {
  private let filler = String(repeating: "The council met again on the quay and heard the plan.\n\n", count: 3_000)
  /// What only a walk over all names finds.
  private let twoSpellings = """
    date 2023-11-29

    Jon Martin spoke first. Later Jon Martan left, and Jon Martin stayed.


    """

  @Test func whileALongArticleIsUnderstoodTheServerAnswers() throws {
    var client = try Client.greeted()
    client.holdsFiles = true
    try client.open(twoSpellings + filler)
    #expect(try client.codes().isEmpty)
    let answered = try client.answer("textDocument/foldingRange", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    #expect(answered.isArray)
    client.handOverFiles()
    #expect(try client.codes() == ["name/two-spellings"])
  }

  @Test func whatWasUnderstoodOfAnEarlierTextIsLetGo() throws {
    var client = try Client.greeted()
    client.holdsFiles = true
    try client.open(twoSpellings + filler)
    client.settle()
    // The one spelling becomes the other before the first text is understood.
    try client.edit("2:38-2:39", "i")
    client.wake()
    client.handOverFiles()
    #expect(try client.server.session.article("file:///a.news").proof == nil)
    client.settle()
    client.handOverFiles()
    #expect(try client.server.session.article("file:///a.news").proof?.cast.figures.map(\.name) == ["Jon Martin"])
  }

  /// One whose names a question has had read before.
  @Test func theRulesForAKnownArticleAreAskedBeside() throws {
    var client = try Client.greeted()
    client.holdsFiles = true
    try client.open(twoSpellings + filler)
    _ = try client.answer("textDocument/documentSymbol", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    #expect(try client.server.session.article("file:///a.news").proof != nil)
    client.handOverFiles()
    #expect(try client.codes() == ["name/two-spellings"])
  }

  @Test func whatWasFoundYesterdayIsLetGo() throws {
    var client = try Client.greeted()
    client.holdsFiles = true
    try client.open(twoSpellings + filler)
    client.settle()
    client.take(.today(try #require(CivilDate("2026-01-31"))))
    client.wake()
    client.handOverFiles()
    #expect(try client.codes().isEmpty)
    client.settle()
    client.handOverFiles()
    #expect(try client.codes() == ["name/two-spellings"])
  }

  @Test func whatWasUnderstoodUnderAnotherStylebookIsLetGo() throws {
    let uri = "file:///desk/a.news"
    var client = Client()
    try client.greet(root: "file:///desk")
    try client.open(twoSpellings + filler, uri: uri)
    client.settle()
    client.holdsFiles = true
    try client.edit("2:0-2:0", "So ", uri: uri)
    client.settle()
    try client.open("org Jon Martan\n", uri: "file:///desk/stylebook.news")
    client.wake()
    client.handOverFiles()
    #expect(try client.server.session.article(uri).proof == nil)
    client.settle()
    client.handOverFiles()
    let cast = try #require(try client.server.session.article(uri).proof).cast
    #expect(cast.figure(named: "Jon Martan")?.kind == .org)
  }
}
