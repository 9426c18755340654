import LSP
import Semantics

/// The whole server as a value: events in, effects out, and no clock, thread, file or stream in between.
///
/// Messages wait in their order until the world has no further one at hand, so that a cancellation, a later edit
/// or an exit is seen before anything is answered.
package struct LanguageServer: Sendable {
  /// Called before each message is worked on, with its method and its length in bytes, so that a crash can name it.
  package var willHandle: (@Sendable (_ method: String, _ length: Int) -> Void)?
  /// Who works on long articles.
  package var hands: Hands {
    get { session.hands }
    set { session.hands = newValue }
  }
  package private(set) var session: Session
  private var inbox = Inbox()
  /// Findings have been put off for an answer, which is done once, however many requests follow.
  private var hasPutOff = false

  /// How long a burst of messages may put off an answer, in ms.
  static let patience = 100

  package init(name: String = "newsmark", version: String) {
    session = Session(name: name, version: version)
  }

  /// How many messages wait; a world that can should read no further while there are many.
  package var waiting: Int { inbox.count }

  /// Somebody may be typing.
  package var hasOpenArticles: Bool { !session.articles.isEmpty }

  /// Takes one event, and returns what is to be done about it.
  package mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .message(let body): receive(body)
    case .damage(let problem): put(.damage(ResponseError(.parseError, problem)))
    case .today(let day): session.newDay(day)
    case .file(let key, let bytes):
      session.take(file: key, bytes: bytes)
      session.goOn(with: key, bytes)
    case .filed(let filed):
      session.take(filed)
      if session.hasUnread { session.effects.append(.wake(after: 0)) }
    case .proved(let proved): session.take(proved)
    case .scanned(let files, let isLast, let problem):
      session.take(scanned: files, isLast: isLast, problem: problem)
      session.effects.append(.wake(after: 0))
    case .woke: work()
    case .rested: session.rest()
    case .inputEnded:
      while !inbox.isEmpty, session.rereading == nil { _ = workThroughOneRequest() }
      session.end()
    }
    return session.takeEffects()
  }

  private mutating func receive(_ body: Body) {
    let message: Message
    do { message = try Message(body) } catch {
      put(.refusal(error))
      return
    }
    if case .notification("$/cancelRequest", let params) = message {
      if let cancel = try? CancelParams(params) { inbox.cancel(cancel.id) }
      return
    }
    put(.message(message, length: body.count))
  }

  private mutating func put(_ item: Inbox.Item) {
    if inbox.isEmpty { session.effects.append(.wake(after: LanguageServer.patience)) }
    inbox.append(item)
  }

  /// One slice of work, short enough to look for further messages after it.
  private mutating func work() {
    guard session.rereading == nil else { return }
    let isIdle = inbox.isEmpty
    // Somebody waits for an answer: it goes out before anything else is worked on.
    hasPutOff = workThroughOneRequest() && !hasPutOff
    if !hasPutOff, inbox.isEmpty, !session.awaitsFile {
      if session.desk.hasWork {
        session.publishNext()
      } else if isIdle, let act = session.desk.act {
        rehearse(act)
      } else {
        session.readOn()
      }
    }
    if !session.isOver,
      !inbox.isEmpty || session.desk.hasWork || session.hasUnread || session.awaitsFile
        || session.desk.act != nil
    {
      session.effects.append(.wake(after: 0))
    }
  }

  /// Opens an article of its own before an empty house while nobody waits, and asks about it: what is done for the first time takes
  /// twice as long or more, as the runtime finds out what types are made of and code and tables come to hand.
  private mutating func rehearse(_ act: Rehearsal) {
    session.desk.act = act.next
    var stage = self
    stage.session = session.understudy
    stage.willHandle = nil
    for event in act.events { _ = stage.handle(event) }
    if act == .opening { session.effects.append(.makeReady) }
  }

  /// Works on messages up to and with the first request; true where there was one.
  private mutating func workThroughOneRequest() -> Bool {
    while let item = inbox.next() {
      switch item {
      case .damage(let error): session.send(.response(to: .null, error))
      case .refusal(let refusal): session.send(.response(to: refusal.id, refusal.error))
      case .cancelled(let id):
        session.send(.response(to: id, ResponseError(.requestCancelled, "cancelled before it was answered")))
      case .message(.notification(let method, let params), let length):
        let (more, rest) = !inbox.isEmpty && Routes.comesInRows(method) ? inbox.row(of: method) : ([], 0)
        willHandle?(method, length + rest)
        session.notify(method, params, more)
        if session.awaitsFile { return false }
      case .message(.response(let id, let result, let error), _): session.resume(id, result, error)
      case .message(.request(let id, let method, let params), let length):
        willHandle?(method, length)
        session.answer(id, method, params)
        return true
      }
      if session.isOver { inbox = Inbox() }
    }
    return false
  }
}
