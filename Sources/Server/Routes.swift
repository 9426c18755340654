import LSP

/// Every method the server knows. A row dispatches the method and declares the capability, so the two cannot disagree.
package enum Routes {
  package static let all: [Route] = [
    .request("initialize", run: initialize),
    .notification("initialized", run: initialized),
    .request("shutdown", run: shutdown),
    .notification("$/setTrace", run: setTrace),

    .notification("textDocument/didOpen", declares: "textDocumentSync.openClose", run: didOpen),
    .notification("textDocument/didChange", declares: .with("textDocumentSync.change", 2), run: didChange),
    .notification("textDocument/didSave", declares: save, run: didSave),
    .notification("textDocument/didClose", declares: "textDocumentSync.openClose", run: didClose),

    .document("textDocument/diagnostic", declares: pullDiagnostics, run: diagnostic),

    .notification("workspace/didChangeWorkspaceFolders", declares: folders, folderNotes, run: didChangeFolders),
    .request("workspace/executeCommand", run: executeCommand),
  ]

  /// The same rows by their method.
  static let byMethod = Dictionary(all.map { ($0.method, $0) }, uniquingKeysWith: { first, _ in first })

  // Some clients that are asked for the text send it garbled.
  private static let save = Capability.with("textDocumentSync.save", ["includeText": false])
  private static let folders = Capability.with("workspace.workspaceFolders.supported", if: \.workspaceFolders)
  private static let folderNotes = Capability.with(
    "workspace.workspaceFolders.changeNotifications", if: \.workspaceFolders)
  private static let pullDiagnostics = Capability.with(
    "diagnosticProvider", ["interFileDependencies": true, "workspaceDiagnostics": false], if: \.diagnostics.pull)
}
