import LSP
import Rules
import Semantics

/// Takes an article in; one that was open already is replaced.
func didOpen(_ params: DidOpenParams, _ session: inout Session) {
  session.open(params)
  session.releaseMemory(of: params.text.count)
  session.askForBooks(of: DocumentKey(params.textDocument.uri))
  session.recheck(DocumentKey(params.textDocument.uri))
  session.refreshBook(DocumentKey(params.textDocument.uri))
}

/// Applies a keystroke's edits one after the other, each to the text that the one before it left.
func didChange(_ params: DidChangeParams, _ session: inout Session) throws(ResponseError) {
  let key = DocumentKey(params.textDocument.uri)
  let isOpen = session.change(key) { open in
    open.version = params.version ?? open.version
    open.putProofAside()
    for change in params.changes {
      if let range = change.range {
        let offsets = open.offsets(of: range)
        open.article.replace(offsets, with: change.text)
        open.checker.follow(replaced: offsets, added: change.text.count)
      } else {
        open.article = Article(utf8: change.text, isStylebook: open.article.isStylebook)
        open.checker = Checker()
      }
    }
  }
  guard isOpen else { throw ResponseError(.invalidParams, "\(params.textDocument.uri) is not open") }
  session.recheckTyped(key)
  session.refreshBook(key)
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
  session.publish(WrittenValues([]), of: closed)
  session.releaseMemory(of: closed.article.text.count)
  // From now on it is the disk's text that counts.
  if closed.article.isStylebook, let root = session.root(of: key) {
    session.effects.append(.read(key, within: root))
  } else if session.isInWorkspace(key) {
    session.askToFile(key)
  }
}

extension Session {
  /// After a large message or article is done with; for a small one it is not worth the call.
  fileprivate mutating func releaseMemory(of length: Int) {
    if length > 1 << 20 { effects.append(.releaseMemory) }
  }
}
