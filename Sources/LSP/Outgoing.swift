/// A message to the client, already written.
package struct Outgoing: Equatable, Sendable {
  /// The JSON text, without a frame.
  package let body: [UInt8]
  /// Messages with the same key make each other worthless: of those not yet on their way, only the newest matters.
  package let supersedes: String?

  /// The answer to a request.
  package static func response(to id: RequestID, _ result: some JSONWritable) -> Outgoing {
    Outgoing {
      $0.field("id", id)
      $0.field("result", result)
    }
  }

  /// The refusal of a request.
  package static func response(to id: RequestID, _ error: ResponseError) -> Outgoing {
    Outgoing {
      $0.field("id", id)
      $0.field("error", error)
    }
  }

  /// A notification; `supersedes` as above.
  package static func notification(
    _ method: String, _ params: some JSONWritable, supersedes: String? = nil
  ) -> Outgoing {
    Outgoing(supersedes: supersedes) {
      $0.field("method", method)
      $0.field("params", params)
    }
  }

  /// A request to the client.
  package static func request(_ id: RequestID, _ method: String, _ params: some JSONWritable) -> Outgoing {
    Outgoing {
      $0.field("id", id)
      $0.field("method", method)
      $0.field("params", params)
    }
  }

  private init(supersedes: String? = nil, _ fields: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(reserving: 512)
    writer.object {
      $0.field("jsonrpc", "2.0")
      fields(&$0)
    }
    body = writer.bytes
    self.supersedes = supersedes
  }
}
