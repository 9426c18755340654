/// The icons that clients have for symbols; those up to 18 are known to every client.
package enum SymbolKind: Int, JSONCodable, Sendable {
  case file = 1
  case module, namespace, package, `class`, method, property, field, constructor
  case `enum`, interface, function, variable, constant, string, number, boolean, array
  case object, key, null, enumMember, `struct`, event, `operator`, typeParameter
}

/// One entry of an outline, with those inside it.
package struct DocumentSymbol: JSONWritable, Equatable, Sendable {
  /// Never empty.
  package var name: String
  package var detail: String?
  package var kind: SymbolKind
  package var range: PositionRange
  /// Inside `range`.
  package var selectionRange: PositionRange
  package var children: [DocumentSymbol]

  package init(
    name: String, detail: String? = nil, kind: SymbolKind, range: PositionRange, selectionRange: PositionRange,
    children: [DocumentSymbol] = []
  ) {
    self.name = name
    self.detail = detail
    self.kind = kind
    self.range = range
    self.selectionRange = selectionRange
    self.children = children
  }

  /// Writes it up to where its children begin, without its detail and its range, which are known at its end.
  package func writeOpening(to json: inout JSONWriter) {
    json.begin("{")
    json.field("name", name)
    json.field("kind", kind)
    json.field("selectionRange", selectionRange)
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("name", name)
      $0.field("detail", ifPresent: detail)
      $0.field("kind", kind)
      $0.field("range", range)
      $0.field("selectionRange", selectionRange)
      $0.field("children", ifPresent: children.isEmpty ? nil : children)
    }
  }
}

/// A part of an outline that is written in pieces, in the order of the document.
package enum OutlinePart: Equatable, Sendable {
  /// Some symbols without children, with commas between them.
  case symbols(ArraySlice<UInt8>)
  /// A symbol as far as `writeOpening` writes it; what follows up to its end are its children.
  case opening(ArraySlice<UInt8>)
  /// The end of a symbol, with what is known of it only then.
  case end(detail: String?, range: PositionRange)

  /// About how many bytes it takes when it is written.
  fileprivate var length: Int {
    switch self {
    case .symbols(let json), .opening(let json): json.count + 1
    case .end: 150
    }
  }
}

/// One entry of a flat outline.
package struct SymbolInformation: JSONWritable, Equatable, Sendable {
  package var name: String
  package var kind: SymbolKind
  package var location: Location
  package var containerName: String?

  package init(name: String, kind: SymbolKind, location: Location, containerName: String?) {
    self.name = name
    self.kind = kind
    self.location = location
    self.containerName = containerName
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("name", name)
      $0.field("kind", kind)
      $0.field("location", location)
      $0.field("containerName", ifPresent: containerName)
    }
  }
}

/// An outline in the shape that the client takes.
package enum DocumentSymbols: JSONWritable, Equatable, Sendable {
  case tree([OutlinePart])
  case flat([SymbolInformation])

  /// For a client without trees: the symbols in order, each naming the one it stands in.
  package init(flattening tree: [DocumentSymbol], of uri: DocumentURI) {
    var flat: [SymbolInformation] = []
    func add(_ symbol: DocumentSymbol, in container: String?) {
      let location = Location(uri: uri, range: symbol.range)
      flat.append(
        SymbolInformation(name: symbol.name, kind: symbol.kind, location: location, containerName: container))
      for child in symbol.children { add(child, in: symbol.name) }
    }
    for symbol in tree { add(symbol, in: nil) }
    self = .flat(flat)
  }

  package func write(to json: inout JSONWriter) {
    switch self {
    case .tree(let parts):
      json.reserve(parts.reduce(0) { $0 + $1.length })
      json.array { write(parts, to: &$0) }
    case .flat(let symbols): symbols.write(to: &json)
    }
  }

  private func write(_ parts: [OutlinePart], to json: inout JSONWriter) {
    /// The last part has opened a symbol which has no children yet.
    var isBare = false
    for part in parts {
      switch part {
      case .symbols(let symbols), .opening(let symbols):
        if isBare { json.begin(#""children":["#) }
        json.written(symbols)
      case .end(let detail, let range):
        if !isBare { json.end("]") }
        json.field("detail", ifPresent: detail)
        json.field("range", range)
        json.end("}")
      }
      if case .opening = part { isBare = true } else { isBare = false }
    }
  }
}
