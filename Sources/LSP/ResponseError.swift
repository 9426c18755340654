/// Why a request got no result, as the client is told it.
package struct ResponseError: Error, Equatable, Sendable {
  package let code: Code
  /// One sentence for a person.
  package let message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The codes of JSON-RPC and of the protocol; a client may send others.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// The bytes are not JSON.
    package static let parseError = Code(rawValue: -32700)
    /// JSON, but not a message, or one that may not come now.
    package static let invalidRequest = Code(rawValue: -32600)
    package static let methodNotFound = Code(rawValue: -32601)
    package static let invalidParams = Code(rawValue: -32602)
    package static let internalError = Code(rawValue: -32603)
    /// A request before `initialize`.
    package static let serverNotInitialized = Code(rawValue: -32002)
    /// Well-formed, but it cannot be done.
    package static let requestFailed = Code(rawValue: -32803)
    package static let serverCancelled = Code(rawValue: -32802)
    /// The document changed so that an answer would no longer fit it.
    package static let contentModified = Code(rawValue: -32801)
    package static let requestCancelled = Code(rawValue: -32800)
  }
}

extension ResponseError: JSONCodable {
  package init(_ json: JSON) {
    code = json["code"].int.map { Code(rawValue: $0) } ?? .internalError
    message = json["message"].string ?? ""
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("code", code.rawValue)
      $0.field("message", message)
    }
  }
}
