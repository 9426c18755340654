import Features
import LSP
import Semantics

/// The name under the cursor, or a word on why there is nothing to rename.
func prepareRename(
  _ params: TextDocumentPositionParams, _ open: OpenArticle, _ proof: Proof, _ session: Session
) throws(ResponseError) -> PrepareRenameResult {
  guard let target = renameTarget(at: open.offset(at: params.position), in: proof) else {
    throw ResponseError(.requestFailed, "There is no name here to change.")
  }
  return PrepareRenameResult(range: open.range(of: target.range), placeholder: target.placeholder)
}

/// The closed articles that name the same figure, and the stylebook that declares it, if it lies in the workspace.
func filesToRename(
  _ params: RenameParams, _ open: OpenArticle, _ proof: Proof, _ session: Session
) -> [DocumentKey] {
  guard case .success(let renaming) = params.renaming(open, proof) else { return [] }
  var keys = session.workspace.archive.articles(naming: renaming.figure).map(\.key)
  if case .shared(let number) = proof.cast.figure(named: renaming.figure)?.declared,
    let book = session.location(ofShared: number, for: DocumentKey(open.uri))
  {
    keys.append(DocumentKey(book.uri))
  }
  return keys.filter { session.articles[$0] == nil && session.isInWorkspace($0) }
}

/// The edits of a rename, here and in every article that names the same figure in full; those in doubt are for the person
/// to confirm where the client can ask.
func rename(
  _ params: RenameParams, _ open: OpenArticle, _ proof: Proof, _ session: Session
) throws(ResponseError) -> WorkspaceEdit? {
  let renaming = try params.renaming(open, proof).orRefused()
  var found = [(open: open, edits: renaming.edits(in: proof))]
  let key = DocumentKey(open.uri)
  let others = session.openArticles.filter { DocumentKey($0.uri) != key } + (session.rereading?.articles ?? [])
  for other in others.sorted(by: { $0.uri < $1.uri }) {
    found.append((other, try renaming.edits(elsewhere: session.proof(of: other)).orRefused()))
  }
  let client = session.client.edits
  let canConfirm = client.documentChanges && client.changeAnnotations
  let documents = found.compactMap { open, edits in
    open.edit(edits.filter { canConfirm || $0.doubt != .quoted }, marked: canConfirm)
  }
  let all = found.flatMap(\.edits)
  guard !documents.isEmpty else {
    if all.isEmpty { return nil }
    throw ResponseError(
      .requestFailed, "The name stands only inside quotation marks, and this editor cannot ask about each place.")
  }
  guard canConfirm else {
    return WorkspaceEdit(client.documentChanges ? .documentChanges(documents) : .changes(documents))
  }
  let doubts = RenameEdit.Doubt.allCases.filter { doubt in all.contains { $0.doubt == doubt } }
  return WorkspaceEdit(.documentChanges(documents), annotations: doubts.map(\.annotation))
}

extension RenameParams {
  fileprivate func renaming(_ open: OpenArticle, _ proof: Proof) -> Result<Renaming, RenameRefusal> {
    Features.renaming(at: open.offset(at: position), to: newName, in: proof)
  }
}

extension Result where Failure == RenameRefusal {
  fileprivate func orRefused() throws(ResponseError) -> Success {
    switch self {
    case .success(let value): return value
    case .failure(let refusal): throw ResponseError(.requestFailed, refusal.message)
    }
  }
}

extension OpenArticle {
  /// Edits of this version, or of what the disk holds where it is not open; nil where there are none.
  fileprivate func edit(_ edits: [RenameEdit], marked: Bool) -> TextDocumentEdit? {
    guard !edits.isEmpty else { return nil }
    return TextDocumentEdit(
      textDocument: VersionedDocument(uri: uri, version: version),
      edits: edits.map {
        TextEdit(
          range: range(of: $0.edit.range), newText: $0.edit.text, annotationID: marked ? $0.doubt?.annotation.id : nil)
      })
  }
}

extension RenameEdit.Doubt {
  fileprivate var annotation: WorkspaceEdit.NamedAnnotation {
    switch self {
    case .quoted:
      .init(
        id: "quoted",
        annotation: ChangeAnnotation(
          label: "Inside quotation marks", needsConfirmation: true, description: "These words are the speaker’s."))
    case .uncertain:
      .init(
        id: "uncertain",
        annotation: ChangeAnnotation(
          label: "Perhaps someone else", needsConfirmation: true, description: "The short name may stand for another."))
    }
  }
}
