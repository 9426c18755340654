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
          row(of: $0, by: $1, after: change)
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
    of quotation: Spot, by speaker: String?, after change: Change
  ) -> (json: ArraySlice<UInt8>, lines: Int)? {
    let isBelow = quotation.range.lowerBound >= change.newRange.upperBound
    guard isBelow || quotation.range.upperBound <= change.newRange.lowerBound else { return nil }
    let shift = isBelow ? change.shift : 0
    let page = pages.last { $0.rows.start <= quotation.range.lowerBound - shift }
    let json = page?.rows.row(of: quotation, by: speaker, movedBy: shift)
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

/// Where a quotation stands, and the words of its first paragraph.
typealias Spot = (range: Range<Int>, opening: Range<Int>)

/// The rows of the quotations that begin and end on one page, with commas between them.
///
/// They stand as long as the page does, the quotations stand where they stood on it, and the same speak in them: there is
/// nothing else in a row but the line on which the page begins.
struct PageRows: Sendable {
  /// Held so that its identity stays its own.
  let page: Page
  private(set) var start: Int
  private var line: Int
  /// Each with where its row ends in the JSON.
  private var quotations: [(told: Told, end: UInt32)] = []
  private var json: [UInt8] = []

  /// A quotation as a row tells of it, counted from the start of the page.
  private struct Told: Equatable {
    let range: Range<UInt32>
    let opening: Range<UInt32>
    let speaker: String?

    init(_ quotation: Spot, by speaker: String?, from start: Int) {
      range = Told.local(quotation.range, from: start)
      opening = Told.local(quotation.opening, from: start)
      self.speaker = speaker
    }

    private static func local(_ range: Range<Int>, from start: Int) -> Range<UInt32> {
      UInt32(clamping: range.lowerBound - start)..<UInt32(clamping: range.upperBound - start)
    }
  }

  init(
    of page: Page, at start: Int, line: Int, _ range: Range<Int>, _ proof: Proof, in open: OpenArticle,
    keeping written: (Spot, String?) -> (json: ArraySlice<UInt8>, lines: Int)?
  ) {
    self.page = page
    self.start = start
    self.line = line
    guard !range.isEmpty else { return }
    var writer = JSONWriter()
    writer.reserve(range.count * 300)
    quotations.reserveCapacity(range.count)
    for index in range {
      let quotation = proof.place(ofQuotation: index)
      let speaker = proof.speakerName(ofQuotation: index)
      if let (row, lines) = written(quotation, speaker) {
        writer.written(lines == 0 ? row : movedLines(of: row, by: lines)[...])
      } else {
        symbol(quotationItem(index, in: proof), in: open).write(to: &writer)
      }
      quotations.append((Told(quotation, by: speaker, from: start), UInt32(clamping: writer.bytes.count)))
    }
    json = writer.bytes
  }

  func stand(_ range: Range<Int>, from start: Int, _ proof: Proof) -> Bool {
    guard quotations.count == range.count else { return false }
    for (row, index) in zip(quotations, range) {
      let (place, speaker) = (proof.place(ofQuotation: index), proof.speakerName(ofQuotation: index))
      if row.told != Told(place, by: speaker, from: start) { return false }
    }
    return true
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
  func row(of quotation: Spot, by speaker: String?, movedBy shift: Int) -> ArraySlice<UInt8>? {
    let told = Told(quotation, by: speaker, from: start + shift)
    let index = quotations.firstIndex { $0.told == told }
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
