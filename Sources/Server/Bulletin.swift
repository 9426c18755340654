import LSP
import Rules
import Semantics

/// The findings of an open article as the client was last sent them, a page a piece: only pieces that changed are written.
struct Bulletin: Sendable {
  /// It stands while what is found on the page, the line on which the page starts, and the share that the client is sent of it
  /// are the same: columns are counted from the start of a line, and lines begin and end with the page.
  fileprivate struct Piece: Sendable {
    let galley: Galley
    let counts: SIMD4<Int32>
    let isSelfContained: Bool
    var line: Int?
    var share: Share
    var json: [UInt8]

    init(_ galley: Galley, share: Share = .nothing, json: [UInt8] = []) {
      self.galley = galley
      counts = galley.counts
      isSelfContained = galley.isSelfContained
      self.share = share
      self.json = json
    }
  }

  fileprivate var pieces: [Piece] = []
  /// What the client is told besides findings.
  fileprivate var notes: [UInt8] = []

  /// All of it, in order.
  var values: WrittenValues {
    var runs: [[UInt8]] = []
    runs.reserveCapacity(pieces.count + 1)
    for index in pieces.indices where !pieces[index].json.isEmpty { runs.append(pieces[index].json) }
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
    for index in new { pieces[index] = Piece(galleys[index], share: pieces[index].share, json: pieces[index].json) }
    return false
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
      if bulletin.pieces[index].share == share,
        share == .nothing || bulletin.pieces[index].line == line && bulletin.pieces[index].isSelfContained
      {
        continue
      }
      let start = article.passages.byteStarts[index]
      let findings = share.findings(on: bulletin.pieces[index].galley)
      let json = written(findings.map { diagnostic($0.shifted(by: start), shown) })
      isNew = isNew || json != bulletin.pieces[index].json
      bulletin.pieces[index].share = share
      bulletin.pieces[index].line = line
      bulletin.pieces[index].json = json
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
