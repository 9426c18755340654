import Features
import LSP
import Semantics

extension Session {
  /// One article that names a figure, with its places in the client's terms.
  struct Clipped {
    let uri: DocumentURI
    let title: String
    let entry: Clipping<PositionRange>.Entry
    let places: [PositionRange]

    var mentions: [Location] { places[entry.mentions].map { Location(uri: uri, range: $0) } }
    var quotations: [Location] { places[entry.quotations].map { Location(uri: uri, range: $0) } }
  }

  /// The articles that name someone besides the one that is asked from: open ones as they are typed, others as filed.
  func articles(naming name: String, besides key: DocumentKey) -> [Clipped] {
    var found: [Clipped] = []
    for (other, open) in articles where other != key {
      let clipping = Clipping(proof(of: open)).mapping { open.range(of: $0) }
      guard let entry = clipping.entry(named: name), !entry.mentions.isEmpty else { continue }
      found.append(Clipped(uri: open.uri, title: clipping.title, entry: entry, places: clipping.places))
    }
    let others = workspace.archive.articles(naming: name) { $0 == key || articles[$0] != nil }
    for (filed, clipping, entry) in others where !entry.mentions.isEmpty {
      found.append(Clipped(uri: filed.uri, title: clipping.title, entry: entry, places: clipping.places))
    }
    return found.sorted { $0.uri < $1.uri }
  }

  /// Where the declaration of that number among the shared ones of a file stands.
  func location(ofShared number: Int, for key: DocumentKey) -> Location? {
    let shared = sharedDeclarations(for: key)
    guard shared.indices.contains(number) else { return nil }
    let (declaration, book) = shared[number]
    return Location(uri: book.uri, range: book.range(of: declaration.nameRange))
  }
}

/// Names of the whole workspace that hold the query's letters in their order, and the titles of its articles.
func workspaceSymbol(_ params: WorkspaceSymbolParams, _ session: inout Session) -> [WorkspaceSymbol] {
  var found: [WorkspaceSymbol] = []
  let isLazy = session.client.workspaceSymbolResolve
  let query = params.query.lowercased()
  func add(_ clipping: Clipping<PositionRange>, _ uri: DocumentURI) {
    func symbol(_ name: String, _ kind: OutlineItem.Kind, at place: Int) -> WorkspaceSymbol {
      WorkspaceSymbol(
        name: name, kind: SymbolKind(kind), containerName: clipping.title, uri: uri,
        range: isLazy ? nil : clipping.places[place], data: isLazy ? .int(place) : nil)
    }
    for entry in clipping.entries where matches(entry.name, params.query) {
      guard let place = entry.declaration ?? entry.mentions.first else { continue }
      found.append(symbol(entry.name, OutlineItem.Kind(entry.kind), at: place))
    }
    for quote in clipping.quotes where params.query.isEmpty || quote.words.lowercased().holds(query) {
      found.append(symbol(quote.words, .quotation, at: quote.place))
    }
  }
  for open in session.openArticles {
    guard let (_, proof) = try? session.proved(open.uri) else { continue }
    add(Clipping(proof).mapping { open.range(of: $0) }, open.uri)
  }
  for key in session.workspace.archive.keys where session.articles[key] == nil {
    if let clipping = session.workspace.archive.clipping(key) { add(clipping, key.uri) }
    if found.count >= mostSymbols { break }
  }
  return Array(found.prefix(mostSymbols))
}

/// Gives a symbol its range; one whose article has changed so much that it is gone leads to the article's start.
func resolveSymbol(_ symbol: WorkspaceSymbol, _ session: inout Session) -> WorkspaceSymbol {
  guard symbol.range == nil else { return symbol }
  let key = DocumentKey(symbol.uri)
  var places = session.workspace.archive.clipping(key)?.places ?? []
  if let (open, proof) = try? session.proved(symbol.uri) {
    places = Clipping(proof).mapping { open.range(of: $0) }.places
  }
  let start = Position(line: 0, character: 0)
  var symbol = symbol
  symbol.range = PositionRange(start: start, end: start)
  if let place = symbol.data?.int, places.indices.contains(place) { symbol.range = places[place] }
  symbol.data = nil
  return symbol
}

/// More than this no picker shows.
private let mostSymbols = 500

/// True where the letters of the query stand in the name in their order, whatever their case.
private func matches(_ name: String, _ query: String) -> Bool {
  var rest = query.lowercased().filter { !$0.isWhitespace }[...]
  for character in name.lowercased() where character == rest.first { rest = rest.dropFirst() }
  return rest.isEmpty
}
