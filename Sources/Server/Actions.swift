import Features
import LSP
import Rules

/// What can be done at a range; where the client can ask again for an action's edit, it gets that only then.
func codeAction(_ params: CodeActionParams, _ session: inout Session) throws(ResponseError) -> [CodeAction] {
  let marks = session.marks(on: DocumentKey(params.textDocument.uri))
  let (open, proof) = try session.proved(params.textDocument.uri)
  guard session.client.codeActions.literals else { return [] }
  let kinds = Action.Kind.wanted(params.only)
  let book = session.nearestBook(for: params.textDocument.uri)
  let found = actions(
    at: open.offsets(of: params.range), kinds, marks, in: proof, stylebook: book?.article, today: session.today)
  let client = session.client
  let isLazy = client.codeActions.resolvesEdit && client.codeActions.data
  let answers = onlyFix(of: params, found, open).map { [$0] } ?? found
  return answers.map { action in
    var answer = CodeAction(title: action.title, kind: action.kind.name)
    answer.isPreferred = action.isPreferred && client.codeActions.preferred
    answer.diagnostics = action.finding.map { [open.diagnostic($0, client.diagnostics)] } ?? []
    if isLazy {
      answer.data = Recipe(action, params, open).json
    } else {
      answer.edit = open.edit(action, as: params.textDocument.uri, book, client.edits)
    }
    return answer
  }
}

/// The first fix of a finding for which Kate asks: its quick fix names one finding, asks for the whole article, and then makes
/// every edit of the answer at once.
private func onlyFix(of params: CodeActionParams, _ found: [Action], _ open: OpenArticle) -> Action? {
  guard params.only == nil, let asked = params.diagnostics.first, params.diagnostics.count == 1,
    open.offsets(of: params.range) == 0..<open.article.text.count
  else { return nil }
  let start = open.offset(at: asked.range.start)
  return found.first { $0.finding?.range.lowerBound == start }
}

/// Fills in the edit of an action; an article that has changed since is a reason to ask anew.
func resolveAction(_ action: CodeAction, _ session: inout Session) throws(ResponseError) -> CodeAction {
  guard action.edit == nil, let recipe = action.data.flatMap(Recipe.init) else { return action }
  let marks = session.marks(on: DocumentKey(recipe.uri))
  let (open, proof) = try session.proved(recipe.uri)
  let kinds = Action.Kind.wanted(action.kind.map { [$0] })
  let book = session.nearestBook(for: recipe.uri)
  let found = actions(
    at: recipe.range, kinds, marks, in: proof, stylebook: book?.article, today: session.today)
  let same = found.first { $0.title == action.title && ($0.finding?.range.lowerBound ?? -1) == recipe.finding }
  guard open.revision == recipe.revision, let same else {
    throw ResponseError(.contentModified, "the article has changed since “\(action.title)” was offered")
  }
  var action = action
  action.edit = open.edit(same, as: recipe.uri, book, session.client.edits)
  return action
}

/// What an action is made from again when the client asks for its edit.
private struct Recipe {
  let uri: DocumentURI
  let revision: Int
  let range: Range<Int>
  /// Where its finding starts; -1 for none.
  let finding: Int

  init(_ action: Action, _ params: CodeActionParams, _ open: OpenArticle) {
    uri = params.textDocument.uri
    revision = open.revision
    range = open.offsets(of: params.range)
    finding = action.finding?.range.lowerBound ?? -1
  }

  init?(_ json: LSPAny) {
    guard let uri = json["uri"]?.string, let revision = json["revision"]?.int, let start = json["start"]?.int,
      let end = json["end"]?.int, let finding = json["finding"]?.int, start <= end
    else { return nil }
    self.uri = uri
    self.revision = revision
    self.range = start..<end
    self.finding = finding
  }

  var json: LSPAny {
    [
      "uri": .string(uri), "revision": .int(revision), "start": .int(range.lowerBound), "end": .int(range.upperBound),
      "finding": .int(finding),
    ]
  }
}

extension Action.Kind {
  /// Where the kind stands among those of the protocol.
  var name: CodeActionKind {
    switch self {
    case .quickFix: .quickFix
    case .refactoring: .refactorRewrite
    case .fixAll: CodeActionKind(rawValue: "source.fixAll.newsmark")
    }
  }

  /// The kinds that a client asks for, or for a kind of; all where it does not say.
  fileprivate static func wanted(_ names: [CodeActionKind]?) -> Set<Action.Kind> {
    guard let names else { return Set(allCases) }
    return Set(allCases.filter { kind in names.contains { kind.name.isKind(of: $0) } })
  }
}

extension Session {
  /// The stylebook that wins for an article.
  fileprivate func nearestBook(for uri: DocumentURI) -> OpenArticle? { books(for: DocumentKey(uri)).first?.file }
}

extension OpenArticle {
  /// The edit of an action, be it to this article or to its stylebook.
  fileprivate func edit(
    _ action: Action, as uri: DocumentURI, _ book: OpenArticle?, _ client: ClientCapabilities.Edits
  ) -> WorkspaceEdit? {
    switch action.sheet {
    case .article: workspaceEdit(action.edits, as: uri, client)
    case .stylebook: book.map { $0.workspaceEdit(action.edits, as: $0.uri, client) }
    }
  }

  /// Edits of this article in the shape that the client takes, under the address it used.
  func workspaceEdit(_ edits: [Fix.Edit], as uri: DocumentURI, _ client: ClientCapabilities.Edits) -> WorkspaceEdit {
    let document = TextDocumentEdit(
      textDocument: VersionedDocument(uri: uri, version: version), edits: textEdits(edits))
    return WorkspaceEdit(client.documentChanges ? .documentChanges([document]) : .changes([document]))
  }

  /// Edits of this article in the client's terms.
  func textEdits(_ edits: [Fix.Edit]) -> [TextEdit] {
    edits.map { TextEdit(range: range(of: $0.range), newText: $0.text) }
  }
}
