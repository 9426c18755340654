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
