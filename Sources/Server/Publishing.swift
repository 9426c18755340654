import LSP
import Rules
import Semantics

/// The open articles whose findings are to go out, and how far they have been read.
///
/// A keystroke is answered with what a look at the lines and marks tells. Names and speakers are read after that, in
/// slices, and the rules that walk over all of them are asked when the writer rests.
struct Desk: Sendable {
  /// An article whose last publish left out what takes a walk over all of it.
  struct Unsettled {
    let key: DocumentKey
    /// The page at which the close reading goes on; nil when it is done.
    var page: Int? = 0
  }

  /// Articles that changed, or whose findings may have, since they were last published, oldest first.
  fileprivate(set) var unpublished: [DocumentKey] = []
  fileprivate(set) var unsettled: [Unsettled] = []
  /// The writer has paused since the last change.
  fileprivate(set) var isRested = true
  /// What is to be rehearsed next.
  var act: Rehearsal?
  /// Somebody has typed in this session.
  fileprivate var isTypedOn = false

  var hasWork: Bool { !unpublished.isEmpty || unsettled.contains { isRested || $0.page != nil } }

  mutating func remove(_ key: DocumentKey) {
    unpublished.removeAll { $0 == key }
    unsettled.removeAll { $0.key == key }
  }

  fileprivate mutating func leaveUnsettled(_ key: DocumentKey) {
    unsettled.removeAll { $0.key == key }
    unsettled.append(Unsettled(key: key))
  }
}

extension Session {
  /// How long a writer must pause, in ms, before the rules that walk over all names and quotations are asked.
  private static let pause = 100
  /// How many bytes are read closely at a time: less than half a millisecond's work.
  private static let slice = 4 << 10

  /// Notes that an article's findings may have changed; they go out when no further message waits.
  mutating func recheck(_ key: DocumentKey) {
    if desk.act == .opening { desk.act = nil }
    guard !client.diagnostics.pull, !desk.unpublished.contains(key) else { return }
    desk.unpublished.append(key)
  }

  /// The same after a keystroke, as there may be more to come.
  mutating func recheckTyped(_ key: DocumentKey) {
    desk.isRested = false
    recheck(key)
    if !desk.isTypedOn { desk.act = .outline }
    desk.isTypedOn = true
  }

  /// The same for every open article; a client that pulls is asked to pull again.
  package mutating func recheckAll() {
    let keys = openArticles.map { DocumentKey($0.uri) }
    guard !keys.isEmpty else { return }
    if client.diagnostics.pull {
      for key in keys { change(key) { _ in } }
      if client.refresh.diagnostics { ask("workspace/diagnostic/refresh", Null()) }
    } else {
      if !desk.hasWork { effects.append(.wake(after: LanguageServer.patience)) }
      for key in keys { recheck(key) }
    }
  }

  /// The writer pauses.
  mutating func rest() {
    desk.isRested = true
    if desk.hasWork { effects.append(.wake(after: 0)) }
  }

  /// Does the next thing that brings findings to the client.
  mutating func publishNext() {
    guard !isOver else { return }
    if !desk.unpublished.isEmpty {
      publishQuickly(desk.unpublished.removeFirst())
    } else if let index = desk.unsettled.firstIndex(where: { $0.page != nil }) {
      readClosely(index)
    } else if desk.isRested, !desk.unsettled.isEmpty {
      settle(desk.unsettled.removeFirst().key)
    }
  }

  /// Publishes everything that is known of an article now, as when it is saved.
  mutating func publishAll(_ key: DocumentKey) {
    guard !client.diagnostics.pull else { return }
    desk.remove(key)
    check(key)
    publish(key, evenIfSame: true)
  }

  private mutating func publishQuickly(_ key: DocumentKey) {
    let (today, house, shown, hands) = (today, house(of: key), client.diagnostics, hands)
    let message = work(on: key) { open in
      open.check(house, today: today, proof: nil, .quick, by: hands)
      return open.publication(shown, evenIfSame: true)
    }
    guard let message else { return }
    if let message { send(message) }
    desk.leaveUnsettled(key)
    if !desk.isRested { effects.append(.rest(after: Session.pause)) }
  }

  private mutating func readClosely(_ index: Int) {
    let waiting = desk.unsettled[index]
    work(on: waiting.key) { $0.checker.letGo() }
    desk.unsettled[index].page = waiting.page.flatMap { page in
      articles[waiting.key]?.article.readClosely(fromPage: page, about: Session.slice)
    }
  }

  /// Asks all the rules, of a long article beside everything else.
  private mutating func settle(_ key: DocumentKey) {
    if let proving = proving(of: key) { return effects.append(.prove(proving)) }
    check(key)
    publishSettled(key)
  }

  /// Publishes again if what all the rules say changes what the client shows.
  mutating func publishSettled(_ key: DocumentKey) {
    // What a walk over a long article took is no longer needed.
    if let open = articles[key], open.article.text.count > Session.longArticle { effects.append(.releaseMemory) }
    publish(key, evenIfSame: false)
  }

  private mutating func publish(_ key: DocumentKey, evenIfSame: Bool) {
    let shown = client.diagnostics
    let message = work(on: key) { $0.publication(shown, evenIfSame: evenIfSame) }
    if let message = message ?? nil { send(message) }
  }

  /// Takes everything that was sent for an article off the client's list; a client that pulls has no such list.
  mutating func unpublish(_ article: OpenArticle) {
    if !client.diagnostics.pull { send(article.publication(of: WrittenValues([]), client.diagnostics)) }
  }
}

extension OpenArticle {
  /// The message that brings the client what the checker says now; nil where it has that already.
  fileprivate mutating func publication(_ shown: ClientCapabilities.Diagnostics, evenIfSame: Bool) -> Outgoing? {
    updateBulletin(shown, evenIfSame: evenIfSame) ? publication(of: bulletin.values, shown) : nil
  }

  /// The message that puts findings in the place of all that were sent before for this article.
  fileprivate func publication(of findings: WrittenValues, _ shown: ClientCapabilities.Diagnostics) -> Outgoing {
    let params = PublishDiagnosticsParams(uri: uri, version: shown.version ? version : nil, diagnostics: findings)
    return .notification("textDocument/publishDiagnostics", params, supersedes: uri)
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
