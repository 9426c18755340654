/// A request for symbols anywhere in the workspace.
package struct WorkspaceSymbolParams: JSONReadable, Equatable, Sendable {
  /// What was typed so far, to be matched loosely; empty for everything.
  package var query: String
  package var partialResultToken: ProgressToken?

  package init(_ json: JSON) throws(ResponseError) {
    query = json["query"].string ?? ""
    partialResultToken = try json.find("partialResultToken")
  }
}

/// A symbol somewhere in the workspace; it may go out without its range, and come back to be given it.
package struct WorkspaceSymbol: Equatable, Sendable {
  package var name: String
  package var kind: SymbolKind
  package var containerName: String?
  package var uri: DocumentURI
  /// Nil until it is resolved, where the client can do that.
  package var range: PositionRange?
  package var data: LSPAny?

  package init(
    name: String, kind: SymbolKind, containerName: String?, uri: DocumentURI, range: PositionRange?,
    data: LSPAny? = nil
  ) {
    self.name = name
    self.kind = kind
    self.containerName = containerName
    self.uri = uri
    self.range = range
    self.data = data
  }
}

extension WorkspaceSymbol: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    name = try json.get("name")
    kind = try json.get("kind")
    containerName = json["containerName"].string
    uri = try json["location"].get("uri")
    range = try json["location"].find("range")
    data = json["data"].isAbsent ? nil : LSPAny(json["data"])
  }

  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("name", name)
      json.field("kind", kind)
      json.field("containerName", ifPresent: containerName)
      json.field("location") {
        $0.field("uri", uri)
        $0.field("range", ifPresent: range)
      }
      json.field("data", ifPresent: data)
    }
  }
}
