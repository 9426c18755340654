extension Text {
  /// Byte offset at which `line` starts; the end of the text for a line past the last.
  package func lineStart(_ line: Int) -> Int {
    guard line > 0, let total = lineStarts.last else { return 0 }
    guard line < total else { return count }
    let index = Swift.min(lineStarts.lastPlace { $0 > line }, chunks.count - 1)
    let chunk = chunks[index]
    return byteStarts[index] + Int(chunk.starts[line - lineStarts[index]])
  }

  /// The line that holds the byte at `offset`; the last one for the end of the text or beyond.
  package func line(at offset: Int) -> Int {
    guard offset > 0, offset < count, let index = chunkIndex(at: offset) else {
      return offset <= 0 ? 0 : lineCount - 1
    }
    return lineStarts[index] + chunks[index].starts.lastPlace { $0 > offset - byteStarts[index] }
  }

  /// The bytes of `line` with its line break; empty past the last line.
  package func lineRange(_ line: Int) -> Range<Int> {
    guard line >= 0 else { return 0..<0 }
    return lineStart(line)..<lineStart(line + 1)
  }

  /// The bytes of `line` without its line break; empty past the last line.
  package func contentRange(ofLine line: Int) -> Range<Int> {
    let whole = lineRange(line)
    var end = whole.upperBound
    if end > whole.lowerBound, byte(at: end - 1) == 0x0A { end -= 1 }
    if end > whole.lowerBound, byte(at: end - 1) == 0x0D { end -= 1 }
    return whole.lowerBound..<end
  }

  /// How many characters begin in `range`, and how many of them lie beyond the basic plane (four bytes long).
  package func characters(in range: Range<Int>) -> (count: Int, long: Int) {
    var (count, long) = (0, 0)
    var offset = Swift.max(range.lowerBound, 0)
    let end = Swift.min(range.upperBound, self.count)
    while offset < end, let index = chunkIndex(at: offset) {
      let base = byteStarts[index]
      let stop = Swift.min(end - base, chunks[index].bytes.count)
      let found = chunks[index].characters(in: offset - base..<stop)
      count += found.count
      long += found.long
      offset = base + stop
    }
    return (count, long)
  }
}
