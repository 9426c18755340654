import LSP
import Rules
import Semantics

/// Takes an article in; one that was open already is replaced.
func didOpen(_ params: DidOpenParams, _ session: inout Session) {
  session.open(params)
  // Other clients are published to, after which it is done.
  if session.client.diagnostics.pull { session.releaseMemory(of: params.text.reduce(0) { $0 + $1.count }) }
  session.askForBooks(of: DocumentKey(params.textDocument.uri))
  session.recheck(DocumentKey(params.textDocument.uri))
  session.refreshBook(DocumentKey(params.textDocument.uri))
}

/// Applies the edits of keystrokes that wait in a row, each to the text that the one before it left; what they touch is read
/// again once.
func didChange(_ keystrokes: [DidChangeParams], _ session: inout Session) -> [ResponseError] {
  var faults: [ResponseError] = []
  var rest = keystrokes[...]
  while let first = rest.first {
    let row = rest.prefix { $0.textDocument == first.textDocument }
    rest = rest.dropFirst(row.count)
    let key = DocumentKey(first.textDocument.uri)
    if let isStylebook = session.change(key, { $0.apply(row) }) {
      session.recheckTyped(key)
      if isStylebook { session.refreshBook(key) }
    } else {
      let fault = ResponseError(.invalidParams, "\(first.textDocument.uri) is not open")
      faults += repeatElement(fault, count: row.count)
    }
  }
  return faults
}

/// Publishes again even where nothing changed: a save is when people look. A text that comes along is not the article.
func didSave(_ params: DocumentOnlyParams, _ session: inout Session) throws(ResponseError) {
  let key = DocumentKey(params.textDocument.uri)
  guard session.articles[key] != nil else {
    throw ResponseError(.invalidParams, "\(params.textDocument.uri) is not open")
  }
  session.publishAll(key)
}

/// Forgets an article and takes its findings off the client's list.
func didClose(_ params: DocumentOnlyParams, _ session: inout Session) throws(ResponseError) {
  let key = DocumentKey(params.textDocument.uri)
  guard let closed = session.close(key) else {
    throw ResponseError(.invalidParams, "\(params.textDocument.uri) is not open")
  }
  session.desk.remove(key)
  session.workspace.forgetHouse(of: key)
  session.unpublish(closed)
  session.releaseMemory(of: closed.article.text.count)
  // From now on it is the disk's text that counts.
  if closed.article.isStylebook, let root = session.root(of: key) {
    session.effects.append(.read(key, within: root))
  } else if session.isInWorkspace(key) {
    session.askToFile(key)
  }
}

extension Session {
  /// After a long message or article is done with; for a short one it is not worth the call.
  fileprivate mutating func releaseMemory(of length: Int) {
    if length > Session.longArticle { effects.append(.releaseMemory) }
  }
}

extension OpenArticle {
  fileprivate mutating func apply(_ keystrokes: ArraySlice<DidChangeParams>) {
    putProofAside()
    /// Nil for one that replaces all.
    var edits: [(range: Range<Int>, added: Int)?] = []
    let encoding = encoding
    article.edit { draft in
      for keystroke in keystrokes {
        for change in keystroke.changes {
          let range = change.range.map { draft.text.offsets(of: $0, in: encoding) }
          draft.replace(range ?? 0..<draft.text.count, with: change.text)
          edits.append(range.map { ($0, change.text.count) })
        }
      }
    }
    for edit in edits {
      if let edit { checker.follow(replaced: edit.range, added: edit.added) } else { checker = Checker() }
    }
    version = keystrokes.last { $0.version != nil }?.version ?? version
  }
}
