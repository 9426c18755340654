import Features
import LSP
import Semantics

/// The rows of an outline as JSON, those of quotations page by page.
struct OutlineRows: Sendable {
  private(set) var lines: [LineRow] = []
  /// With the index of the first quotation that begins on the page.
  private(set) var pages: [(first: Int, rows: PageRows)] = []

  /// Writes anew what is different.
  mutating func follow(_ proof: Proof, in open: OpenArticle) {
    let change = Change(from: pages.map(\.rows.page), to: proof.article.passages)
    followLines(change, proof, in: open)
    followQuotations(change, proof, in: open)
  }

  private mutating func followLines(_ change: Change, _ proof: Proof, in open: OpenArticle) {
    let low = lines.firstIndex { $0.start >= change.oldRange.lowerBound } ?? lines.count
    let high = lines[low...].firstIndex { $0.start >= change.oldRange.upperBound } ?? lines.count
    let fresh = outlineLines(in: change.newRange, of: proof).map { LineRow($0, in: open) }
    lines.replaceSubrange(low..<high, with: fresh)
    for index in low + fresh.count..<lines.count { lines[index].move(by: change.shift, lines: change.lineShift) }
  }

  private mutating func followQuotations(_ change: Change, _ proof: Proof, in open: OpenArticle) {
    let passages = proof.article.passages
    let new = passages.pages
    let (head, tail) = sameEnds(of: pages.count, and: new.count) { pages[$0].rows.page === new[$1] }
    var found: [(first: Int, rows: PageRows)] = []
    found.reserveCapacity(new.count)
    var first = 0
    let count = proof.quotations.count
    for (index, page) in new.enumerated() {
      let start = passages.byteStarts[index]
      let end = start + page.byteCount
      var last = first
      while last < count, proof.place(ofQuotation: last).range.upperBound <= end { last += 1 }
      let line = passages.lineStarts[index]
      let old = index < head ? index : index >= new.count - tail ? index + pages.count - new.count : nil
      if let old, pages[old].rows.stand(first..<last, from: start, proof) {
        found.append((first, pages[old].rows.moved(to: start, line: line)))
      } else {
        let rows = PageRows(of: page, at: start, line: line, first..<last, proof, in: open) {
          row(of: $0, in: proof, after: change)
        }
        found.append((first, rows))
      }
      // One that goes on beyond its page is not among the rows of any.
      first = proof.quotationIndex(from: last, notBefore: end)
    }
    pages = found
  }

  /// What was written of a quotation that lies in passages which stand, and how many lines it has moved.
  private func row(
    of quotation: Int, in proof: Proof, after change: Change
  ) -> (json: ArraySlice<UInt8>, lines: Int)? {
    let range = proof.place(ofQuotation: quotation).range
    let isBelow = range.lowerBound >= change.newRange.upperBound
    guard isBelow || range.upperBound <= change.newRange.lowerBound else { return nil }
    let shift = isBelow ? change.shift : 0
    let page = pages.last { $0.rows.start <= range.lowerBound - shift }
    let json = page?.rows.row(of: quotation, in: proof, movedBy: shift)
    return json.map { ($0, isBelow ? change.lineShift : 0) }
  }
}

/// The row of a heading or of a line of a header; of one that others may stand under, what comes before those.
struct LineRow: Sendable {
  private(set) var start: Int
  private(set) var line: Int
  let level: Int?
  let isEntry: Bool
  private(set) var json: [UInt8]

  init(_ item: OutlineItem, in open: OpenArticle) {
    let symbol = symbol(item, in: open)
    start = item.range.lowerBound
    line = symbol.range.start.line
    level = item.level
    isEntry = item.kind == .entry
    var writer = JSONWriter()
    if level == nil { symbol.write(to: &writer) } else { symbol.writeOpening(to: &writer) }
    json = writer.bytes
  }

  mutating func move(by distance: Int, lines: Int) {
    start += distance
    guard lines != 0 else { return }
    line += lines
    json = movedLines(of: json[...], by: lines)
  }
}

/// The rows of the quotations that begin and end on one page, with commas between them.
///
/// They stand as long as the page does, the quotations stand where they stood on it, and the same speak in them: there is
/// nothing else in a row but the line on which the page begins.
struct PageRows: Sendable {
  /// Held so that its identity stays its own.
  let page: Page
  private(set) var start: Int
  private var line: Int
  /// The print of each, counted from the start of the page, and where its row ends in the JSON.
  private var quotations: [(print: UInt64, end: UInt32)] = []
  private var json: [UInt8] = []

  init(
    of page: Page, at start: Int, line: Int, _ range: Range<Int>, _ proof: Proof, in open: OpenArticle,
    keeping written: (Int) -> (json: ArraySlice<UInt8>, lines: Int)?
  ) {
    self.page = page
    self.start = start
    self.line = line
    guard !range.isEmpty else { return }
    var writer = JSONWriter()
    writer.reserve(range.count * 300)
    quotations.reserveCapacity(range.count)
    for index in range {
      if let (row, lines) = written(index) {
        writer.written(lines == 0 ? row : movedLines(of: row, by: lines)[...])
      } else {
        symbol(quotationItem(index, in: proof), in: open).write(to: &writer)
      }
      quotations.append((proof.print(ofQuotation: index, from: start), UInt32(clamping: writer.bytes.count)))
    }
    json = writer.bytes
  }

  func stand(_ range: Range<Int>, from start: Int, _ proof: Proof) -> Bool {
    guard quotations.count == range.count else { return false }
    return zip(quotations, range).allSatisfy { $0.print == proof.print(ofQuotation: $1, from: start) }
  }

  /// The same where the page begins there.
  func moved(to start: Int, line: Int) -> PageRows {
    var moved = self
    moved.start = start
    guard line != self.line else { return moved }
    moved.line = line
    moved.json.removeAll(keepingCapacity: true)
    for index in quotations.indices {
      if index > 0 { moved.json.append(UInt8(ascii: ",")) }
      moved.json += movedLines(of: json(index..<index + 1), by: line - self.line)
      moved.quotations[index].end = UInt32(clamping: moved.json.count)
    }
    return moved
  }

  var count: Int { quotations.count }

  func json(_ range: Range<Int>) -> ArraySlice<UInt8> {
    // Past the comma behind the row before.
    let start = range.lowerBound > 0 ? Int(quotations[range.lowerBound - 1].end) + 1 : 0
    return json[start..<Int(quotations[range.upperBound - 1].end)]
  }

  /// What was written of a quotation before it moved so far.
  func row(of quotation: Int, in proof: Proof, movedBy shift: Int) -> ArraySlice<UInt8>? {
    let print = proof.print(ofQuotation: quotation, from: start + shift)
    let index = quotations.firstIndex { $0.print == print }
    return index.map { json($0..<$0 + 1) }
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
