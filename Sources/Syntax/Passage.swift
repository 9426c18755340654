/// Cuts a text into passages from one of their starts on: runs of lines that are read as one, cut before a line that has
/// text and follows a blank line or one of over 100 columns.
///
/// The cut depends on two neighbouring lines only, so an edit moves no cut but those beside it.
package struct PassageCutter {
  private let text: Text
  private var scanner: LineScanner
  private var ahead: LineScanner.Line?
  /// Passages that start here or further down are left to others.
  private let end: Int
  /// Kept for the room that its lists have: the next passage takes it where nobody holds this one any more.
  private var source = Source()

  /// `offset` is a UTF-8 byte offset at which a passage starts.
  package init(_ text: Text, at offset: Int) {
    self.text = text
    scanner = LineScanner(text, at: offset)
    ahead = scanner.next()
    end = .max
  }

  /// Cuts those that start in a range of UTF-8 byte offsets, which may begin and end anywhere.
  package init(_ text: Text, in range: Range<Int>) {
    self.text = text
    scanner = LineScanner(text, at: max(range.lowerBound - 1, 0))
    ahead = scanner.next()
    end = range.upperBound
    if range.lowerBound <= 0 { return }
    while let line = ahead, line.start < end {
      ahead = scanner.next()
      if let following = ahead, following.startsPassage(after: line) { return }
    }
  }

  package var isAtEnd: Bool { ahead == nil }

  /// The next passage, nil at the end of the text.
  package mutating func next() -> Source? {
    guard var line = ahead, line.start < end else { return nil }
    let start = line.start
    source.start = start
    source.lines.removeAll(keepingCapacity: true)
    while true {
      let words = line.words.lowerBound - start..<line.words.upperBound - start
      source.lines.append(.init(start: line.start - start, words: words, end: line.end - start))
      ahead = scanner.next()
      guard let following = ahead, !following.startsPassage(after: line) else { break }
      line = following
    }
    source.bytes.removeAll(keepingCapacity: true)
    if !scanner.copy(start..<line.end, to: &source.bytes) { text.copy(start..<line.end, to: &source.bytes) }
    return source
  }
}

extension LineScanner.Line {
  fileprivate func startsPassage(after line: Self) -> Bool {
    !words.isEmpty && (line.words.isEmpty || line.isLong)
  }
}

/// The bytes of one passage and its lines, all that a reading may depend on besides the state it is entered with.
package struct Source: Sendable {
  package struct Line: Sendable {
    /// Offsets in the passage: where the line starts, its words without the blanks at either end, and where it ends with
    /// its line break.
    package let start: Int
    package let words: Range<Int>
    package let end: Int
  }

  /// UTF-8 byte offset in the text.
  package fileprivate(set) var start = 0
  package fileprivate(set) var bytes: [UInt8] = []
  package fileprivate(set) var lines: [Line] = []

  /// UTF-8 byte offset in the text.
  package var end: Int { start + bytes.count }
}
