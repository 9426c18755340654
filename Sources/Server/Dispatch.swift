import LSP

extension Session {
  /// Answers one request, at once or when the files it needs have been read: every request gets exactly one answer.
  mutating func answer(_ id: RequestID, _ method: String, _ params: JSON) {
    if phase == .running, let reads = Routes.reads(of: method) {
      let files = Set(reads(params, &self))
      if !files.isEmpty { return put(off: Rereading(id: id, method: method, params: params, files: files)) }
    }
    answerNow(id, method, params)
  }

  mutating func answerNow(_ id: RequestID, _ method: String, _ params: JSON) {
    if trace != .off { send(.notification("$/logTrace", LogTraceParams(message: "\(shown(method)) is answered"))) }
    do {
      let result = try result(of: method, params)
      send(result(id))
    } catch {
      send(.response(to: id, error))
    }
  }

  /// Acts on one notification, or on a row of one kind; what is wrong with one can only be logged.
  mutating func notify(_ method: String, _ params: JSON, _ more: [JSON] = []) {
    switch method {
    case "exit": end()
    case "shutdown" where phase == .running: phase = .down
    default:
      guard phase == .running else { return }
      switch Routes.kind(of: method) {
      case .notification(let run):
        do { try run(params, &self) } catch { log(.error, "\(method): \(error.message)") }
      case .row(let run):
        for fault in run(params, more, &self) { log(.error, "\(method): \(fault.message)") }
      default: return
      }
    }
  }

  /// Ends the session: code 0 after `shutdown`, else 1.
  mutating func end() {
    guard !isOver else { return }
    if let rereading {
      self.rereading = nil
      send(.response(to: rereading.id, ResponseError(.requestCancelled, "the session ended before it was answered")))
    }
    effects.append(.exit(code: phase == .down ? 0 : 1))
    phase = .over
  }

  private mutating func result(of method: String, _ params: JSON) throws(ResponseError) -> Route.Result {
    switch phase {
    case .fresh where method != "initialize":
      throw ResponseError(.serverNotInitialized, "\(shown(method)) came before initialize")
    case .running where method == "initialize":
      throw ResponseError(.invalidRequest, "initialize came twice")
    case .down, .over:
      throw ResponseError(.invalidRequest, "\(shown(method)) came after shutdown")
    case .fresh, .running: break
    }
    guard case .request(let run)? = Routes.kind(of: method) else {
      throw ResponseError(.methodNotFound, "\(shown(method)) is not a request that newsmark answers")
    }
    return try run(params, &self)
  }
}

/// A method's name, cut where it is too long to be one.
private func shown(_ method: String) -> Substring { method.prefix(80) }
