/// The bytes of one article as chunks of whole lines, so that a keystroke touches one chunk whatever the length of the article.
///
/// Offsets are UTF-8 byte offsets, lines are zero-based, and every number from outside is clamped to the text.
/// LF, CRLF and a lone CR end a line; the text after the last of them is a line too, even when empty.
package struct Text: Sendable {
  private(set) var chunks: [Chunk] = []
  /// Byte offset and line number at which each chunk starts, and, last, the totals.
  private(set) var byteStarts: [Int] = [0]
  private(set) var lineStarts: [Int] = [0]

  package init(_ bytes: [UInt8] = []) {
    chunks = Chunk.split(bytes)
    measure(from: 0)
  }

  /// The text that the pieces are one after the other; those that end with a line feed are kept as they are.
  package init(pieces: some Collection<[UInt8]>) {
    chunks.reserveCapacity(pieces.count)
    var line: [UInt8] = []
    for piece in pieces {
      let bytes = line.isEmpty ? piece : line + piece
      let endsLine = bytes.last == 0x0A
      if endsLine { chunks += Chunk.split(bytes) }
      line = endsLine ? [] : bytes
    }
    chunks += Chunk.split(line)
    measure(from: 0)
  }

  /// The text that others are one after the other.
  package init(joining texts: [Text]) {
    for text in texts {
      if let last = chunks.last, last.bytes.last != 0x0A {
        measure(from: 0)
        replace(count..<count, with: text.allBytes)
      } else {
        chunks += text.chunks
      }
    }
    measure(from: 0)
  }

  package init(_ string: String) { self.init(Array(string.utf8)) }

  /// Length in bytes.
  package var count: Int { byteStarts.last ?? 0 }

  package var lineCount: Int {
    let started = lineStarts.last ?? 0
    guard let last = chunks.last, !last.endsLine else { return started + 1 }
    return started
  }

  /// Puts `new` in the place of `range`; what lies outside the text is clamped to it.
  package mutating func replace(_ range: Range<Int>, with new: [UInt8]) {
    let range = clamp(range)
    guard var first = chunkIndex(at: range.lowerBound), var last = chunkIndex(at: range.upperBound) else {
      self = Text(new)
      return
    }
    // A line break of two bytes must not be cut by a chunk's edge.
    if first > 0, range.lowerBound == byteStarts[first], chunks[first - 1].bytes.last == 0x0D { first -= 1 }
    let base = byteStarts[first]
    let local = range.lowerBound - base..<range.upperBound - base
    if first == last, chunks[first].replaceWithinLine(local, with: new) {
      shift(after: first, bytes: new.count - range.count)
      return
    }
    var bytes = chunks[first].bytes
    for chunk in chunks[first...last].dropFirst() { bytes += chunk.bytes }
    bytes.replaceSubrange(local, with: new)
    while last + 1 < chunks.count, Chunk.mustJoin(bytes, chunks[last + 1].bytes) {
      last += 1
      bytes += chunks[last].bytes
    }
    chunks.replaceSubrange(first...last, with: Chunk.split(bytes))
    measure(from: first)
  }

  /// A copy of the bytes of `range`.
  package func bytes(in range: Range<Int>) -> [UInt8] {
    let range = clamp(range)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    copy(range, to: &bytes)
    return bytes
  }

  /// Adds the bytes of `range`, which must lie in the text, to others.
  func copy(_ range: Range<Int>, to bytes: inout [UInt8]) {
    guard !range.isEmpty, var index = chunkIndex(at: range.lowerBound) else { return }
    while index < chunks.count, byteStarts[index] < range.upperBound {
      let base = byteStarts[index]
      let low = max(range.lowerBound - base, 0)
      let high = min(range.upperBound - base, chunks[index].bytes.count)
      bytes += chunks[index].bytes[low..<high]
      index += 1
    }
  }

  /// Looks at the bytes of `range` where they lie; only those that lie in two chunks are copied.
  package func withBytes(in range: Range<Int>, _ look: (Span<UInt8>) -> Void) {
    let range = clamp(range)
    guard let index = chunkIndex(at: range.lowerBound), range.upperBound <= byteStarts[index + 1] else {
      let bytes = bytes(in: range)
      return look(bytes.span)
    }
    let (base, bytes) = (byteStarts[index], chunks[index].bytes)
    look(bytes.span.extracting(range.lowerBound - base..<range.upperBound - base))
  }

  /// The words of `range`, with U+FFFD for what is not UTF-8.
  package func string(in range: Range<Int>) -> String { String(decoding: bytes(in: range), as: UTF8.self) }

  /// All the bytes.
  package var allBytes: [UInt8] { bytes(in: 0..<count) }

  /// The byte at `offset`, nil outside the text.
  package func byte(at offset: Int) -> UInt8? {
    guard offset >= 0, offset < count, let index = chunkIndex(at: offset) else { return nil }
    return chunks[index].bytes[offset - byteStarts[index]]
  }

  private func clamp(_ range: Range<Int>) -> Range<Int> {
    let low = min(max(range.lowerBound, 0), count)
    return low..<min(max(range.upperBound, low), count)
  }

  /// The chunk that holds `offset`, the last one for the end of the text, nil for an empty text.
  func chunkIndex(at offset: Int) -> Int? {
    chunks.isEmpty ? nil : min(byteStarts.lastPlace { $0 > offset }, chunks.count - 1)
  }

  private mutating func measure(from first: Int) {
    byteStarts.removeSubrange((first + 1)...)
    lineStarts.removeSubrange((first + 1)...)
    for chunk in chunks[first...] {
      byteStarts.append((byteStarts.last ?? 0) + chunk.bytes.count)
      lineStarts.append((lineStarts.last ?? 0) + chunk.starts.count)
    }
  }

  private mutating func shift(after index: Int, bytes: Int) {
    for next in index + 1..<byteStarts.count { byteStarts[next] += bytes }
  }
}

extension Text: Equatable {
  /// Two texts are equal when their bytes are, however they are cut into chunks.
  package static func == (left: Text, right: Text) -> Bool {
    left.count == right.count && left.allBytes == right.allBytes
  }
}
