import LSP
import Testing

@testable import Server

@Suite struct Reading {
  static let article = "headline Flood\nby Jane Doe\n\n// a\n// b\n\n> One.\n> Two.\n-- Ana Ruiz\n"

  @Test func foldsAreWholeLinesAndSayWhatTheyHideOnlyWhereThatIsShown() throws {
    for (folding, expected) in [
      (
        #"{"rangeLimit":2,"lineFoldingOnly":true}"#,
        #"[{"startLine":0,"endLine":1,"kind":"region"},{"startLine":6,"endLine":8,"kind":"region"}]"#
      ),
      (
        #"{"foldingRange":{"collapsedText":true}}"#,
        #"""
        [{"startLine":0,"endLine":1,"kind":"region","collapsedText":"… 1 line"},
        {"startLine":3,"endLine":4,"kind":"comment","collapsedText":"… 1 line"},
        {"startLine":6,"endLine":8,"kind":"region","collapsedText":"… — Ana Ruiz"}]
        """#
      ),
    ] {
      var client = try Client.greeted(#"{"textDocument":{"foldingRange":\#(folding)}}"#)
      let found = try client.ask("textDocument/foldingRange", of: Self.article)
      #expect(found == LSPAny(try JSON(parsing: Array(expected.utf8))))
    }
  }

  @Test func selectionsGrowFromEachPlaceAsked() throws {
    var client = try Client.greeted(#"{"textDocument":{"selectionRange":{}}}"#)
    let found = try client.ask(
      "textDocument/selectionRange", of: "One two.\n\nThree.",
      #""positions":[{"line":0,"character":5},{"line":9,"character":9}]"#)
    let expected = #"""
      [{"range":{"start":{"line":0,"character":4},"end":{"line":0,"character":7}},
        "parent":{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":8}},
          "parent":{"range":{"start":{"line":0,"character":0},"end":{"line":2,"character":6}}}}},
      {"range":{"start":{"line":2,"character":5},"end":{"line":2,"character":6}},
        "parent":{"range":{"start":{"line":2,"character":0},"end":{"line":2,"character":6}},
          "parent":{"range":{"start":{"line":0,"character":0},"end":{"line":2,"character":6}}}}}]
      """#
    #expect(found == LSPAny(try JSON(parsing: Array(expected.utf8))))
  }

  @Test func hintsComeForTheLinesAsked() throws {
    var client = try Client.greeted(#"{"textDocument":{"inlayHint":{}}}"#)
    let lines = #""range":{"start":{"line":2,"character":0},"end":{"line":3,"character":0}}"#
    let found = try client.ask("textDocument/inlayHint", of: "“One.\n\n“Two.\n\n“Three.”", lines)
    let expected = #"""
      [{"position":{"line":2,"character":0},"label":"continued","tooltip":{"kind":"plaintext",
      "value":"Goes on with the quotation from line 1."},"paddingRight":true}]
      """#
    #expect(found == LSPAny(try JSON(parsing: Array(expected.utf8))))
  }

  @Test func aLensIsCountedWhenItIsShownAndLeadsToTheFirstQuotation() throws {
    var client = try Client.greeted(#"{"textDocument":{"codeLens":{}}}"#)
    let lenses = try client.ask("textDocument/codeLens", of: "date 2023-11-29 It rained.\n\n> We won.\n-- Ana Ruiz\n")
    guard case .array(let all) = lenses, let lens = all.first else {
      Issue.record("no lens")
      return
    }
    #expect(all.count == 1 && lens["command"] == nil)
    #expect(lens["range"]?["end"] == ["line": 0, "character": 15])
    try client.request(3, "codeLens/resolve", lens.text)
    let command = LSPAny(try #require(client.settle().last)["result"])["command"]
    #expect(command?["title"]?.string?.hasPrefix("1 quotation, 4 words") == true)
    try client.request(4, "workspace/executeCommand", try #require(command).text)
    let place = LSPAny(try #require(client.settle().last { $0["id"].int == 4 })["result"])
    #expect(place["range"]?["start"] == ["line": 2, "character": 2])
    try client.edit("0:0-0:16", "")
    try client.request(5, "codeLens/resolve", lens.text)
    let gone = LSPAny(try #require(client.settle().last { $0["id"].int == 5 })["result"])
    #expect(gone["command"]?["title"] == "")
  }

  @Test func aLensLeadsToAQuotationThatBeginsTheArticle() throws {
    for text in ["“We won.” “So did we.”\n", "“We won.”—Ana Ruiz\n\n“So did we.”\n"] {
      var client = try Client.greeted(#"{"textDocument":{"codeLens":{}}}"#)
      guard case .array(let lenses) = try client.ask("textDocument/codeLens", of: text), let lens = lenses.first else {
        Issue.record("no lens")
        return
      }
      try client.request(3, "codeLens/resolve", lens.text)
      let command = LSPAny(try #require(client.settle().last)["result"])["command"]
      try client.request(4, "workspace/executeCommand", try #require(command).text)
      let place = LSPAny(try #require(client.settle().last { $0["id"].int == 4 })["result"])
      #expect(place["range"]?["start"] == ["line": 0, "character": 0])
    }
  }

  @Test(arguments: [true, false])
  func aLinkSaysWhereItLeadsWhereThatIsShown(tooltip: Bool) throws {
    var client = try Client.greeted(#"{"textDocument":{"documentLink":{"tooltipSupport":\#(tooltip)}}}"#)
    guard case .array(let links) = try client.ask("textDocument/documentLink", of: "See https://example.org/a.") else {
      Issue.record("no links")
      return
    }
    #expect(links.count == 1 && links.first?["target"] == "https://example.org/a")
    #expect(links.first?["range"]?["end"] == ["line": 0, "character": 25])
    #expect(links.first?["tooltip"] == (tooltip ? "Opens https://example.org/a" : nil))
  }

  @Test func linkedNamesComeWithAPatternThatHoldsBlanks() throws {
    var client = try Client.greeted(#"{"textDocument":{"linkedEditingRange":{}}}"#)
    let text = "person Ana Ruiz\n\nOn Monday 😀 Ana Ruiz spoke.\n"
    let found = try client.ask(
      "textDocument/linkedEditingRange", of: text, #""position":{"line":0,"character":9}"#)
    guard case .array(let ranges)? = found["ranges"] else {
      Issue.record("no ranges")
      return
    }
    #expect(ranges.map { $0["start"]?["character"] } == [7, 13])
    let pattern = try Regex(try #require(found["wordPattern"]?.string))
    #expect("Ana María Ruiz-O’Neill".wholeMatch(of: pattern) != nil)
    #expect("Ana Ruiz, leader".wholeMatch(of: pattern) == nil)
    #expect(try client.ask("textDocument/linkedEditingRange", #""position":{"line":2,"character":25}"#) == .null)
  }

  @Test func callsGoFromArticlesToWhoeverTheyQuote() throws {
    var client = try Client.greeted(#"{"textDocument":{"callHierarchy":{}}}"#)
    let text = "headline Flood\nby Jane Doe\n\nIt rained.\n\n> We won.\n-- Ana Ruiz\n\n> We lost.\n-- Ana Ruiz\n"
    guard
      case .array(let items) = try client.ask(
        "textDocument/prepareCallHierarchy", of: text, #""position":{"line":3,"character":4}"#),
      let article = items.first
    else {
      Issue.record("no item")
      return
    }
    #expect(article["name"] == "Flood" && article["kind"] == 4)
    try client.request(3, "callHierarchy/outgoingCalls", #"{"item":\#(article.text)}"#)
    let outgoing = try #require(client.settle().last)["result"].elements
    #expect(outgoing.map { $0["to"]["name"].string } == ["Ana Ruiz"])
    #expect(outgoing.first?["fromRanges"].elements.map { $0["start"]["line"].int } == [5, 8])
    let person = LSPAny(try #require(outgoing.first)["to"])
    try client.request(4, "callHierarchy/incomingCalls", #"{"item":\#(person.text)}"#)
    let incoming = try #require(client.settle().last)["result"].elements
    #expect(incoming.map { $0["from"]["name"].string } == ["Flood"])
    #expect(incoming.first?["fromRanges"].elements.count == 2)
    try client.request(5, "callHierarchy/incomingCalls", #"{"item":\#(article.text)}"#)
    #expect(try #require(client.settle().last)["result"].isAbsent)
  }

  @Test func whatAClientDoesNotKnowIsNotDeclared() throws {
    for (folding, isDeclared) in [("null", false), ("{}", true)] {
      var client = Client()
      try client.request(1, "initialize", #"{"capabilities":{"textDocument":{"foldingRange":\#(folding)}}}"#)
      let capabilities = client.settle()[0]["result"]["capabilities"]
      #expect(capabilities["foldingRangeProvider"].isMissing == !isDeclared)
    }
  }
}

extension Client {
  /// Opens an article and returns the result of one request about it; `params` are further parameters, JSON text.
  mutating func ask(_ method: String, of text: String? = nil, _ params: String = "") throws -> LSPAny {
    if let text { try open(text) }
    try request(2, method, #"{"textDocument":{"uri":"file:///a.news"}\#(params.isEmpty ? "" : ",\(params)")}"#)
    let answer = settle().last { $0["id"].int == 2 }
    return LSPAny(try #require(answer)["result"])
  }
}
