import LSP
import Rules
import Semantics

/// The findings of an open article as the client was last sent them, a page a piece: only pieces that changed are written, and of
/// these only the findings that did.
struct Bulletin: Sendable {
  /// It stands while what is found on the page, the line on which the page starts, and the share that the client is sent of it
  /// are the same: columns are counted from the start of a line, and lines begin and end with the page.
  fileprivate struct Piece: Sendable {
    let galley: Galley
    let counts: SIMD4<Int32>
    let isSelfContained: Bool
    /// What the client was sent of the page is what the galley says.
    var isWritten = false
    var sent: Sent

    init(_ galley: Galley, _ sent: Sent = Sent()) {
      self.galley = galley
      counts = galley.counts
      isSelfContained = galley.isSelfContained
      self.sent = sent
    }
  }

  fileprivate var pieces: [Piece] = []
  /// What the client is told besides findings.
  fileprivate var notes: [UInt8] = []

  /// All of it, in order.
  var values: WrittenValues {
    var runs: [[UInt8]] = []
    runs.reserveCapacity(pieces.count + 1)
    for index in pieces.indices where !pieces[index].sent.json.isEmpty { runs.append(pieces[index].sent.json) }
    runs.append(notes)
    return WrittenValues(runs)
  }

  /// Keeps the pieces of the galleys that stand; true where there are more or fewer pages than before.
  fileprivate mutating func keep(_ galleys: [Galley]) -> Bool {
    let (head, tail) = sameEnds(of: pieces.count, and: galleys.count) { pieces[$0].galley === galleys[$1] }
    let (old, new) = (head..<pieces.count - tail, head..<galleys.count - tail)
    if old != new {
      pieces.replaceSubrange(old, with: new.map { Piece(galleys[$0]) })
      return true
    }
    // What the client was sent of the page is held beside what it is to be sent.
    for index in new { pieces[index] = Piece(galleys[index], pieces[index].sent) }
    return false
  }
}

/// What the client was sent of one page.
private struct Sent: Sendable {
  var share = Share.nothing
  var json: [UInt8] = []
  private var findings: [Finding] = []
  /// Where each of them ends in the JSON.
  private var ends: [Int] = []
  private var page: Page?
  /// The line on which the page starts.
  private(set) var line: Int?

  /// Writes what is found on the page now; true where that is anything else.
  mutating func write(
    _ found: [Finding], on page: Page?, from line: Int, _ diagnostic: (Finding) -> Diagnostic
  ) -> Bool {
    let (head, tail) = standing(found, on: page, from: line)
    defer { (findings, self.page, self.line) = (found, page, line) }
    if head + tail == found.count, found.count == findings.count { return false }
    var writer = JSONWriter(reserving: json.count + 256)
    let last = findings.count - tail
    let between = (head > 0 ? ends[head - 1] : 0, last > 0 ? ends[last - 1] : 0)
    if head > 0 { writer.written(json[..<between.0]) }
    ends.removeSubrange(head..<last)
    var fresh: [Int] = []
    for finding in found[head..<found.count - tail] {
      diagnostic(finding).write(to: &writer)
      fresh.append(writer.bytes.count)
    }
    if tail > 0 { writer.written(json[(last > 0 ? between.1 + 1 : 0)...]) }
    let shift = writer.bytes.count - json.count
    for index in head..<ends.count { ends[index] += shift }
    ends.insert(contentsOf: fresh, at: head)
    defer { json = writer.bytes }
    return json != writer.bytes
  }

  /// How many at the front and at the back are written as they would be now: they are the same, and speak of nothing but passages
  /// that stand, on the lines on which they stood.
  private func standing(_ found: [Finding], on page: Page?, from line: Int) -> (head: Int, tail: Int) {
    guard let page, let old = self.page, self.line == line else { return (0, 0) }
    let (front, back) = sameEnds(of: old.passages.count, and: page.passages.count) {
      old.passages[$0] === page.passages[$1]
    }
    let starts = page.byteStarts + [page.byteCount]
    let (above, below) = (0...starts[front], starts[page.passages.count - back]...page.byteCount)
    let hasSameLines = old.lineCount == page.lineCount
    return sameEnds(of: findings.count, and: found.count) {
      let (finding, reach) = (found[$1], found[$1].shownReach)
      if above.contains(reach) { return finding.isShown(as: findings[$0], movedBy: 0) }
      return hasSameLines && below.contains(reach)
        && finding.isShown(as: findings[$0], movedBy: page.byteCount - old.byteCount)
    }
  }
}

extension ClosedRange<Int> {
  fileprivate func contains(_ range: Range<Int>) -> Bool {
    lowerBound <= range.lowerBound && range.upperBound <= upperBound
  }
}

extension OpenArticle {
  /// Makes the bulletin follow the checker; true where the client is to be sent it.
  mutating func updateBulletin(_ shown: ClientCapabilities.Diagnostics, evenIfSame: Bool) -> Bool {
    var isNew = bulletin.keep(checker.galleys) || evenIfSame
    var total = SIMD4<Int32>()
    for index in bulletin.pieces.indices { total &+= bulletin.pieces[index].counts }
    var room = Share(of: OpenArticle.most, among: total)
    for index in bulletin.pieces.indices {
      let share = room.take(bulletin.pieces[index].counts)
      let line = article.passages.lineStarts[index]
      if bulletin.pieces[index].sent.share == share,
        share == .nothing
          || bulletin.pieces[index].isWritten && bulletin.pieces[index].sent.line == line
            && bulletin.pieces[index].isSelfContained
      {
        continue
      }
      let start = article.passages.byteStarts[index]
      let findings = share.findings(on: bulletin.pieces[index].galley)
      // An article without a passage has findings all the same.
      let page = index < article.passages.pages.count ? article.passages.pages[index] : nil
      // The open article with all that it holds would be copied for each finding.
      let (text, encoding, uri) = (article.text, encoding, uri)
      let isOther = bulletin.pieces[index].sent.write(findings, on: page, from: line) {
        Diagnostic($0.shifted(by: start), at: uri, shown) { text.range(of: $0, in: encoding) }
      }
      isNew = isNew || isOther
      bulletin.pieces[index].sent.share = share
      bulletin.pieces[index].isWritten = true
    }
    let notes = written(notes(besides: total))
    isNew = isNew || notes != bulletin.notes
    bulletin.notes = notes
    return isNew
  }
}

/// Diagnostics as JSON, with a comma between.
func written(_ diagnostics: [Diagnostic]) -> [UInt8] {
  if diagnostics.isEmpty { return [] }
  var json = JSONWriter(reserving: 256)
  for diagnostic in diagnostics { diagnostic.write(to: &json) }
  return json.bytes
}
