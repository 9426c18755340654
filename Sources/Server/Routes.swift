import Features
import LSP

/// Every method the server knows. A row dispatches the method and declares the capability, so the two cannot disagree.
package enum Routes {
  package static let all: [Route] = [
    .request("initialize", run: initialize),
    .notification("initialized", run: initialized),
    .request("shutdown", run: shutdown),
    .notification("$/setTrace", run: setTrace),

    .notification("textDocument/didOpen", declares: "textDocumentSync.openClose", run: didOpen),
    .row("textDocument/didChange", declares: .with("textDocumentSync.change", 2), run: didChange),
    .notification("textDocument/didSave", declares: save, run: didSave),
    .notification("textDocument/didClose", declares: "textDocumentSync.openClose", run: didClose),

    .request("textDocument/diagnostic", declares: pullDiagnostics, run: diagnostic),
    .request("workspace/diagnostic", declares: pullDiagnostics, run: workspaceDiagnostic),

    .proof("textDocument/hover", declares: "hoverProvider", run: hover),
    .proof("textDocument/completion", declares: completionTriggers, run: completion),
    .request("completionItem/resolve", declares: .with("completionProvider.resolveProvider"), run: resolve),
    .request("textDocument/documentSymbol", declares: "documentSymbolProvider", run: documentSymbol),
    .document("textDocument/foldingRange", declares: folding, run: foldingRange),
    .proof("textDocument/selectionRange", declares: "selectionRangeProvider", run: selectionRange),
    .request("textDocument/semanticTokens/full", declares: legend, fullTokens, run: semanticTokens),
    .request("textDocument/semanticTokens/full/delta", declares: tokenDeltas, run: semanticTokensDelta),
    .proof("textDocument/semanticTokens/range", declares: tokenRanges, run: semanticTokensRange),
    .proof("textDocument/inlayHint", declares: "inlayHintProvider", run: inlayHint),
    .proof("textDocument/codeLens", declares: "codeLensProvider", run: codeLens),
    .request("codeLens/resolve", declares: "codeLensProvider.resolveProvider", run: resolveLens),
    .document("textDocument/documentLink", declares: links, run: documentLink),
    .proof("textDocument/prepareCallHierarchy", declares: "callHierarchyProvider", run: prepareCallHierarchy),
    .request("callHierarchy/incomingCalls", declares: "callHierarchyProvider", run: incomingCalls),
    .request("callHierarchy/outgoingCalls", declares: "callHierarchyProvider", run: outgoingCalls),
    .proof("textDocument/linkedEditingRange", declares: linkedNames, run: linkedEditingRange),
    .proof("textDocument/definition", declares: "definitionProvider", run: goto(.definition)),
    .proof("textDocument/declaration", declares: "declarationProvider", run: goto(.declaration)),
    .proof("textDocument/typeDefinition", declares: "typeDefinitionProvider", run: goto(.typeDefinition)),
    .proof("textDocument/implementation", declares: "implementationProvider", run: goto(.implementation)),
    .proof("textDocument/references", declares: "referencesProvider", run: references),
    .proof("textDocument/documentHighlight", declares: "documentHighlightProvider", run: documentHighlight),

    .request("textDocument/codeAction", declares: codeActions, run: codeAction),
    .request("codeAction/resolve", declares: codeActionResolve, run: resolveAction),
    .document("textDocument/formatting", declares: "documentFormattingProvider", run: format),
    .document("textDocument/rangeFormatting", declares: "documentRangeFormattingProvider", run: format),
    .document("textDocument/onTypeFormatting", declares: firstTyped, moreTyped, run: formatTyped),
    .proof("textDocument/rename", declares: "renameProvider", reads: filesToRename, run: rename),
    .proof("textDocument/prepareRename", declares: preparedRename, run: prepareRename),

    .command("newsmark.nextQuote", run: jump(.next)),
    .command("newsmark.previousQuote", run: jump(.previous)),
    .command("newsmark.nextQuoteBySpeaker", run: jump(.nextBySpeaker)),
    .command("newsmark.previousQuoteBySpeaker", run: jump(.previousBySpeaker)),

    .notification("workspace/didChangeWorkspaceFolders", declares: folders, folderNotes, run: didChangeFolders),
    .request("workspace/symbol", declares: "workspaceSymbolProvider", run: workspaceSymbol),
    .request("workspaceSymbol/resolve", declares: symbolResolve, run: resolveSymbol),
    .notification("workspace/didChangeWatchedFiles", run: didChangeWatchedFiles),
    .request("workspace/executeCommand", run: executeCommand),
  ]

  /// How a method is dispatched; nil for one that has no row.
  static func kind(of method: String) -> Route.Kind? { row(of: method).map { all[$0].kind } }

  /// Which files a request has to have read again; nil where it needs none.
  static func reads(of method: String) -> Route.Reads? { row(of: method).flatMap { all[$0].reads } }

  /// Looked for in order: typing stands near the top, and a dictionary costs more at the start.
  /// Lengths are compared first, as letters lie elsewhere.
  private static func row(of method: String) -> Int? {
    let length = method.utf8.count
    return all.firstIndex { $0.method.utf8.count == length && $0.method == method }
  }

  /// True for what is taken together with those of its kind that wait behind it.
  static func comesInRows(_ method: String) -> Bool {
    if case .row? = kind(of: method) { true } else { false }
  }

  // What a client can do is asked with a closure each: a key path in its place is built when the server starts.
  // Some clients that are asked for the text send it garbled.
  private static let save = Capability.with("textDocumentSync.save.includeText", false)
  // A blank comes before a date, a value and a speaker; a dash before a speaker.
  private static let completionTriggers = Capability.with("completionProvider.triggerCharacters", [" ", "-", ";"])
  private static let preparedRename = Capability.with("renameProvider.prepareProvider", if: { $0.prepareRename })
  private static let firstTyped = Capability.with("documentOnTypeFormattingProvider.firstTriggerCharacter", "\"")
  private static let moreTyped = Capability.with("documentOnTypeFormattingProvider.moreTriggerCharacter", ["\n"])
  private static let codeActions = Capability.with(
    "codeActionProvider.codeActionKinds", .array(Action.Kind.allCases.map { .string($0.name.rawValue) }),
    if: { $0.codeActions.literals })
  private static let codeActionResolve = Capability.with(
    "codeActionProvider.resolveProvider", if: { $0.codeActions.literals && $0.codeActions.resolvesEdit })
  private static let folding = Capability.with("foldingRangeProvider", if: { $0.knows.foldingRange })
  private static let links = Capability.with("documentLinkProvider", [:], if: { $0.knows.documentLink })
  private static let linkedNames = Capability.with("linkedEditingRangeProvider", if: { $0.knows.linkedEditingRange })
  private static let legend = Capability.with(
    "semanticTokensProvider.legend", tokenLegend, if: { $0.knows.semanticTokens })
  private static let fullTokens = Capability.with("semanticTokensProvider.full", if: { $0.semanticTokens.full })
  private static let tokenDeltas = Capability.with("semanticTokensProvider.full.delta", if: { $0.semanticTokens.delta })
  private static let tokenRanges = Capability.with("semanticTokensProvider.range", if: { $0.semanticTokens.range })
  private static let symbolResolve = Capability.with(
    "workspaceSymbolProvider.resolveProvider", if: { $0.workspaceSymbolResolve })
  private static let folders = Capability.with("workspace.workspaceFolders.supported", if: { $0.workspaceFolders })
  private static let folderNotes = Capability.with(
    "workspace.workspaceFolders.changeNotifications", if: { $0.workspaceFolders })
  private static let pullDiagnostics = Capability.with(
    "diagnosticProvider", ["interFileDependencies": true, "workspaceDiagnostics": true], if: { $0.diagnostics.pull })
}
