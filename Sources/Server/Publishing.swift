import LSP

extension Session {
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

  var hasUnpublished: Bool { !unpublished.isEmpty || !unsettled.isEmpty }

  /// From this many bytes on a keystroke does not wait for the rules that walk over all names and quotations.
  private static let large = 1 << 16

  /// Publishes the findings of the article that has waited longest; a large one's at first without what takes a walk.
  mutating func publishNext() {
    guard !isOver else { return }
    guard !unpublished.isEmpty else { return settleNext() }
    let key = unpublished.removeFirst()
    guard let article = articles[key] else { return }
    let isLarge = article.article.text.count > Session.large
    let diagnostics = findings(of: key, isLarge ? .quick : .all)
    publish(diagnostics, of: article)
    guard isLarge else { return }
    work(on: key) { $0.published = diagnostics }
    if !unsettled.contains(key) { unsettled.append(key) }
  }

  /// Asks all the rules about a large article, and publishes again if that changes what the client shows.
  private mutating func settleNext() {
    guard !unsettled.isEmpty else { return }
    let key = unsettled.removeFirst()
    let diagnostics = findings(of: key)
    guard let article = articles[key], article.published != diagnostics else { return }
    publish(diagnostics, of: article)
    work(on: key) { $0.published = diagnostics }
  }

  /// Sends findings in the place of all that were sent before for this article; never to a client that pulls.
  mutating func publish(_ diagnostics: [Diagnostic], of article: OpenArticle) {
    guard !client.diagnostics.pull else { return }
    let version = client.diagnostics.version ? article.version : nil
    let params = PublishDiagnosticsParams(uri: article.uri, version: version, diagnostics: diagnostics)
    send(.notification("textDocument/publishDiagnostics", params, supersedes: article.uri))
  }
}

/// Answers a client that pulls; the article's revision tells whether it has these findings already.
func diagnostic(
  _ params: DocumentDiagnosticParams, _ session: inout Session
) throws(ResponseError) -> DiagnosticReport {
  let resultID = String(try session.article(params.textDocument.uri).revision)
  guard params.previousResultID != resultID else { return .unchanged(resultID: resultID) }
  return .full(session.findings(of: DocumentKey(params.textDocument.uri)), resultID: resultID)
}
