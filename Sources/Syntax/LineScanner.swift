/// Walks the lines of a text and says of each what decides where a passage ends.
struct LineScanner {
  struct Line {
    let start: Int
    /// Without the blanks at either end and the line break; empty where the line is blank.
    let words: Range<Int>
    let end: Int
    /// More than 100 columns: the line proves that its block is not hard-wrapped.
    let isLong: Bool
  }

  private let text: Text
  private var chunk: Int
  private var line = 0
  /// The lists of that chunk and where it starts.
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = []
  private var base = 0

  /// Starts with the line that holds `offset`.
  init(_ text: Text, at offset: Int) {
    self.text = text
    chunk = offset < text.count ? text.chunkIndex(at: offset) ?? 0 : text.chunks.count
    take()
    line = starts.lastPlace { $0 > offset - base }
  }

  private mutating func take() {
    guard chunk < text.chunks.count else { return }
    bytes = text.chunks[chunk].bytes
    starts = text.chunks[chunk].starts
    base = text.byteStarts[chunk]
    line = 0
  }

  /// Adds the bytes of a range to others where it lies in the chunk at hand, as nearly every passage does; else answers false.
  func copy(_ range: Range<Int>, to others: inout [UInt8]) -> Bool {
    guard range.lowerBound >= base, range.upperBound <= base + bytes.count else { return false }
    others += bytes[range.lowerBound - base..<range.upperBound - base]
    return true
  }

  /// The next line that has bytes, nil at the end of the text.
  mutating func next() -> Line? {
    guard chunk < text.chunks.count else { return nil }
    let start = Int(starts[line])
    let end = line + 1 < starts.count ? Int(starts[line + 1]) : bytes.count
    var contentEnd = end
    if contentEnd > start, bytes[contentEnd - 1] == 0x0A { contentEnd -= 1 }
    if contentEnd > start, bytes[contentEnd - 1] == 0x0D { contentEnd -= 1 }
    let skipped = base + start == 0 ? byteOrderMarkLength(bytes) : 0
    let first = skipBlanks(bytes, from: start + skipped, to: contentEnd)
    let words = first..<trimBlanks(bytes, from: first, to: contentEnd)
    let found = Line(
      start: base + start, words: base + words.lowerBound..<base + words.upperBound, end: base + end,
      isLong: words.upperBound - start > 100 && hasMoreColumns(than: 100, bytes, start, words.upperBound))
    line += 1
    if line == starts.count {
      chunk += 1
      take()
    }
    return found
  }
}

/// 3 where the bytes begin with a UTF-8 byte order mark, else 0.
func byteOrderMarkLength(_ bytes: [UInt8]) -> Int {
  bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
}

/// Counts code points behind the blanks by their first bytes, four bytes at most to each, and no further than it takes.
private func hasMoreColumns(than limit: Int, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
  let start = skipBlanks(bytes, from: start, to: end)
  guard end - start <= 4 * limit else { return true }
  let span = bytes.span
  var (index, count) = (start, 0)
  while index + 8 <= end, count <= limit {
    let eight = EightBytes(span, at: index)
    // Hardly ever are there any, and counting takes longer than asking.
    count += eight.beyondASCII == 0 ? 8 : 8 - eight.continuations.nonzeroBitCount
    index += 8
  }
  while index < end, count <= limit {
    if span[index] & 0xC0 != 0x80 { count += 1 }
    index += 1
  }
  return count > limit
}

/// The first offset from `start` that is no space, tab or U+00A0; `end` where all are.
package func skipBlanks(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
  var index = start
  while index < end {
    if bytes[index] == 0x20 || bytes[index] == 0x09 {
      index += 1
    } else if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 {
      index += 2
    } else {
      break
    }
  }
  return index
}

/// The offset after the last byte before `end` that is no space, tab or U+00A0; `start` where all are.
package func trimBlanks(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
  var index = end
  while index > start {
    if bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 {
      index -= 1
    } else if index - 2 >= start, bytes[index - 1] == 0xA0, bytes[index - 2] == 0xC2 {
      index -= 2
    } else {
      break
    }
  }
  return index
}
