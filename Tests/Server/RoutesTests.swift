import LSP
import Testing

@testable import Server

@Suite struct RouteTable {
  @Test func everyMethodHasOneRow() {
    let methods = Routes.all.map(\.method)
    #expect(Set(methods).count == methods.count)
  }

  @Test func whatIsDeclaredIsAnswered() throws {
    let everything = #"""
      {"textDocument":{"diagnostic":{},"rename":{"prepareSupport":true},
      "codeAction":{"codeActionLiteralSupport":{}},
      "foldingRange":{},"selectionRange":{},"inlayHint":{},"codeLens":{},"documentLink":{},"linkedEditingRange":{},
      "callHierarchy":{},"semanticTokens":{"requests":{"full":{"delta":true},"range":true}}},
      "workspace":{"workspaceFolders":true}}
      """#
    var client = Client()
    try client.request(1, "initialize", #"{"capabilities":\#(everything)}"#)
    let declared = client.settle()[0]["result"]["capabilities"]
    for (key, value) in declared.members where !value.isAbsent {
      let methods = try #require(RouteTable.methods[key], "\(key) is not known to this test")
      for method in methods { #expect(Routes.kind(of: method) != nil, "\(key) is declared, \(method) has no row") }
    }
    for command in declared["executeCommandProvider"]["commands"].elements {
      guard case .command? = Routes.kind(of: try #require(command.string)) else {
        Issue.record("no such command")
        continue
      }
    }
    for (key, methods) in RouteTable.methods where methods.contains(where: { Routes.kind(of: $0) != nil }) {
      #expect(LSPAny(declared)[key] != nil || key == "executeCommandProvider", "\(key) is not declared")
    }
  }

  @Test func capabilitiesAddUp() {
    let all: [Capability] = [
      "a.b", .with("a.c", ["x"]), .with("a.c", ["y"]), "p", .with("p.q", 1), "p", .with("no", 1, if: { _ in false }),
    ]
    var declared = LSPAny.object([])
    declared.declare(all, to: ClientCapabilities())
    #expect(declared == ["a": ["b": true, "c": ["x", "y"]], "p": ["q": 1]])
  }
}

extension RouteTable {
  /// Which methods the client may send for which capability.
  fileprivate static let methods: [String: [String]] = [
    "textDocumentSync": [
      "textDocument/didOpen", "textDocument/didChange", "textDocument/didSave", "textDocument/didClose",
    ],
    "diagnosticProvider": ["textDocument/diagnostic", "workspace/diagnostic"],
    "workspace": ["workspace/didChangeWorkspaceFolders"],
    "executeCommandProvider": ["workspace/executeCommand"],
    "hoverProvider": ["textDocument/hover"],
    "completionProvider": ["textDocument/completion"],
    "documentSymbolProvider": ["textDocument/documentSymbol"],
    "workspaceSymbolProvider": ["workspace/symbol", "workspaceSymbol/resolve"],
    "definitionProvider": ["textDocument/definition"],
    "declarationProvider": ["textDocument/declaration"],
    "typeDefinitionProvider": ["textDocument/typeDefinition"],
    "implementationProvider": ["textDocument/implementation"],
    "referencesProvider": ["textDocument/references"],
    "documentHighlightProvider": ["textDocument/documentHighlight"],
    "codeActionProvider": ["textDocument/codeAction", "codeAction/resolve"],
    "codeLensProvider": ["textDocument/codeLens", "codeLens/resolve"],
    "documentLinkProvider": ["textDocument/documentLink"],
    "documentFormattingProvider": ["textDocument/formatting"],
    "documentRangeFormattingProvider": ["textDocument/rangeFormatting"],
    "documentOnTypeFormattingProvider": ["textDocument/onTypeFormatting"],
    "renameProvider": ["textDocument/rename", "textDocument/prepareRename"],
    "foldingRangeProvider": ["textDocument/foldingRange"],
    "selectionRangeProvider": ["textDocument/selectionRange"],
    "linkedEditingRangeProvider": ["textDocument/linkedEditingRange"],
    "callHierarchyProvider": [
      "textDocument/prepareCallHierarchy", "callHierarchy/incomingCalls", "callHierarchy/outgoingCalls",
    ],
    "semanticTokensProvider": [
      "textDocument/semanticTokens/full", "textDocument/semanticTokens/full/delta",
      "textDocument/semanticTokens/range",
    ],
    "inlayHintProvider": ["textDocument/inlayHint"],
  ]
}
