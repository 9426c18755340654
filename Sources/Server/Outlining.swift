import Features
import LSP
import Semantics

/// The outline of an article; for a client with trees, the rows of pages that stand are those written before.
func documentSymbol(_ params: DocumentOnlyParams, _ session: inout Session) throws(ResponseError) -> DocumentSymbols {
  let uri = params.textDocument.uri
  let (open, proof) = try session.proved(uri)
  guard session.client.hierarchicalSymbols else {
    return DocumentSymbols(flattening: outline(of: proof).map { symbol($0, in: open) }, of: uri)
  }
  var rows = open.quotationRows
  rows.follow(proof, in: open)
  session.work(on: DocumentKey(uri)) { $0.quotationRows = rows }
  var tree = OutlineWriting(proof: proof, open: open, rows: rows)
  return .tree(tree.parts(outlineNodes(of: proof)))
}

private func symbol(_ item: OutlineItem, in open: OpenArticle) -> DocumentSymbol {
  symbol(item, holding: item.children.map { .symbol(symbol($0, in: open)) }, in: open)
}

private func symbol(_ item: OutlineItem, holding parts: [OutlinePart], in open: OpenArticle) -> DocumentSymbol {
  DocumentSymbol(
    name: item.name, detail: item.detail.isEmpty ? nil : item.detail, kind: SymbolKind(item.kind),
    range: open.range(of: item.range), selectionRange: open.range(of: item.selection), children: parts)
}

/// Puts an outline together of what is made now and of rows that are written already.
private struct OutlineWriting {
  let proof: Proof
  let open: OpenArticle
  let rows: QuotationRows
  /// The page that the next quotation is looked for on, as they come in order.
  private var page = 0

  init(proof: Proof, open: OpenArticle, rows: QuotationRows) {
    self.proof = proof
    self.open = open
    self.rows = rows
  }

  mutating func parts(_ nodes: [OutlineNode]) -> [OutlinePart] {
    var parts: [OutlinePart] = []
    parts.reserveCapacity(nodes.count)
    for node in nodes {
      switch node {
      case .item(let item, let held): parts.append(.symbol(symbol(item, holding: self.parts(held), in: open)))
      case .quotations(let range): add(range, to: &parts)
      }
    }
    return parts
  }

  private mutating func add(_ range: Range<Int>, to parts: inout [OutlinePart]) {
    var index = range.lowerBound
    while index < range.upperBound {
      while page + 1 < rows.pages.count, rows.pages[page + 1].first <= index { page += 1 }
      let (first, written) = rows.pages[page]
      let end = min(first + written.count, range.upperBound)
      if index < end {
        parts.append(.written(written.rows(index - first..<end - first)))
        index = end
      } else {
        parts.append(.symbol(symbol(quotationItem(index, in: proof), holding: [], in: open)))
        index += 1
      }
    }
  }
}

/// The rows of all quotations page by page, as JSON.
struct QuotationRows: Sendable {
  /// With the index of the first quotation that begins on the page.
  fileprivate private(set) var pages: [(first: Int, written: WrittenRows)] = []

  /// Writes anew the rows of pages on which something is different.
  fileprivate mutating func follow(_ proof: Proof, in open: OpenArticle) {
    let passages = proof.article.passages
    let new = passages.pages
    let (head, tail) = sameEnds(of: pages.count, and: new.count) { pages[$0].written.page === new[$1] }
    let gone = PassageRows(pages[head..<pages.count - tail].map(\.written))
    let shift = new.count - pages.count
    var found: [(first: Int, written: WrittenRows)] = []
    found.reserveCapacity(new.count)
    var first = 0
    let count = proof.quotations.count
    for (index, page) in new.enumerated() {
      let start = passages.byteStarts[index]
      let end = start + page.byteCount
      var last = first
      while last < count, proof.place(ofQuotation: last).range.upperBound <= end { last += 1 }
      let line = passages.lineStarts[index]
      let old = index < head ? index : index >= new.count - tail ? index - shift : nil
      if let old, pages[old].written.stand(first..<last, from: start, proof) {
        found.append((first, pages[old].written.moved(to: line)))
      } else {
        found.append(
          (first, WrittenRows(of: page, at: line, first..<last, from: start, proof, in: open, keeping: gone)))
      }
      // One that goes on beyond its page is not among the rows of any.
      first = proof.quotationIndex(from: last, notBefore: end)
    }
    pages = found
  }
}

/// Where a quotation stands, and the words of its first paragraph.
private typealias Spot = (range: Range<Int>, opening: Range<Int>)

/// The rows of the quotations that begin and end on one page, as JSON with commas between them.
///
/// They stand as long as the page does, the quotations stand where they stood on it, and the same speak in them: there is
/// nothing else in a row but the line on which the page begins.
private struct WrittenRows: Sendable {
  /// Held so that its identity stays its own.
  let page: Page
  private(set) var line: Int
  private(set) var quotations: [Row] = []
  private var json: [UInt8] = []

  /// What a row says.
  struct Row {
    /// Counted from the start of the page.
    private let range: Range<UInt32>
    private let opening: Range<UInt32>
    private let speaker: String?
    /// Where it ends in the JSON.
    var end: UInt32

    init(_ quotation: Spot, by speaker: String?, from start: Int, end: Int) {
      range = Row.local(quotation.range, from: start)
      opening = Row.local(quotation.opening, from: start)
      self.speaker = speaker
      self.end = UInt32(clamping: end)
    }

    var start: Int { Int(range.lowerBound) }

    func says(_ quotation: Spot, by speaker: String?, from start: Int) -> Bool {
      range == Row.local(quotation.range, from: start) && opening == Row.local(quotation.opening, from: start)
        && self.speaker == speaker
    }

    private static func local(_ range: Range<Int>, from start: Int) -> Range<UInt32> {
      UInt32(clamping: range.lowerBound - start)..<UInt32(clamping: range.upperBound - start)
    }
  }

  init(
    of page: Page, at line: Int, _ range: Range<Int>, from start: Int, _ proof: Proof, in open: OpenArticle,
    keeping old: PassageRows
  ) {
    self.page = page
    self.line = line
    guard !range.isEmpty else { return }
    var writer = JSONWriter()
    writer.reserve(range.count * 300)
    quotations.reserveCapacity(range.count)
    for index in range {
      let quotation = proof.place(ofQuotation: index)
      let speaker = proof.speakerName(ofQuotation: index)
      let place = proof.article.passages.place(at: quotation.range.lowerBound)
      if let (row, distance) = old.row(quotation, by: speaker, at: place) {
        writer.written(distance == 0 ? row : movedLines(of: row, by: distance)[...])
      } else {
        symbol(quotationItem(index, in: proof), holding: [], in: open).write(to: &writer)
      }
      quotations.append(Row(quotation, by: speaker, from: start, end: writer.bytes.count))
    }
    json = writer.bytes
  }

  func stand(_ range: Range<Int>, from start: Int, _ proof: Proof) -> Bool {
    guard quotations.count == range.count else { return false }
    for (row, index) in zip(quotations, range) {
      if !row.says(proof.place(ofQuotation: index), by: proof.speakerName(ofQuotation: index), from: start) {
        return false
      }
    }
    return true
  }

  /// The same where the page begins on that line.
  func moved(to line: Int) -> WrittenRows {
    guard line != self.line else { return self }
    var moved = self
    moved.line = line
    moved.json.removeAll(keepingCapacity: true)
    for index in quotations.indices {
      if index > 0 { moved.json.append(UInt8(ascii: ",")) }
      moved.json += movedLines(of: rows(index..<index + 1), by: line - self.line)
      moved.quotations[index].end = UInt32(clamping: moved.json.count)
    }
    return moved
  }

  var count: Int { quotations.count }

  func rows(_ range: Range<Int>) -> ArraySlice<UInt8> {
    // Past the comma behind the row before.
    let start = range.lowerBound > 0 ? Int(quotations[range.lowerBound - 1].end) + 1 : 0
    return json[start..<Int(quotations[range.upperBound - 1].end)]
  }
}

/// The rows of pages that are gone, by their passages, many of which stand on other pages.
private struct PassageRows {
  private let pages: [WrittenRows]
  private var found: [ObjectIdentifier: (page: Int, rows: Range<Int>, start: Int, line: Int)] = [:]

  init(_ pages: [WrittenRows]) {
    self.pages = pages
    for (number, page) in pages.enumerated() {
      var (start, line, row) = (0, page.line, 0)
      for passage in page.page.passages {
        let first = row
        while row < page.count, page.quotations[row].start < start + passage.byteCount { row += 1 }
        if first < row { found[ObjectIdentifier(passage)] = (number, first..<row, start, line) }
        start += passage.byteCount
        line += passage.lineCount
      }
    }
  }

  /// The row of a quotation that lies in a passage which stands, and how many lines that has moved.
  func row(_ quotation: Spot, by speaker: String?, at place: Article.Place) -> (ArraySlice<UInt8>, Int)? {
    guard let passage = place.passage, quotation.range.upperBound <= place.end,
      let old = found[ObjectIdentifier(passage)]
    else { return nil }
    let page = pages[old.page]
    guard
      let row = old.rows.first(where: {
        page.quotations[$0].says(quotation, by: speaker, from: place.start - old.start)
      })
    else { return nil }
    return (page.rows(row..<row + 1), place.line - old.line)
  }
}

/// A row with other line numbers; between quotation marks the key cannot stand, as the marks would be escaped.
private func movedLines(of row: ArraySlice<UInt8>, by distance: Int) -> [UInt8] {
  var moved: [UInt8] = []
  moved.reserveCapacity(row.count + 16)
  var copied = row.startIndex
  var index = row.startIndex
  while index + lineKey.count < row.endIndex {
    guard row[index] == UInt8(ascii: "\""), row[index + 1] == UInt8(ascii: "l"),
      row[index..<index + lineKey.count].elementsEqual(lineKey)
    else {
      index += 1
      continue
    }
    index += lineKey.count
    moved += row[copied..<index]
    var line = 0
    while index < row.endIndex, row[index] >= 0x30, row[index] <= 0x39 {
      line = line * 10 + Int(row[index] - 0x30)
      index += 1
    }
    moved += String(line + distance).utf8
    copied = index
  }
  return moved + row[copied...]
}

private let lineKey = Array("\"line\":".utf8)
