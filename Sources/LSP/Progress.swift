/// Ties progress notes to the work they tell of.
package enum ProgressToken: Hashable, Sendable {
  case int(Int)
  case string(String)
}

extension ProgressToken: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    if let string = json.string {
      self = .string(string)
    } else {
      self = .int(try Int(json))
    }
  }

  package func write(to json: inout JSONWriter) {
    switch self {
    case .int(let int): int.write(to: &json)
    case .string(let string): string.write(to: &json)
    }
  }
}

/// The parameters of `window/workDoneProgress/create` and `…/cancel`.
package struct ProgressTokenParams: JSONCodable, Equatable, Sendable {
  package var token: ProgressToken

  package init(token: ProgressToken) { self.token = token }

  package init(_ json: JSON) throws(ResponseError) { token = try json.get("token") }

  package func write(to json: inout JSONWriter) {
    json.object { $0.field("token", token) }
  }
}

/// One note on work in hand: a `begin`, any number of `report`s, an `end`.
package struct ProgressParams: JSONWritable, Equatable, Sendable {
  package enum Note: Equatable, Sendable {
    case begin(title: String, message: String?)
    /// Percentage from 0 to 100.
    case report(message: String?, percentage: Int?)
    case end(message: String?)
  }

  package var token: ProgressToken
  package var note: Note

  package init(token: ProgressToken, note: Note) {
    self.token = token
    self.note = note
  }

  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("token", token)
      json.field("value") { json in
        switch note {
        case .begin(let title, let message):
          json.field("kind", "begin")
          json.field("title", title)
          json.field("message", ifPresent: message)
          json.field("percentage", 0)
        case .report(let message, let percentage):
          json.field("kind", "report")
          json.field("message", ifPresent: message)
          json.field("percentage", ifPresent: percentage)
        case .end(let message):
          json.field("kind", "end")
          json.field("message", ifPresent: message)
        }
      }
    }
  }
}
