/// Some whole lines of a text with the places where they start.
struct Chunk: Sendable {
  private(set) var bytes: [UInt8]
  /// Byte offset in the chunk of each line that begins in it.
  private(set) var starts: [UInt32]
  /// Where lines are long, how many characters begin before each milestone.
  private var milestones: [CharacterCount] = []

  /// Measured: 16 KiB costs 0.25–1.9 µs a character typed into 10 MB; smaller and larger both cost more.
  static let target = 16 * 1024

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = lineStarts(of: bytes)
    setMilestones(from: 0)
  }

  var endsLine: Bool { bytes.last == 0x0A || bytes.last == 0x0D }

  /// Cuts after whole lines into chunks of about the target size; a longer line stays in one piece.
  static func split(_ bytes: [UInt8]) -> [Chunk] {
    guard bytes.count > 2 * target else { return bytes.isEmpty ? [] : [Chunk(bytes)] }
    var chunks: [Chunk] = []
    chunks.reserveCapacity(bytes.count / target + 1)
    var start = 0
    while start < bytes.count {
      var end = min(start + target, bytes.count)
      if bytes.count - end < target / 2 { end = bytes.count }
      while end < bytes.count, !breaks(bytes, before: end) { end += 1 }
      chunks.append(Chunk(Array(bytes[start..<end])))
      start = end
    }
    return chunks
  }

  /// True when a chunk of `left` cannot stand before one of `right`: its last line or line break goes on there.
  static func mustJoin(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard let end = left.last, let next = right.first else { return true }
    return !(end == 0x0A || end == 0x0D && next != 0x0A) || left.count + right.count < target
  }

  private static func breaks(_ bytes: [UInt8], before index: Int) -> Bool {
    bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D && bytes[index] != 0x0A
  }

  /// Edits in place and answers true when no line break is added, removed or touched; else changes nothing.
  mutating func replaceWithinLine(_ range: Range<Int>, with new: [UInt8]) -> Bool {
    guard bytes.count + new.count < 2 * Chunk.target || bytes.count > 8 * Chunk.target,
      !hasBreak(new, 0..<new.count), !hasBreak(bytes, range), bytes.count + new.count > range.count
    else { return false }
    // Only a line break between old and new text could change; text put after a final break starts a line.
    guard range.upperBound < bytes.count || !endsLine || range.upperBound > range.lowerBound else { return false }
    if range.lowerBound > 0, bytes[range.lowerBound - 1] == 0x0D { return false }
    let line = starts.lastPlace { $0 > range.lowerBound }
    // A last line that is emptied away is a line less.
    if new.isEmpty, line == starts.count - 1, Int(starts[line]) == range.lowerBound, range.upperBound == bytes.count {
      return false
    }
    bytes.replaceSubrange(range, with: new)
    let change = new.count - range.count
    if change != 0, line + 1 < starts.count {
      for next in line + 1..<starts.count { starts[next] = UInt32(clamping: Int(starts[next]) + change) }
    }
    setMilestones(from: range.lowerBound)
    return true
  }
}

/// How many characters begin in a stretch of bytes, and how many of them are four bytes long.
struct CharacterCount: Sendable {
  var count = 0
  var long = 0

  fileprivate mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
    bytes[range].withUnsafeBytes { bytes in
      var index = 0
      // Eight at a time: the lowest bit of each byte tells whether a character goes on there, and whether a long one begins.
      // Byte by byte these are summed over 31 blocks, so that the sum of a sum's bytes fits into one.
      let ones: UInt64 = 0x0101_0101_0101_0101
      while index + 8 <= bytes.count {
        let end = min(index + 31 * 8, bytes.count & ~7)
        count &+= end - index
        var (goingOn, longStarts) = (UInt64(0), UInt64(0))
        while index < end {
          let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let high = word >> 7 & ones
          let second = word >> 6
          goingOn &+= high & ~second
          longStarts &+= high & second & word >> 5 & word >> 4
          index += 8
        }
        count &-= Int((goingOn &* ones) >> 56)
        long &+= Int((longStarts &* ones) >> 56)
      }
      for byte in bytes[index...] {
        count &+= byte & 0xC0 == 0x80 ? 0 : 1
        long &+= byte >= 0xF0 ? 1 : 0
      }
    }
  }
}

extension Chunk {
  private static let milestone = 2048

  /// What is counted for a column, whatever the length of the line.
  func characters(in range: Range<Int>) -> CharacterCount {
    guard range.count > Chunk.milestone, !milestones.isEmpty else {
      var found = CharacterCount()
      found.add(bytes, range)
      return found
    }
    let (low, high) = (characters(before: range.lowerBound), characters(before: range.upperBound))
    return CharacterCount(count: high.count - low.count, long: high.long - low.long)
  }

  private func characters(before offset: Int) -> CharacterCount {
    let passed = min(offset / Chunk.milestone, milestones.count - 1)
    var found = milestones[passed]
    found.add(bytes, passed * Chunk.milestone..<offset)
    return found
  }

  private mutating func setMilestones(from offset: Int) {
    // Short lines are counted from their start.
    guard starts.count * Chunk.milestone < bytes.count else { return milestones.removeAll() }
    let first = milestones.isEmpty ? 0 : min(offset / Chunk.milestone, milestones.count - 1)
    var passed = milestones.isEmpty ? CharacterCount() : milestones[first]
    milestones.removeSubrange(min(first, milestones.count)...)
    for start in stride(from: first * Chunk.milestone, to: bytes.count, by: Chunk.milestone) {
      milestones.append(passed)
      passed.add(bytes, start..<min(start + Chunk.milestone, bytes.count))
    }
  }
}

/// Where lines start in `bytes`; an empty line after a final break is not counted, as the next chunk may hold its text.
private func lineStarts(of bytes: [UInt8]) -> [UInt32] {
  guard !bytes.isEmpty else { return [] }
  var starts: [UInt32] = [0]
  let span = bytes.span
  for block in stride(from: 0, to: span.count, by: 64) {
    let bytes = SixtyFourBytes(span, at: block)
    var breaks = bytes.bits(bytes.equal(to: 0x0A) | bytes.equal(to: 0x0D))
    while breaks != 0 {
      let index = block + breaks.trailingZeroBitCount + 1
      breaks &= breaks &- 1
      guard index < span.count, span[index - 1] == 0x0A || span[index] != 0x0A else { continue }
      starts.append(UInt32(clamping: index))
    }
  }
  return starts
}

private func hasBreak(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
  bytes[range].contains { $0 == 0x0A || $0 == 0x0D }
}
