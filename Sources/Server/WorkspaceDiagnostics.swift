import LSP
import Rules
import Semantics

extension Workspace {
  /// What the rules say of an article that is not open, and the number under which the client was told.
  struct Report: Sendable {
    let diagnostics: [Diagnostic]
    let resultID: String
  }
}

/// Answers a client that pulls for every article of the workspace: those it has already come back as unchanged.
func workspaceDiagnostic(_ params: WorkspaceDiagnosticParams, _ session: inout Session) -> WorkspaceDiagnosticReport {
  let known = Dictionary(
    params.previousResultIDs.map { (DocumentKey($0.uri), $0.value) }, uniquingKeysWith: { _, last in last })
  var items: [WorkspaceDiagnosticReport.Item] = []
  for open in session.openArticles {
    let key = DocumentKey(open.uri)
    let resultID = String(open.revision)
    let report: DiagnosticReport =
      known[key] == resultID
      ? .unchanged(resultID: resultID) : .full(session.findings(of: key), resultID: resultID)
    items.append(.init(uri: open.uri, version: open.version, report: report))
  }
  for (key, filed) in session.workspace.reports.sorted(by: { $0.key < $1.key }) where session.articles[key] == nil {
    let report: DiagnosticReport =
      known[key] == filed.resultID
      ? .unchanged(resultID: filed.resultID) : .full(filed.diagnostics, resultID: filed.resultID)
    items.append(.init(uri: key.uri, version: nil, report: report))
  }
  // What is gone has no findings any more.
  for (key, resultID) in known.sorted(by: { $0.key < $1.key }) {
    guard session.articles[key] == nil, session.workspace.reports[key] == nil, resultID != "gone" else { continue }
    items.append(.init(uri: key.uri, version: nil, report: .full([], resultID: "gone")))
  }
  return WorkspaceDiagnosticReport(items: items)
}
