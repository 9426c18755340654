import Features
import LSP
import Semantics

/// The outline of an article; for a client with trees, what stands of the last one is sent as it was written.
func documentSymbol(_ params: DocumentOnlyParams, _ session: inout Session) throws(ResponseError) -> DocumentSymbols {
  let uri = params.textDocument.uri
  guard session.client.hierarchicalSymbols else {
    let (open, proof) = try session.proved(uri)
    return DocumentSymbols(flattening: outline(of: proof).map { symbol($0, in: open) }, of: uri)
  }
  return .tree(try session.proving(uri) { $0.outline(of: $1) })
}

extension OpenArticle {
  fileprivate mutating func outline(of proof: Proof) -> [OutlinePart] {
    // Taken out of the article, so that they are changed where they lie and not copied.
    var rows = takeOutlineRows()
    rows.follow(proof, in: self)
    var assembly = OutlineAssembly(rows, proof, end: position(at: article.text.count))
    outlineRows = rows
    return assembly.parts()
  }
}

/// A row with those that stand under it, as the protocol has it.
func symbol(_ item: OutlineItem, in open: OpenArticle) -> DocumentSymbol {
  DocumentSymbol(
    name: item.name, detail: item.detail.isEmpty ? nil : item.detail, kind: SymbolKind(item.kind),
    range: open.range(of: item.range), selectionRange: open.range(of: item.selection),
    children: item.children.map { symbol($0, in: open) })
}

/// Puts an outline together of rows that are written already.
private struct OutlineAssembly {
  private let rows: OutlineRows
  private let proof: Proof
  private let end: Position
  private var found: [OutlinePart] = []
  /// Rows that others may still stand under, outermost first.
  private var unended: [LineRow] = []
  private var entry = 0
  private var quotation = 0

  init(_ rows: OutlineRows, _ proof: Proof, end: Position) {
    self.rows = rows
    self.proof = proof
    self.end = end
  }

  mutating func parts() -> [OutlinePart] {
    for row in rows.lines {
      addQuotations(to: rows.quotations.index(from: quotation, notBefore: row.start))
      if let level = row.level {
        end(from: level, at: Position(line: row.line, character: 0))
        found.append(.opening(row.json[...]))
        unended.append(row)
      } else {
        found.append(.symbols(row.json[...]))
      }
    }
    addQuotations(to: rows.quotations.count)
    end(from: 0, at: end)
    return found
  }

  private mutating func end(from level: Int, at position: Position) {
    while let last = unended.last, let own = last.level, own >= level {
      unended.removeLast()
      let detail = last.isEntry ? entryDetail(entry, in: proof) : nil
      if last.isEntry { entry += 1 }
      let start = Position(line: last.line, character: 0)
      found.append(.end(detail: detail, range: PositionRange(start: start, end: position)))
    }
  }

  private mutating func addQuotations(to next: Int) {
    guard quotation < next else { return }
    found.append(.symbols(rows.quotations.json(quotation..<next)))
    quotation = next
  }
}
