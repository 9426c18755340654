import LSP
import Testing

@testable import Server

@Suite struct SemanticTokenAnswers {
  static let both = #"{"textDocument":{"semanticTokens":{"requests":{"full":{"delta":true},"range":true}}}}"#
  static let text = "date 2023-11-29\n\n> 😀 Ana Ruiz and I.\n> Ana Ruiz.\n"

  @Test func theLegendNamesWhatTheNumbersMean() throws {
    var client = Client()
    try client.request(1, "initialize", #"{"capabilities":\#(Self.both)}"#)
    let offer = client.settle()[0]["result"]["capabilities"]["semanticTokensProvider"]
    let types = offer["legend"]["tokenTypes"].elements.compactMap(\.string)
    let standard: Set = [
      "namespace", "type", "class", "enum", "interface", "struct", "typeParameter", "parameter", "variable", "property",
      "enumMember", "event", "function", "method", "macro", "keyword", "modifier", "comment", "string", "number",
      "regexp", "operator", "decorator",
    ]
    #expect(standard.isSuperset(of: types) && Set(types).count == types.count)
    #expect(offer["legend"]["tokenModifiers"].elements.compactMap(\.string) == ["declaration", "deprecated"])
    #expect(offer["full"]["delta"].bool == true && offer["range"].bool == true)
    var whole = Client()
    try whole.request(
      1, "initialize", #"{"capabilities":{"textDocument":{"semanticTokens":{"requests":{"full":true}}}}}"#)
    let less = whole.settle()[0]["result"]["capabilities"]["semanticTokensProvider"]
    #expect(less["full"].bool == true && less["range"].isMissing)
  }

  @Test(arguments: [("utf-8", 7), ("utf-16", 5), ("utf-32", 4)])
  func columnsAndLengthsAreTheClients(encoding: String, width: Int) throws {
    let tokens = #""textDocument":{"semanticTokens":{"requests":{"full":true}}}"#
    var client = try Client.greeted(#"{"general":{"positionEncodings":["\#(encoding)"]},\#(tokens)}"#)
    let answer = try client.ask("textDocument/semanticTokens/full", of: Self.text)
    #expect(answer["resultId"] == nil)
    let data = numbers(answer["data"])
    // date, its value, the mark, the words up to the name, and the name.
    #expect(data.prefix(20) == [0, 0, 4, 0, 0, 0, 5, 10, 1, 0, 2, 0, 1, 3, 0, 0, 2, width - 2, 5, 0])
    #expect(data.dropFirst(20).prefix(3) == [0, width - 2, 8])
  }

  @Test func aChangeIsSentAsTheNumbersThatChanged() throws {
    var client = try Client.greeted(Self.both)
    let old = try client.ask("textDocument/semanticTokens/full", of: Self.text)
    let id = try #require(old["resultId"]?.string)
    try client.edit("2:5-2:5", "x")
    let change = try client.ask(
      "textDocument/semanticTokens/full/delta", #""previousResultId":\#(LSPAny.string(id).text)"#)
    let next = try #require(change["resultId"]?.string)
    #expect(next != id)
    guard case .array(let edits)? = change["edits"], let edit = edits.first else {
      Issue.record("no edits")
      return
    }
    var patched = numbers(old["data"])
    let start = edit["start"]?.int ?? 0
    #expect((edit["deleteCount"]?.int ?? 0) + start < patched.count)
    patched.replaceSubrange(start..<start + (edit["deleteCount"]?.int ?? 0), with: numbers(edit["data"]))
    let fresh = try client.ask("textDocument/semanticTokens/full")
    #expect(patched == numbers(fresh["data"]))
    // The answer in between made the older number worthless.
    let late = try client.ask("textDocument/semanticTokens/full/delta", #""previousResultId":"\#(next)""#)
    #expect(numbers(late["data"]) == patched)
    let last = try #require(late["resultId"]?.string)
    let same = try client.ask("textDocument/semanticTokens/full/delta", #""previousResultId":"\#(last)""#)
    #expect(same["edits"] == [])
  }

  @Test func aRangeHasOnlyItsOwn() throws {
    var client = try Client.greeted(Self.both)
    let answer = try client.ask(
      "textDocument/semanticTokens/range", of: Self.text,
      #""range":{"start":{"line":3,"character":0},"end":{"line":3,"character":1}}"#)
    #expect(numbers(answer["data"]) == [3, 0, 1, 3, 0])
    #expect(answer["resultId"] == nil)
  }

  private func numbers(_ value: LSPAny?) -> [Int] {
    guard case .array(let numbers)? = value else { return [] }
    return numbers.compactMap(\.int)
  }
}
