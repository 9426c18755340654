/// Where a goto verb leads, in the shape that the client takes; empty is written as `null`.
package enum GotoResult: JSONWritable, Equatable, Sendable {
  case locations([Location])
  case links([LocationLink])

  /// The links themselves, or the plain places they lead to for a client without links.
  package init(_ links: [LocationLink], linkSupport: Bool) {
    self =
      linkSupport
      ? .links(links) : .locations(links.map { Location(uri: $0.targetURI, range: $0.targetSelectionRange) })
  }

  package func write(to json: inout JSONWriter) {
    switch self {
    case .locations([]), .links([]): json.literal("null")
    case .locations(let locations): locations.write(to: &json)
    case .links(let links): links.write(to: &json)
    }
  }
}

/// A place whose other mentions are asked for.
package struct ReferenceParams: PositionParams, Equatable {
  package var textDocument: TextDocumentIdentifier
  package var position: Position
  package var includeDeclaration: Bool

  package init(_ json: JSON) throws(ResponseError) {
    textDocument = try json.get("textDocument")
    position = try json.get("position")
    includeDeclaration = json["context"]["includeDeclaration"].bool ?? true
  }
}

/// A range to mark, as another mention of what is under the cursor.
package struct DocumentHighlight: JSONWritable, Equatable, Sendable {
  package enum Kind: Int, JSONWritable, Sendable {
    case text = 1
    case read, write
  }

  package var range: PositionRange
  package var kind: Kind?

  package init(range: PositionRange, kind: Kind? = nil) {
    self.range = range
    self.kind = kind
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("range", range)
      $0.field("kind", ifPresent: kind)
    }
  }
}
