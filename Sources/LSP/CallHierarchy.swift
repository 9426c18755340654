/// One end of a call; it goes to the client, and comes back with the question who calls it or whom it calls.
package struct CallHierarchyItem: Equatable, Sendable {
  package var name: String
  package var kind: SymbolKind
  package var detail: String?
  package var uri: DocumentURI
  package var range: PositionRange
  /// Inside `range`.
  package var selectionRange: PositionRange
  package var data: LSPAny?

  package init(
    name: String, kind: SymbolKind, detail: String? = nil, uri: DocumentURI, range: PositionRange,
    selectionRange: PositionRange, data: LSPAny? = nil
  ) {
    self.name = name
    self.kind = kind
    self.detail = detail
    self.uri = uri
    self.range = range
    self.selectionRange = selectionRange
    self.data = data
  }
}

extension CallHierarchyItem: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    name = try json.get("name")
    kind = try json.get("kind")
    detail = json["detail"].string
    uri = try json.get("uri")
    range = try json.get("range")
    selectionRange = try json.get("selectionRange")
    data = json["data"].isAbsent ? nil : LSPAny(json["data"])
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("name", name)
      $0.field("kind", kind)
      $0.field("detail", ifPresent: detail)
      $0.field("uri", uri)
      $0.field("range", range)
      $0.field("selectionRange", selectionRange)
      $0.field("data", ifPresent: data)
    }
  }
}

/// The parameters of `callHierarchy/incomingCalls` and `…/outgoingCalls`.
package struct CallHierarchyCallsParams: JSONReadable, Equatable, Sendable {
  package var item: CallHierarchyItem

  package init(_ json: JSON) throws(ResponseError) { item = try json.get("item") }
}

/// One end of a call and the places where it happens, which lie in the calling end either way.
package struct CallHierarchyCall: JSONWritable, Equatable, Sendable {
  package enum Direction: Sendable {
    case incoming, outgoing
  }

  package var direction: Direction
  package var item: CallHierarchyItem
  package var places: [PositionRange]

  package init(_ direction: Direction, item: CallHierarchyItem, places: [PositionRange]) {
    self.direction = direction
    self.item = item
    self.places = places
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field(direction == .incoming ? "from" : "to", item)
      $0.field("fromRanges", places)
    }
  }
}
