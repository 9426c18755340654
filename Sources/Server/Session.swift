import Features
import LSP
import Semantics

/// Everything the server remembers between two messages.
package struct Session: Sendable {
  enum Phase {
    /// Before `initialize`.
    case fresh
    case running
    /// After `shutdown`.
    case down
    case over
  }

  package typealias Reply = @Sendable (inout Session, JSON, ResponseError?) -> Void

  let name: String
  let version: String
  var phase = Phase.fresh
  package internal(set) var client = ClientCapabilities()
  package internal(set) var encoding = PositionEncoding.utf16
  package internal(set) var folders: [WorkspaceFolder] = [] {
    didSet { workspace.forgetHouses() }
  }
  var workspace = Workspace()
  /// Nil until the world has said.
  package internal(set) var today: CivilDate?
  var trace = TraceLevel.off
  var effects: [Effect] = []
  var hands = Hands.one
  var desk = Desk()
  /// The request that waits for files; no message is looked at before it is answered.
  var rereading: Rereading?
  private(set) var articles: [DocumentKey: OpenArticle] = [:]
  private var revision = 0
  private var replies: [RequestID: Reply] = [:]
  private var requestCount = 0

  init(name: String, version: String) {
    self.name = name
    self.version = version
  }

  var isOver: Bool { phase == .over }

  /// The open article at an address, however it is spelled; an error the client can show where it is not open.
  package func article(_ uri: DocumentURI) throws(ResponseError) -> OpenArticle {
    guard let article = articles[DocumentKey(uri)] else { throw notOpen(uri) }
    return article
  }

  private func notOpen(_ uri: DocumentURI) -> ResponseError { ResponseError(.invalidParams, "\(uri) is not open") }

  /// The open articles in the order of their addresses.
  package var openArticles: [OpenArticle] { articles.values.sorted { $0.uri < $1.uri } }

  /// Queues a message for the client.
  package mutating func send(_ message: Outgoing) { effects.append(.send(message)) }

  /// Tells the person's log, not the person.
  package mutating func log(_ type: MessageType, _ message: String) {
    send(.notification("window/logMessage", MessageParams(type: type, message: message)))
  }

  /// Sends a request to the client; `then` gets the result, or the error.
  package mutating func ask(
    _ method: String, _ params: some JSONWritable, then: @escaping Reply = { _, _, _ in }
  ) {
    requestCount += 1
    let id = RequestID.string("newsmark-\(requestCount)")
    replies[id] = then
    send(.request(id, method, params))
  }

  /// Takes the client's answer to `ask`; one that nobody waits for is ignored.
  mutating func resume(_ id: RequestID, _ result: JSON, _ error: ResponseError?) {
    guard phase == .running, let reply = replies.removeValue(forKey: id) else { return }
    reply(&self, result, error)
  }

  mutating func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }
}

extension Session {
  /// Puts an article among the open ones, in the place of one with the same address.
  mutating func open(_ params: DidOpenParams) {
    let key = DocumentKey(params.textDocument.uri)
    let article = Article(params.text, isStylebook: key.name == Workspace.bookName, by: hands)
    articles[key] = OpenArticle(
      uri: params.textDocument.uri, languageID: params.languageID, version: params.version,
      article: article, revision: nextRevision(), encoding: encoding)
  }

  /// Changes an open article where it lies, so that its text is not copied; answers whether it is a stylebook, nil where it is not open.
  @discardableResult
  mutating func change(_ key: DocumentKey, _ body: (inout OpenArticle) -> Void) -> Bool? {
    let revision = nextRevision()
    return work(on: key) { article in
      body(&article)
      article.revision = revision
      return article.article.isStylebook
    }
  }

  /// Works on an open article where it lies without changing its text; nil where it is not open.
  @discardableResult
  mutating func work<Result>(on key: DocumentKey, _ body: (inout OpenArticle) -> Result) -> Result? {
    guard let index = articles.index(forKey: key) else { return nil }
    return body(&articles.values[index])
  }

  /// True for an open stylebook.
  func isStylebook(_ key: DocumentKey) -> Bool { articles[key]?.article.isStylebook == true }

  /// An open article and its proof, which is kept for the next question.
  mutating func proved(_ uri: DocumentURI) throws(ResponseError) -> (OpenArticle, Proof) {
    try proving(uri) { ($0, $1) }
  }

  /// Works on an open article where it lies, with its proof.
  mutating func proving<Result>(
    _ uri: DocumentURI, _ body: (inout OpenArticle, Proof) -> Result
  ) throws(ResponseError) -> Result {
    let key = DocumentKey(uri)
    let shared = house(of: key).shared
    let result = work(on: key) { open in body(&open, open.proved(shared: shared)) }
    guard let result else { throw notOpen(uri) }
    return result
  }

  /// The proof of an open article, which is kept for the next question; nil where it is not open.
  mutating func proof(of key: DocumentKey) -> Proof? {
    guard articles[key] != nil else { return nil }
    let shared = house(of: key).shared
    return work(on: key) { $0.proved(shared: shared) }
  }

  /// The same of any article, made for the moment where it has none.
  func proof(of article: OpenArticle) -> Proof {
    article.proof
      ?? Proof(
        article.article, shared: sharedDeclarations(for: DocumentKey(article.uri)).map(\.declaration),
        after: article.standing)
  }

  /// Forgets an article; nil where it is not open.
  mutating func close(_ key: DocumentKey) -> OpenArticle? {
    articles.removeValue(forKey: key)
  }

  private mutating func nextRevision() -> Int {
    revision += 1
    return revision
  }
}
