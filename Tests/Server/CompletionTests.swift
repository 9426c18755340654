import LSP
import Server
import Testing

@Suite struct Completing {
  private static let article = "person Ana Ruiz\n\n🌊 Ana Ruiz met her.\n\nThen Ru\n"
  private static let atTheEnd = #""position":{"line":4,"character":7}"#

  private func items(
    _ item: String = "", of text: String = Self.article, at place: String = Self.atTheEnd
  ) throws -> [JSON] {
    var client = try Client.greeted(#"{"textDocument":{"completion":{"completionItem":{\#(item)}}}}"#)
    try client.open(text)
    return try client.answer("textDocument/completion", #"{"textDocument":{"uri":"file:///a.news"},\#(place)}"#)[
      "items"
    ].elements
  }

  @Test func aNameTakesThePlaceOfWhatIsTyped() throws {
    let all = try items()
    let item = try #require(all.first)
    #expect(all.count == 1)
    #expect(item["label"].string == "Ana Ruiz" && item["filterText"].string == "Ruiz")
    #expect(item["kind"].int == CompletionItem.Kind.class.rawValue)
    #expect(item["textEdit"]["newText"].string == "Ana Ruiz" && item["insertTextFormat"].isMissing)
    #expect(item["textEdit"]["range"]["start"]["character"].int == 5)
    #expect(item["documentation"]["kind"].string == "plaintext")
    #expect(item["documentation"]["value"].string?.hasSuffix("first on line 3") == true)
  }

  /// Neovim 0.11 takes plain text up to its first blank.
  @Test func wordsWithBlanksAreASnippetWhereThereAreAny() throws {
    let name = try #require(try items(#""snippetSupport":true"#).first)
    #expect(name["insertTextFormat"].int == 2 && name["textEdit"]["newText"].string == "Ana Ruiz")
    let odd = try items(#""snippetSupport":true"#, of: Self.article.split(separator: "Ana").joined(separator: #"A$AP"#))
    #expect(odd.compactMap { $0["textEdit"]["newText"].string }.allSatisfy { $0.contains(#"A\$AP"#) })
  }

  @Test func documentationIsAskedForWhereThatIsPossible() throws {
    let able = #""resolveSupport":{"properties":["documentation"]},"documentationFormat":["markdown"]"#
    var client = try Client.greeted(#"{"textDocument":{"completion":{"completionItem":{\#(able)}}}}"#)
    try client.open(Self.article)
    let place = #"{"textDocument":{"uri":"file:///a.news"},\#(Self.atTheEnd)}"#
    let item = try #require(try client.answer("textDocument/completion", place)["items"].elements.first)
    #expect(item["documentation"].isMissing)
    let resolved = try client.answer("completionItem/resolve", LSPAny(item).text)
    #expect(resolved["documentation"]["kind"].string == "markdown")
    #expect(resolved["documentation"]["value"].string?.contains("mention") == true)
    #expect(resolved["textEdit"]["newText"].string == "Ana Ruiz")
    try client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    #expect(try client.answer("completionItem/resolve", LSPAny(item).text)["documentation"].isMissing)
  }

  @Test func clientsThatSortKeepTheOrder() throws {
    let keys = try items(of: "headline Flood\ns\n", at: #""position":{"line":1,"character":1}"#)
    #expect(keys.map { $0["label"].string } == ["section", "slug", "source", "status"])
    #expect(keys.map { $0["sortText"].string } == ["0000", "0001", "0002", "0003"])
  }

  @Test func eachKindOfSuggestionLooksDifferent() throws {
    let names = "person Ana Ruiz\norg Anchor Trust\nplace Anfield\nevent Angling Day\nterm Anode\n\n"
    let found = try items(of: names + "Then An\n", at: #""position":{"line":6,"character":7}"#)
    let kinds = Dictionary(
      found.map { ($0["label"].string ?? "", $0["kind"].int ?? 0) }, uniquingKeysWith: { first, _ in first })
    #expect(
      kinds == [
        "Ana Ruiz": CompletionItem.Kind.class.rawValue, "Anchor Trust": CompletionItem.Kind.module.rawValue,
        "Anfield": CompletionItem.Kind.constant.rawValue, "Angling Day": CompletionItem.Kind.field.rawValue,
        "Anode": CompletionItem.Kind.field.rawValue,
      ])
    let key = try #require(try items(of: "st\n", at: #""position":{"line":0,"character":2}"#).first)
    #expect(key["kind"].int == CompletionItem.Kind.property.rawValue)
    let value = try #require(try items(of: "status p\n", at: #""position":{"line":0,"character":8}"#).first)
    #expect(value["kind"].int == CompletionItem.Kind.enumMember.rawValue)
  }
}
