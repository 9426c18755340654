import Features
import LSP
import Semantics

/// Whom or what to ask about: who stands under the cursor, else the article.
func prepareCallHierarchy(
  _ params: TextDocumentPositionParams, _ open: OpenArticle, _ proof: Proof, _ session: Session
) -> [CallHierarchyItem]? {
  guard open.article.text.count > 0 else { return nil }
  return [open.item(party(at: open.offset(at: params.position), in: proof))]
}

/// Who quotes the person: each article that does, with the quotations in it. Nobody quotes an article.
func incomingCalls(_ params: CallHierarchyCallsParams, _ session: inout Session) -> [CallHierarchyCall]? {
  guard let name = params.item.data?["figure"]?.string else { return nil }
  var calls: [CallHierarchyCall] = []
  if let (open, proof) = try? session.proved(params.item.uri), let call = quoting(name, in: proof) {
    calls.append(open.call(.incoming, call))
  }
  for other in session.articles(naming: name, besides: DocumentKey(params.item.uri)) {
    guard let first = other.quotations.first?.range else { continue }
    let article = CallHierarchyItem(
      name: other.title.isEmpty ? "article" : other.title, kind: .package, uri: other.uri, range: first,
      selectionRange: first)
    calls.append(CallHierarchyCall(.incoming, item: article, places: other.quotations.map(\.range)))
  }
  return calls.isEmpty ? nil : calls
}

/// Whom the article quotes, or the reporter in what bears their byline.
func outgoingCalls(
  _ params: CallHierarchyCallsParams, _ session: inout Session
) throws(ResponseError) -> [CallHierarchyCall]? {
  guard session.articles[DocumentKey(params.item.uri)] != nil else { return session.filedCalls(params.item) }
  let (open, proof) = try session.proved(params.item.uri)
  let calls = quoted(by: params.item.data?["figure"]?.string, in: proof)
  return calls.isEmpty ? nil : calls.map { open.call(.outgoing, $0) }
}

extension Session {
  /// Whom an article quotes that is not open, by what the archive keeps of it.
  fileprivate func filedCalls(_ item: CallHierarchyItem) -> [CallHierarchyCall]? {
    let key = DocumentKey(item.uri)
    guard item.data == nil, let clipping = workspace.archive.clipping(key) else { return nil }
    return clipping.entries.compactMap { entry in
      let places = Array(clipping.places[entry.quotations])
      guard let first = (entry.declaration ?? entry.mentions.first).map({ clipping.places[$0] }), !places.isEmpty
      else { return nil }
      let person = CallHierarchyItem(
        name: entry.name, kind: SymbolKind(entry.kind), detail: entry.role, uri: key.uri, range: first,
        selectionRange: first, data: ["figure": .string(entry.name)])
      return CallHierarchyCall(.outgoing, item: person, places: places)
    }
  }
}

extension OpenArticle {
  fileprivate func item(_ party: Party) -> CallHierarchyItem {
    var item = CallHierarchyItem(
      name: party.name, kind: .package, detail: party.detail, uri: uri, range: range(of: party.range),
      selectionRange: range(of: party.selection))
    if case .figure(let kind) = party.kind {
      item.kind = SymbolKind(kind)
      item.data = ["figure": .string(party.name)]
    }
    return item
  }

  fileprivate func call(_ direction: CallHierarchyCall.Direction, _ call: QuoteCall) -> CallHierarchyCall {
    CallHierarchyCall(direction, item: item(call.party), places: call.places.map(range(of:)))
  }
}

extension SymbolKind {
  fileprivate init(_ kind: Figure.Kind) {
    self =
      switch kind {
      case .person, .unknown: .class
      case .org: .module
      case .place: .constant
      case .event, .term: .field
      }
  }
}
