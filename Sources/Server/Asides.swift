import Features
import LSP
import Semantics

func inlayHint(_ params: DocumentRangeParams, _ open: OpenArticle, _ proof: Proof, _ session: Session) -> [InlayHint] {
  let showSpeakers = session.showsSpeakers(for: DocumentKey(open.uri))
  return hints(in: open.offsets(of: params.range), of: proof, showSpeakers: showSpeakers).map { hint in
    InlayHint(
      position: open.position(at: hint.offset), label: hint.label,
      tooltip: MarkupContent(kind: .plaintext, value: hint.note), hasSpaceBefore: !hint.isBefore,
      hasSpaceAfter: hint.isBefore)
  }
}

/// Where the lenses stand; what they say is counted when the client shows them.
func codeLens(_ params: DocumentOnlyParams, _ open: OpenArticle, _ proof: Proof, _ session: Session) -> [CodeLens] {
  lensPlaces(of: proof).map { place in
    let entry = place.entry.map(LSPAny.int) ?? .null
    return CodeLens(range: open.range(of: place.range), command: nil, data: ["uri": .string(open.uri), "entry": entry])
  }
}

/// Fills in what a lens says, and the jump to the first quotation that it makes; one whose entry is gone says nothing.
func resolveLens(_ lens: CodeLens, _ session: inout Session) -> CodeLens {
  var lens = lens
  lens.command = Command(title: "", command: QuoteJump.next.command)
  guard let uri = lens.data?["uri"]?.string, let (open, proof) = try? session.proved(uri),
    let found = Features.lens(ofEntry: lens.data?["entry"]?.int, in: proof)
  else { return lens }
  var way = QuoteJump.next
  var offset = open.offset(at: lens.range.start)
  if let first = found.first {
    // Nothing stands before the first character, so a quotation there is the one before what follows it.
    way = first.lowerBound > 0 ? .next : .previous
    offset = first.lowerBound > 0 ? first.lowerBound - 1 : first.upperBound + 1
  }
  let start = open.position(at: offset)
  lens.command = Command(
    title: found.title, command: way.command,
    arguments: [
      [
        "textDocument": ["uri": .string(open.uri)],
        "position": ["line": .int(start.line), "character": .int(start.character)],
      ]
    ])
  return lens
}

func documentLink(_ params: DocumentOnlyParams, _ open: OpenArticle, _ session: Session) -> [DocumentLink] {
  links(of: open.article).map { link in
    DocumentLink(
      range: open.range(of: link.range), target: link.target,
      tooltip: session.client.documentLinkTooltip ? link.note : nil)
  }
}
