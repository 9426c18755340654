import Features
import LSP
import Rules

/// The edits for the whole article, or for the lines of a range.
func format(_ params: FormattingParams, _ open: OpenArticle, _ session: Session) -> [TextEdit] {
  let edits =
    params.range.map { formatting(of: open.article, in: open.offsets(of: $0)) } ?? formatting(of: open.article)
  return open.textEdits(edits)
}

/// What a typed quotation mark or line break asks for besides.
func formatTyped(_ params: OnTypeFormattingParams, _ open: OpenArticle, _ session: Session) -> [TextEdit] {
  open.textEdits(typing(params.character, at: open.offset(at: params.position), in: open.article))
}
