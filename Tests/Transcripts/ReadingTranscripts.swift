import Foundation
import LSP
import Support
import Testing

/// Each way of reading an article, asked of the real binary about two of our own.
@Suite struct ReadingTranscripts {
  static let capabilities = #"""
    {"textDocument":{"foldingRange":{},"selectionRange":{},"inlayHint":{},"codeLens":{},"documentLink":{},
    "linkedEditingRange":{},"callHierarchy":{},"semanticTokens":{"requests":{"full":{"delta":true},"range":true}}}}
    """#

  @Test(arguments: ["council-flood-budget.news", "harbour-vote.news"])
  func everyWayOfReadingHasSomethingToSay(seed: String) throws {
    let text = try #require(Seeds.all.first { $0.name == seed }?.text)
    let editor = try Editor.greeted(Self.capabilities)
    try editor.open(text.string(in: 0..<text.count))
    let document = #""textDocument":{"uri":"file:///a.news"}"#
    func ask(_ method: String, _ params: String? = nil) throws -> JSON {
      try editor.request(2, method, params ?? "{\(document)}")
      let answer = try editor.answer(2)
      #expect(answer["error"].isMissing, "\(method)")
      return answer["result"]
    }

    let last = text.lineCount - 1
    let folds = try ask("textDocument/foldingRange").elements
    #expect(!folds.isEmpty)
    for fold in folds { #expect((fold["endLine"].int ?? .max) <= last) }

    let tokens = try ask("textDocument/semanticTokens/full")
    #expect(tokens["data"].elements.count > 50 && tokens["data"].elements.count % 5 == 0)
    let id = try #require(tokens["resultId"].string)
    let change = try ask("textDocument/semanticTokens/full/delta", #"{\#(document),"previousResultId":"\#(id)"}"#)
    #expect(change["edits"].isArray && change["edits"].elements.isEmpty)
    let whole = #""range":{"start":{"line":0,"character":0},"end":{"line":\#(last),"character":99}}"#
    let range = try ask("textDocument/semanticTokens/range", "{\(document),\(whole)}")
    #expect(range["data"].elements.count == tokens["data"].elements.count)
    #expect(try ask("textDocument/inlayHint", "{\(document),\(whole)}").isArray)

    let middle = #"{"line":\#(last / 2),"character":3}"#
    let chain = try ask("textDocument/selectionRange", #"{\#(document),"positions":[\#(middle)]}"#).elements
    #expect(chain.first?["range"].isObject == true)

    let lens = try #require(try ask("textDocument/codeLens").elements.first)
    let resolved = try ask("codeLens/resolve", String(decoding: LSPAny(lens).jsonBytes, as: UTF8.self))
    #expect(resolved["command"]["title"].string?.contains("quotation") == true)
    #expect(try ask("textDocument/documentLink").isArray)

    let items = try ask("textDocument/prepareCallHierarchy", #"{\#(document),"position":{"line":0,"character":0}}"#)
    let item = String(decoding: LSPAny(try #require(items.elements.first)).jsonBytes, as: UTF8.self)
    let calls = try ask("callHierarchy/outgoingCalls", #"{"item":\#(item)}"#).elements
    let quoted = String(decoding: LSPAny(try #require(calls.first)["to"]).jsonBytes, as: UTF8.self)
    let callers = try ask("callHierarchy/incomingCalls", #"{"item":\#(quoted)}"#).elements
    #expect(callers.first?["fromRanges"].elements.isEmpty == false)
    let start = String(
      decoding: LSPAny(try #require(calls.first)["to"]["selectionRange"]["start"]).jsonBytes, as: UTF8.self)
    let linked = try ask("textDocument/linkedEditingRange", #"{\#(document),"position":\#(start)}"#)
    #expect(linked.isAbsent || linked["ranges"].elements.count > 1)
  }
}
