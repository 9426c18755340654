import Features
import LSP
import Semantics

func hover(_ params: TextDocumentPositionParams, _ open: OpenArticle, _ proof: Proof, _ session: Session) -> Hover? {
  let card = Features.hover(at: open.offset(at: params.position), in: proof, today: session.today) { name in
    session.articles(naming: name, besides: DocumentKey(open.uri)).map {
      Elsewhere(
        title: $0.title, role: $0.entry.role, mentions: $0.entry.mentions.count, quotations: $0.entry.quotations.count)
    }
  }
  guard let card else { return nil }
  let isMarkdown = session.client.hoverMarkdown
  let contents = MarkupContent(
    kind: isMarkdown ? .markdown : .plaintext, value: isMarkdown ? card.markdown : card.plain)
  return Hover(contents: contents, range: open.range(of: card.range))
}

extension SymbolKind {
  /// Kinds that every client knows; quotations have one of their own, so that pickers can step through them.
  package init(_ kind: OutlineItem.Kind) {
    self =
      switch kind {
      case .entry: .package
      case .headline, .heading: .namespace
      case .quotation: .string
      case .person: .class
      case .organisation: .module
      case .place: .constant
      case .event, .term: .field
      }
  }
}

/// Whole lines only: where a line is long, what is folded begins at its end in every client.
func foldingRange(_ params: DocumentOnlyParams, _ open: OpenArticle, _ session: Session) -> [FoldingRange] {
  let client = session.client.folding
  return folds(of: open.article, limit: client.limit).map { fold in
    FoldingRange(
      startLine: fold.lines.lowerBound, endLine: fold.lines.upperBound,
      kind: fold.kind == .comment || fold.kind == .notes ? .comment : .region,
      collapsedText: client.collapsedText ? fold.summary : nil)
  }
}

/// One chain of ranges for each place, in the order asked.
func selectionRange(
  _ params: SelectionRangeParams, _ open: OpenArticle, _ proof: Proof, _ session: Session
) -> [SelectionRange] {
  params.positions.map { position in
    let ranges = selections(at: open.offset(at: position), in: proof).map(open.range(of:))
    let nowhere = PositionRange(start: position, end: position)
    return SelectionRange(smallest: ranges.first ?? nowhere, wider: Array(ranges.dropFirst()))
  }
}
