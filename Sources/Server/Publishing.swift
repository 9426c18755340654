import LSP

extension Session {
  /// The most findings an editor is sent for one article.
  static let mostFindings = 1000

  /// Notes that an article's findings may have changed; they go out when no further message waits.
  mutating func recheck(_ key: DocumentKey) {
    guard !client.diagnostics.pull, !unpublished.contains(key) else { return }
    unpublished.append(key)
  }

  /// The same for every open article; a client that pulls is asked to pull again.
  package mutating func recheckAll() {
    let keys = openArticles.map { DocumentKey($0.uri) }
    guard !keys.isEmpty else { return }
    if client.diagnostics.pull {
      for key in keys { _ = change(key) { _ in } }
      if client.refresh.diagnostics { ask("workspace/diagnostic/refresh", Null()) }
    } else {
      if !hasUnpublished { effects.append(.wake(after: LanguageServer.patience)) }
      for key in keys { recheck(key) }
    }
  }

  var hasUnpublished: Bool { !unpublished.isEmpty }

  /// Publishes the findings of the article that has waited longest.
  mutating func publishNext() {
    guard hasUnpublished, !isOver else { return }
    let key = unpublished.removeFirst()
    let found = fitted(findings(of: key))
    if let article = articles[key] { publish(found, of: article) }
  }

  /// Sends findings in the place of all that were sent before for this article; never to a client that pulls.
  mutating func publish(_ diagnostics: [Diagnostic], of article: OpenArticle) {
    guard !client.diagnostics.pull else { return }
    let version = client.diagnostics.version ? article.version : nil
    let params = PublishDiagnosticsParams(uri: article.uri, version: version, diagnostics: diagnostics)
    send(.notification("textDocument/publishDiagnostics", params, supersedes: article.uri))
  }

  /// The worst findings, without what the client has not said it can show.
  fileprivate func fitted(_ findings: [Diagnostic]) -> [Diagnostic] {
    worst(findings).map { finding in
      var finding = finding
      if !client.diagnostics.relatedInformation { finding.related = [] }
      if !client.diagnostics.codeDescription { finding.codeDescription = nil }
      if !client.diagnostics.data { finding.data = nil }
      finding.tags.removeAll { !client.diagnostics.tags.contains($0.rawValue) }
      return finding
    }
  }
}

/// Answers a client that pulls; the article's revision tells whether it has these findings already.
func diagnostic(
  _ params: DocumentDiagnosticParams, _ session: inout Session
) throws(ResponseError) -> DiagnosticReport {
  let resultID = String(try session.article(params.textDocument.uri).revision)
  guard params.previousResultID != resultID else { return .unchanged(resultID: resultID) }
  let found = session.findings(of: DocumentKey(params.textDocument.uri))
  return .full(session.fitted(found), resultID: resultID)
}

/// The first thousand by severity, in the order they came, and a word on how many more there are.
private func worst(_ findings: [Diagnostic]) -> [Diagnostic] {
  let most = Session.mostFindings
  guard findings.count > most else { return findings }
  let chosen = findings.indices.sorted {
    (findings[$0].severity.rawValue, $0) < (findings[$1].severity.rawValue, $1)
  }.prefix(most)
  let start = Position(line: 0, character: 0)
  let rest = Diagnostic(
    range: PositionRange(start: start, end: start), severity: .information, code: nil,
    message: "\(findings.count - most) more: run newsmark check")
  return chosen.sorted().map { findings[$0] } + [rest]
}
