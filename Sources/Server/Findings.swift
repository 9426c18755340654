import LSP
import Rules
import Syntax

extension Session {
  /// What a copy editor would send back, in the order of the text; empty for an article that is not open.
  mutating func findings(of key: DocumentKey) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let today = today
    work(on: key) { open in
      let findings = open.checker.findings(in: open.article, today: today)
      diagnostics = findings.map { diagnostic($0, in: open) }
    }
    return diagnostics
  }
}

private func diagnostic(_ finding: Finding, in open: OpenArticle) -> Diagnostic {
  var diagnostic = Diagnostic(
    range: open.range(of: finding.range), severity: Diagnostic.Severity(finding.severity), code: finding.code,
    message: finding.message)
  diagnostic.related = finding.related.map {
    .init(location: Location(uri: open.uri, range: open.range(of: $0.range)), message: $0.message)
  }
  if finding.isUnnecessary { diagnostic.tags = [.unnecessary] }
  return diagnostic
}

extension Diagnostic.Severity {
  fileprivate init(_ severity: Severity) {
    self =
      switch severity {
      case .error: .error
      case .warning: .warning
      case .information: .information
      case .hint: .hint
      }
  }
}
