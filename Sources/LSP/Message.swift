/// One JSON-RPC message from the client, its parameters not yet decoded.
package enum Message: Sendable {
  case request(id: RequestID, method: String, params: JSON)
  case notification(method: String, params: JSON)
  /// An answer to one of our requests; `result` is absent where there is an error.
  case response(id: RequestID, result: JSON, error: ResponseError?)

  /// Reads a frame's body; what is not a message throws the error to answer with, and the id to answer to.
  package init(_ body: Body) throws(MessageError) {
    let json: JSON
    do { json = try JSON(parsing: body) } catch {
      throw MessageError(error: ResponseError(.parseError, "invalid JSON: \(error.message)"))
    }
    guard !json.isArray else { throw MessageError(invalid: "batches are not part of the protocol") }
    guard json.isObject else { throw MessageError(invalid: "a message must be an object") }
    let id = json["id"]
    guard let method = json["method"].string else {
      self = try Message.response(json, id: id)
      return
    }
    if id.isMissing {
      self = .notification(method: method, params: json["params"])
    } else {
      guard let id = RequestID(id) else { throw MessageError(invalid: "'id' must be a number or a string") }
      self = .request(id: id, method: method, params: json["params"])
    }
  }

  private static func response(_ json: JSON, id: JSON) throws(MessageError) -> Message {
    let error = json["error"]
    guard json["method"].isMissing, let id = RequestID(id), !json["result"].isMissing || !error.isMissing else {
      throw MessageError(error: ResponseError(.invalidRequest, "'method' must be a string"), id: RequestID(id))
    }
    return .response(id: id, result: json["result"], error: error.isAbsent ? nil : ResponseError(error))
  }
}

/// Why a frame's body is no message, and whom to tell.
package struct MessageError: Error, Equatable {
  package let error: ResponseError
  /// `null` where the body has no id to answer to.
  package let id: RequestID

  init(error: ResponseError, id: RequestID? = nil) {
    self.error = error
    self.id = id ?? .null
  }

  init(invalid message: String) {
    self.init(error: ResponseError(.invalidRequest, message))
  }
}

/// What ties an answer to its request, given back exactly as it came.
package enum RequestID: Hashable, Sendable {
  case int(Int)
  case string(String)
  /// A number that is no `Int`, as it was written: not the protocol's, but answered all the same.
  case number(String)
  case null

  /// Nil for an array, an object, a truth value or nothing at all.
  package init?(_ json: JSON) {
    if let text = json.numberText {
      self = Int(text).map(RequestID.int) ?? .number(text)
    } else if let string = json.string {
      self = .string(string)
    } else if json.isAbsent, !json.isMissing {
      self = .null
    } else {
      return nil
    }
  }
}

extension RequestID: JSONWritable {
  package func write(to json: inout JSONWriter) {
    switch self {
    case .int(let int): json.literal(String(int))
    case .string(let string): json.string(string)
    case .number(let text): json.literal(text)
    case .null: json.literal("null")
    }
  }
}
