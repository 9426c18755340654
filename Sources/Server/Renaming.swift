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

/// The edits of a rename; those in doubt are for the person to confirm where the client can ask.
func rename(
  _ params: RenameParams, _ open: OpenArticle, _ proof: Proof, _ session: Session
) throws(ResponseError) -> WorkspaceEdit? {
  let found: [RenameEdit]
  switch renaming(at: open.offset(at: params.position), to: params.newName, in: proof) {
  case .success(let renaming): found = renaming.edits(in: proof)
  case .failure(let refusal): throw ResponseError(.requestFailed, refusal.message)
  }
  let client = session.client.edits
  let canConfirm = client.documentChanges && client.changeAnnotations
  let edits = found.filter { canConfirm || $0.doubt != .quoted }
  guard !edits.isEmpty else {
    if found.isEmpty { return nil }
    throw ResponseError(
      .requestFailed, "The name stands only inside quotation marks, and this editor cannot ask about each place.")
  }
  guard canConfirm else { return open.workspaceEdit(edits.map(\.edit), as: params.textDocument.uri, client) }
  let marked = edits.map { edit in
    TextEdit(
      range: open.range(of: edit.edit.range), newText: edit.edit.text, annotationID: edit.doubt?.annotation.id)
  }
  let document = TextDocumentEdit(
    textDocument: VersionedDocument(uri: params.textDocument.uri, version: open.version), edits: marked)
  let doubts = RenameEdit.Doubt.allCases.filter { doubt in edits.contains { $0.doubt == doubt } }
  return WorkspaceEdit(.documentChanges([document]), annotations: doubts.map(\.annotation))
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
