/// A command that the client sends back.
package struct ExecuteCommandParams: JSONReadable, Sendable {
  package var command: String
  /// Empty where the client sends none.
  package var arguments: [JSON]

  package init(_ json: JSON) throws(ResponseError) {
    command = try json.get("command")
    arguments = json["arguments"].elements
  }
}

/// Files that changed on the disk, by this client's hand or another's.
package struct DidChangeWatchedFilesParams: JSONReadable, Equatable, Sendable {
  package struct Change: JSONReadable, Equatable, Sendable {
    package enum Kind: Int, JSONReadable, Sendable {
      case created = 1
      case changed, deleted
    }

    package var uri: DocumentURI
    package var kind: Kind

    package init(_ json: JSON) throws(ResponseError) {
      uri = try json.get("uri")
      kind = try json.get("type")
    }
  }

  package var changes: [Change]

  package init(_ json: JSON) throws(ResponseError) { changes = try json.get("changes") }
}

/// Methods that the server asks the client to send from now on.
package struct RegistrationParams: JSONWritable, Equatable, Sendable {
  package struct Registration: JSONWritable, Equatable, Sendable {
    package var id: String
    package var method: String
    package var options: LSPAny?

    package init(id: String, method: String, options: LSPAny? = nil) {
      self.id = id
      self.method = method
      self.options = options
    }

    package func write(to json: inout JSONWriter) {
      json.object {
        $0.field("id", id)
        $0.field("method", method)
        $0.field("registerOptions", ifPresent: options)
      }
    }
  }

  package var registrations: [Registration]

  package init(_ registrations: [Registration]) { self.registrations = registrations }

  package func write(to json: inout JSONWriter) {
    json.object { $0.field("registrations", registrations) }
  }
}
