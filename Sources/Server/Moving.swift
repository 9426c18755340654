import Features
import LSP
import Semantics

/// What answers a goto verb.
typealias Goto =
  @Sendable (TextDocumentPositionParams, OpenArticle, Proof, Session) throws(ResponseError) -> GotoResult

/// The answer to one of the goto verbs.
func goto(_ verb: GotoVerb) -> Goto {
  { params, open, proof, session in
    let found = targets(of: verb, at: open.offset(at: params.position), in: proof)
    let links = found.compactMap { target in
      let location: Location? =
        switch target {
        case .here(let range): Location(uri: params.textDocument.uri, range: open.range(of: range))
        case .shared(let number): session.location(ofShared: number, for: DocumentKey(open.uri))
        }
      return location.map {
        LocationLink(
          originSelectionRange: nil, targetURI: $0.uri, targetRange: $0.range, targetSelectionRange: $0.range)
      }
    }
    return GotoResult(links, linkSupport: session.client.links.takes(verb))
  }
}

extension ClientCapabilities.Links {
  fileprivate func takes(_ verb: GotoVerb) -> Bool {
    switch verb {
    case .definition: definition
    case .declaration: declaration
    case .typeDefinition: typeDefinition
    case .implementation: implementation
    }
  }
}

func references(_ params: ReferenceParams, _ open: OpenArticle, _ proof: Proof, _ session: Session) -> [Location]? {
  let offset = open.offset(at: params.position)
  let found = Features.references(at: offset, in: proof, withDeclaration: params.includeDeclaration)
  var places = found.map { Location(uri: params.textDocument.uri, range: open.range(of: $0)) }
  if let (figure, isName) = figure(at: offset, in: proof) {
    let key = DocumentKey(open.uri)
    if isName, params.includeDeclaration, case .shared(let number) = figure.declared {
      places += [session.location(ofShared: number, for: key)].compactMap(\.self)
    }
    places += session.articles(naming: figure.name, besides: key).flatMap { isName ? $0.mentions : $0.quotations }
  }
  return places.isEmpty ? nil : places
}

func documentHighlight(
  _ params: TextDocumentPositionParams, _ open: OpenArticle, _ proof: Proof, _ session: Session
) -> [DocumentHighlight]? {
  let found = highlights(at: open.offset(at: params.position), in: proof)
  guard !found.isEmpty else { return nil }
  return found.map { DocumentHighlight(range: open.range(of: $0.range), kind: $0.isDeclaration ? .write : .read) }
}

/// What runs a command.
typealias RunCommand = @Sendable ([JSON], inout Session) throws(ResponseError) -> LSPAny

/// Jumps to another quotation: always returns its `Location`, and shows it where the client can be told to.
func jump(_ way: QuoteJump) -> RunCommand {
  { (arguments, session) throws(ResponseError) in
    guard let argument = arguments.first, argument.isObject else {
      throw ResponseError(.invalidParams, "the first argument must be the text document and the position to jump from")
    }
    let params = try TextDocumentPositionParams(argument)
    let (open, proof) = try session.proved(params.textDocument.uri)
    guard let target = Features.jump(way, from: open.offset(at: params.position), in: proof) else {
      session.tell("There is no further quotation.")
      return .null
    }
    let location = Location(uri: params.textDocument.uri, range: open.range(of: target))
    if session.client.showDocument {
      let start = PositionRange(start: location.range.start, end: location.range.start)
      session.ask("window/showDocument", ShowDocumentParams(uri: location.uri, selection: start))
    } else {
      session.tell("Quotation on line \(location.range.start.line + 1)")
    }
    return LSPAny(location)
  }
}

extension Session {
  /// Tells the person, not the log.
  fileprivate mutating func tell(_ message: String) {
    send(.notification("window/showMessage", MessageParams(type: .info, message: message)))
  }
}

extension LSPAny {
  fileprivate init(_ location: Location) {
    func value(_ position: Position) -> LSPAny {
      ["line": .int(position.line), "character": .int(position.character)]
    }
    self = [
      "uri": .string(location.uri),
      "range": ["start": value(location.range.start), "end": value(location.range.end)],
    ]
  }
}
