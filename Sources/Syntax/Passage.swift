/// One passage: a run of lines that is read as one, cut before a line that has text and follows a blank line or one of
/// over 100 columns.
///
/// The cut depends on two neighbouring lines only, so an edit moves no cut but those beside it.
package struct PassageCut: Sendable {
  /// UTF-8 byte offsets in the text.
  package let start: Int
  package let end: Int
  package let lines: [Source.Line]

  /// The bytes of the passage, all that its reading may depend on besides the state it is entered with.
  package func source(in text: Text) -> Source {
    Source(bytes: text.bytes(in: start..<end), lines: lines, isFirst: start == 0)
  }
}

/// Cuts a text into passages from one of their starts on.
package struct PassageCutter {
  private var scanner: LineScanner
  private var ahead: LineScanner.Line?

  /// `offset` is a UTF-8 byte offset at which a passage starts.
  package init(_ text: Text, at offset: Int) {
    scanner = LineScanner(text, at: offset)
    ahead = scanner.next()
  }

  package var isAtEnd: Bool { ahead == nil }

  /// The next passage, nil at the end of the text.
  package mutating func next() -> PassageCut? {
    guard var line = ahead else { return nil }
    let start = line.start
    var lines: [Source.Line] = []
    lines.reserveCapacity(4)
    while true {
      lines.append(.init(start: line.start - start, contentEnd: line.contentEnd - start, end: line.end - start))
      ahead = scanner.next()
      guard let following = ahead, following.isBlank || !(line.isBlank || line.isLong) else { break }
      line = following
    }
    return PassageCut(start: start, end: line.end, lines: lines)
  }
}

/// The bytes of one passage and its lines, all that a reading may depend on besides the state it is entered with.
package struct Source: Sendable {
  package struct Line: Sendable {
    /// Offsets in the passage: where the line starts, ends without its line break, and ends with it.
    package let start: Int
    package let contentEnd: Int
    package let end: Int
  }

  package let bytes: [UInt8]
  package let lines: [Line]
  /// True for the passage at the very start of the article, where a byte order mark may stand.
  package let isFirst: Bool
}
