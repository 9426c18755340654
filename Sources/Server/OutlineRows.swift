import Features
import LSP
import Semantics

/// The rows of an outline as JSON.
struct OutlineRows: Sendable {
  private(set) var lines: [LineRow] = []
  private(set) var quotations = QuotationRows()
  /// Of the text that the rows were written for; held so that their identity stays their own.
  private var pages: [Page] = []

  /// Writes anew what is different.
  mutating func follow(_ proof: Proof, in open: OpenArticle) {
    let change = Change(from: pages, to: proof.article.passages)
    pages = proof.article.passages.pages
    followLines(change, proof, in: open)
    quotations.follow(change, proof, in: open)
  }

  private mutating func followLines(_ change: Change, _ proof: Proof, in open: OpenArticle) {
    let low = lines.firstIndex { $0.start >= change.oldRange.lowerBound } ?? lines.count
    let high = lines[low...].firstIndex { $0.start >= change.oldRange.upperBound } ?? lines.count
    let fresh = outlineLines(in: change.newRange, of: proof).map { LineRow($0, in: open) }
    lines.replaceSubrange(low..<high, with: fresh)
    for index in low + fresh.count..<lines.count { lines[index].move(by: change.shift, lines: change.lineShift) }
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

/// The rows of all quotations, each with a comma behind it.
///
/// A row stands as long as its quotation lies in passages that stand, where it lay, and the same is said of it: there is nothing
/// else in a row but the line on which it begins.
struct QuotationRows: Sendable {
  private var prints: [QuotationPrint] = []
  private var json: [UInt8] = []
  /// Where each row ends in the JSON.
  private var ends: [Int] = []

  var count: Int { prints.count }

  /// Writes anew what is different.
  mutating func follow(_ change: Change, _ proof: Proof, in open: OpenArticle) {
    let (old, new) = (prints, proof.quotationPrints)
    let (most, shift) = (min(old.count, new.count), change.shift)
    var head = 0
    while head < most, new[head].range.upperBound <= change.newRange.lowerBound, old[head].stands(as: new[head]) {
      head += 1
    }
    var (oldEnd, newEnd) = (old.count, new.count)
    while newEnd > head, oldEnd > head, new[newEnd - 1].range.lowerBound >= change.newRange.upperBound,
      old[oldEnd - 1].stands(as: new[newEnd - 1], movedBy: shift)
    {
      oldEnd -= 1
      newEnd -= 1
    }
    prints = new
    if change.lineShift != 0 { moveLines(ofRowsFrom: oldEnd, by: change.lineShift) }
    var writer = JSONWriter(reserving: (newEnd - head) * 300)
    var fresh: [Int] = []
    let gone = start(of: head)..<start(of: oldEnd)
    for index in head..<newEnd {
      symbol(quotationItem(index, in: proof), in: open).write(to: &writer)
      fresh.append(gone.lowerBound + writer.bytes.count + 1)
    }
    ends.replaceSubrange(head..<oldEnd, with: fresh)
    let longer = (fresh.last ?? gone.lowerBound) - gone.upperBound
    for index in newEnd..<ends.count { ends[index] += longer }
    json.replaceSubrange(gone, with: writer.bytes + (fresh.isEmpty ? [] : [UInt8(ascii: ",")]))
  }

  /// The first quotation from that one on which does not begin before `offset`.
  func index(from index: Int, notBefore offset: Int) -> Int {
    var index = index
    while index < prints.count, prints[index].range.lowerBound < offset { index += 1 }
    return index
  }

  /// Some rows, with commas between them.
  func json(_ range: Range<Int>) -> ArraySlice<UInt8> {
    json[start(of: range.lowerBound)..<start(of: range.upperBound) - 1]
  }

  private func start(of row: Int) -> Int { row > 0 ? ends[row - 1] : 0 }

  private mutating func moveLines(ofRowsFrom first: Int, by distance: Int) {
    let start = start(of: first)
    var moved: [UInt8] = []
    var last = start
    for index in first..<ends.count {
      moved += movedLines(of: json[last..<ends[index]], by: distance)
      last = ends[index]
      ends[index] = start + moved.count
    }
    json.replaceSubrange(start..., with: moved)
  }
}

extension QuotationPrint {
  fileprivate func stands(as other: QuotationPrint, movedBy distance: Int = 0) -> Bool {
    said == other.said && range.lowerBound + distance == other.range.lowerBound
      && range.upperBound + distance == other.range.upperBound
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
