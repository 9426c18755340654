/// What the client tells of itself before anything else.
package struct InitializeParams: JSONReadable, Equatable, Sendable {
  /// The client's process, which the server must not outlive; nil where the client does not say.
  package var processID: Int?
  /// The client's name and version, for people.
  package var client: String?
  /// Nil where the client does not know of folders, or has none open.
  package var folders: [WorkspaceFolder]?
  package var rootURI: DocumentURI?
  package var rootPath: String?
  package var capabilities: ClientCapabilities
  package var trace: TraceLevel

  package init(_ json: JSON) throws(ResponseError) {
    processID = json["processId"].int
    client = json["clientInfo"]["name"].string
    if let name = client, let version = json["clientInfo"]["version"].string { client = "\(name) \(version)" }
    folders = json["workspaceFolders"].isArray ? try [WorkspaceFolder](json["workspaceFolders"]) : nil
    rootURI = json["rootUri"].string
    rootPath = json["rootPath"].string
    capabilities = ClientCapabilities(json["capabilities"])
    trace = json["trace"].string.flatMap(TraceLevel.init(rawValue:)) ?? .off
  }
}

/// How much the client wants to be told with `$/logTrace`.
package enum TraceLevel: String, JSONCodable, Sendable {
  case off, messages, verbose
}

/// A folder that is open in the client.
package struct WorkspaceFolder: JSONCodable, Hashable, Sendable {
  package var uri: DocumentURI
  package var name: String

  package init(uri: DocumentURI, name: String) {
    self.uri = uri
    self.name = name
  }

  package init(_ json: JSON) throws(ResponseError) {
    uri = try json.get("uri")
    name = json["name"].string ?? ""
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("uri", uri)
      $0.field("name", name)
    }
  }
}

/// What the server tells of itself.
package struct InitializeResult: JSONWritable, Equatable, Sendable {
  package var capabilities: LSPAny
  package var name: String
  package var version: String

  package init(capabilities: LSPAny, name: String, version: String) {
    self.capabilities = capabilities
    self.name = name
    self.version = version
  }

  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("capabilities", capabilities)
      json.field("serverInfo") {
        $0.field("name", name)
        $0.field("version", version)
      }
    }
  }
}

/// Folders that were opened and closed in the client.
package struct DidChangeWorkspaceFoldersParams: JSONReadable, Equatable, Sendable {
  package var added: [WorkspaceFolder]
  package var removed: [WorkspaceFolder]

  package init(_ json: JSON) throws(ResponseError) {
    added = try json["event"].find("added") ?? []
    removed = try json["event"].find("removed") ?? []
  }
}

/// The request that the client no longer wants an answer to.
package struct CancelParams: JSONReadable, Equatable, Sendable {
  package var id: RequestID

  package init(_ json: JSON) throws(ResponseError) {
    guard let id = RequestID(json["id"]) else { throw ResponseError(.invalidParams, "'id' is missing") }
    self.id = id
  }
}

/// A new trace level.
package struct SetTraceParams: JSONReadable, Equatable, Sendable {
  package var value: TraceLevel

  package init(_ json: JSON) throws(ResponseError) { value = try json.get("value") }
}

/// One line for the client's trace log.
package struct LogTraceParams: JSONWritable, Equatable, Sendable {
  package var message: String
  package var verbose: String?

  package init(message: String, verbose: String? = nil) {
    self.message = message
    self.verbose = verbose
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("message", message)
      $0.field("verbose", ifPresent: verbose)
    }
  }
}
