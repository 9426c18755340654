import LSP
import Semantics
import Syntax

/// The unit that the client counts columns in.
package enum PositionEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The first of the client's encodings that we know; UTF-16 where there is none, as the protocol has it.
  init(offered: [String]) { self = offered.lazy.compactMap(PositionEncoding.init(rawValue:)).first ?? .utf16 }

  /// How far a byte of UTF-8 moves the column: a character counts where its first byte stands.
  fileprivate func width(of byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    case .utf32: byte & 0xC0 == 0x80 ? 0 : 1
    }
  }

  /// The same of eight bytes.
  fileprivate func width(of bytes: EightBytes) -> Int {
    switch self {
    case .utf8: 8
    case .utf16: 8 - bytes.continuations.nonzeroBitCount + bytes.longStarts.nonzeroBitCount
    case .utf32: 8 - bytes.continuations.nonzeroBitCount
    }
  }
}

extension OpenArticle {
  /// The byte offset of a position: past a line's end is the line's end, past the last line the end of the text,
  /// and inside a character the start of that character.
  package func offset(at position: Position) -> Int { article.text.offset(at: position, in: encoding) }

  /// The position of a byte offset; outside the text it is the nearest end's.
  package func position(at offset: Int) -> Position { article.text.position(at: offset, in: encoding) }

  /// The byte offsets of a range; one that runs backwards is turned round.
  package func offsets(of range: PositionRange) -> Range<Int> { article.text.offsets(of: range, in: encoding) }

  /// The range between two byte offsets.
  package func range(of offsets: Range<Int>) -> PositionRange { article.text.range(of: offsets, in: encoding) }
}

extension Text {
  /// The range between two byte offsets.
  func range(of offsets: Range<Int>, in encoding: PositionEncoding) -> PositionRange {
    let start = position(at: offsets.lowerBound, in: encoding)
    // Most stretches end on the line they begin on, and then only what lies between is counted.
    if start.line + 1 >= lineCount || offsets.upperBound < lineStart(start.line + 1) {
      let end = start.character + columns(in: offsets, encoding)
      return PositionRange(start: start, end: Position(line: start.line, character: end))
    }
    return PositionRange(start: start, end: position(at: offsets.upperBound, in: encoding))
  }

  fileprivate func position(at offset: Int, in encoding: PositionEncoding) -> Position {
    let offset = min(max(offset, 0), count)
    let line = line(at: offset)
    return Position(line: line, character: columns(in: lineStart(line)..<offset, encoding))
  }

  /// The byte offsets of a range; one that runs backwards is turned round.
  func offsets(of range: PositionRange, in encoding: PositionEncoding) -> Range<Int> {
    let start = offset(at: range.start, in: encoding)
    let end = range.end == range.start ? start : offset(at: range.end, in: encoding)
    return min(start, end)..<max(start, end)
  }

  /// The byte offset of a position: past a line's end is the line's end, past the last line the end of the text,
  /// and inside a character the start of that character.
  fileprivate func offset(at position: Position, in encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lineCount else { return count }
    let line = contentRange(ofLine: position.line)
    guard position.character > 0 else { return line.lowerBound }
    var low = line.lowerBound
    var column = 0
    // A column is never more than four bytes wide.
    var high = min(line.upperBound, low + 4 * min(position.character, Int(Int32.max)) + 4)
    while high - low > 4096 {
      let middle = characterStart(before: (low + high) / 2)
      let width = columns(in: low..<middle, encoding)
      if column + width > position.character {
        high = middle
      } else {
        low = middle
        column += width
      }
    }
    let target = position.character - column
    withBytes(in: low..<min(high + 4, line.upperBound)) { low += index(ofColumn: target, in: $0, encoding) }
    return low
  }

  /// The start of the character that holds the byte at `offset`.
  private func characterStart(before offset: Int) -> Int {
    let bytes = bytes(in: offset - 3..<offset + 1)
    return offset + 1 - bytes.count + characterStart(at: bytes.count - 1, in: bytes.span)
  }

  /// How many columns the characters that begin in a stretch of one line take.
  fileprivate func columns(in range: Range<Int>, _ encoding: PositionEncoding) -> Int {
    if encoding == .utf8 { return range.clamped(to: 0..<count).count }
    let (count, long) = characters(in: range)
    return encoding == .utf16 ? count + long : count
  }

  private func index(ofColumn target: Int, in bytes: Span<UInt8>, _ encoding: PositionEncoding) -> Int {
    var (index, column) = (0, 0)
    // Eight bytes are nine columns wide where the last begins a character of four, and never wider.
    while column + 9 <= target, index + 8 <= bytes.count {
      column += encoding.width(of: EightBytes(bytes, at: index))
      index += 8
    }
    while index < bytes.count {
      let width = encoding.width(of: bytes[index])
      if width > 0, column + width > target { return characterStart(at: index, in: bytes) }
      column += width
      index += 1
    }
    return bytes.count
  }

  private func characterStart(at index: Int, in bytes: Span<UInt8>) -> Int {
    var start = index
    while start > 0, index - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}

/// Measures stretches of single lines one after the other, reading each line once; meant for ascending starts.
struct PositionWalk {
  private let text: Text
  private let encoding: PositionEncoding
  private var line = -1
  private var lineRange = 0..<0
  private var bytes: [UInt8] = []
  /// Where the walk stands in `bytes`, and the column there.
  private var index = 0
  private var column = 0

  init(_ open: OpenArticle) {
    text = open.article.text
    encoding = open.encoding
  }

  /// Where the stretch starts and how many columns it takes.
  mutating func measure(_ range: Range<Int>) -> (start: Position, length: Int) {
    if line < 0 || range.lowerBound < lineRange.lowerBound + index || range.lowerBound >= lineRange.upperBound {
      step(to: range.lowerBound)
    }
    let start = min(max(range.lowerBound - lineRange.lowerBound, index), bytes.count)
    let end = min(max(range.upperBound - lineRange.lowerBound, start), bytes.count)
    column += columns(in: index..<start)
    index = start
    return (Position(line: line, character: column), columns(in: start..<end))
  }

  private mutating func step(to offset: Int) {
    line = text.line(at: offset)
    lineRange = text.lineRange(line)
    bytes = text.bytes(in: lineRange)
    index = 0
    column = 0
  }

  private func columns(in range: Range<Int>) -> Int {
    var columns = 0
    for byte in bytes[range] { columns += encoding.width(of: byte) }
    return columns
  }
}

extension Article {
  /// The article whose whole text is `utf8`.
  init(utf8: [UInt8], isStylebook: Bool) { self.init(Text(utf8), isStylebook: isStylebook) }

  /// The article whose whole text those pieces are one after the other.
  init(_ pieces: [[UInt8]], isStylebook: Bool, by hands: Hands) {
    let count = min(pieces.count, Article.mostStacks)
    let texts = hands.map(count) { number in
      Text(pieces: pieces[pieces.count * number / count..<pieces.count * (number + 1) / count])
    }
    self.init(Text(joining: texts), isStylebook: isStylebook, by: hands)
  }

  /// How many stacks of pieces are enough to be looked through for lines side by side.
  private static let mostStacks = 16
}
