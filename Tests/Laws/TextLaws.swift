import Support
import Syntax
import Testing

/// A text in chunks is its bytes, whatever is done to it.
@Suite struct TextLaws {
  @Test(arguments: [40, 3_000, 120_000])
  func replacingEqualsAPlainSplice(size: Int) {
    var dice = Dice("splice \(size)")
    var bytes = (0..<size).map { _ in randomByte(&dice) }
    var text = Text(bytes)
    for step in 0..<100 {
      let low = dice.below(bytes.count + 1)
      let high = min(low + dice.below(dice.once(in: 10) ? bytes.count + 1 : 6), bytes.count)
      let words = (0..<dice.below(dice.once(in: 15) ? 50_000 : 5)).map { _ in randomByte(&dice) }
      bytes.replaceSubrange(low..<high, with: words)
      text.replace(low..<high, with: words)
      expect(text, is: bytes, &dice, "step \(step)")
    }
  }

  /// A text that comes in pieces, wherever it was cut, is the text that comes in one, and is edited as that is.
  @Test(arguments: [40, 3_000, 120_000])
  func piecesEqualTheWhole(size: Int) {
    var dice = Dice("pieces \(size)")
    for _ in 0..<10 {
      var bytes = (0..<size).map { _ in randomByte(&dice) }
      var pieces: [[UInt8]] = []
      var start = 0
      while start < size {
        var end = min(start + 1 + dice.below(dice.once(in: 3) ? size : 60), size)
        if dice.once(in: 2), let lineFeed = bytes[end...].firstIndex(of: 0x0A) { end = lineFeed + 1 }
        pieces.append(Array(bytes[start..<end]))
        start = end
      }
      let half = dice.below(pieces.count + 1)
      let halves = Text(joining: [Text(pieces: Array(pieces[..<half])), Text(pieces: Array(pieces[half...]))])
      expect(halves, is: bytes, &dice, "in \(pieces.count) pieces, half of which were \(half)")
      var text = Text(pieces: pieces)
      expect(text, is: bytes, &dice, "in \(pieces.count) pieces")
      let low = dice.below(size)
      bytes.replaceSubrange(low..<low, with: [0x0D])
      text.replace(low..<low, with: [0x0D])
      expect(text, is: bytes, &dice, "edited at \(low)")
    }
    #expect(Text(joining: []) == Text())
    #expect(Text(pieces: []) == Text() && Text(pieces: [[], []]).lineCount == 1)
  }

  @Test func numbersFromOutsideAreClamped() {
    var text = Text("one\ntwo")
    text.replace(-5..<100, with: Array("a\r\nb".utf8))
    #expect(text == Text("a\r\nb"))
    #expect(text.lineStart(-1) == 0)
    #expect(text.lineStart(99) == 4)
    #expect(text.line(at: -1) == 0)
    #expect(text.line(at: 99) == 1)
    #expect(text.bytes(in: 3..<Int.max) == Array("b".utf8))
    #expect(text.lineRange(7).isEmpty)
    #expect(text.byte(at: 4) == nil)
  }

  @Test func anEmptyTextHasOneLine() {
    #expect(Text().lineCount == 1)
    #expect(Text("\n").lineCount == 2)
    #expect(Text("\r\n").contentRange(ofLine: 0).isEmpty)
  }

  /// However many bytes are counted at once, in short lines and in long ones.
  @Test func charactersAreCountedByTheirFirstBytes() {
    var dice = Dice("characters")
    for isLong in [false, true] {
      let mixed: [UInt8] = (0..<50_000).map { _ in
        dice.once(in: isLong ? 20_000 : 300) ? 0x0A : dice.pick([0x61, 0x7F, 0x80, 0xBF, 0xC3, 0xE2, 0xEF, 0xF0, 0xFF])
      }
      for bytes in [mixed, [UInt8](repeating: 0x80, count: 50_000), [UInt8](repeating: 0xF0, count: 50_000)] {
        let text = Text(bytes)
        for most in [20, 300, 3_000, 50_000] {
          let start = dice.below(bytes.count)
          let range = start..<min(start + dice.below(most), bytes.count)
          let found = text.characters(in: range)
          #expect(found.count == bytes[range].count { $0 & 0xC0 != 0x80 })
          #expect(found.long == bytes[range].count { $0 >= 0xF0 })
        }
      }
    }
  }

  /// Line breaks and their halves are as common as letters.
  private func randomByte(_ dice: inout Dice) -> UInt8 { dice.pick([0x0A, 0x0D, 0x61, 0x62, 0x20, 0xE2, 0x80, 0x9C]) }

  private func expect(_ text: Text, is bytes: [UInt8], _ dice: inout Dice, _ step: Comment) {
    let starts = lineStarts(of: bytes)
    #expect(text.count == bytes.count, step)
    #expect(text.lineCount == starts.count, step)
    // Compared whole once in a while, else by samples.
    if dice.once(in: 10) || bytes.count < 5_000 { #expect(text.allBytes == bytes, step) }
    for _ in 0..<12 {
      let line = dice.below(starts.count)
      let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
      #expect(text.lineRange(line) == starts[line]..<end, step)
      let content = text.contentRange(ofLine: line)
      #expect(bytes[content].allSatisfy { $0 != 0x0A && $0 != 0x0D }, step)
      let offset = dice.below(bytes.count + 1)
      #expect(text.line(at: offset) == (starts.lastIndex { $0 <= offset } ?? 0), step)
      #expect(text.byte(at: offset) == (offset < bytes.count ? bytes[offset] : nil), step)
      let range = offset..<min(offset + dice.below(40), bytes.count)
      #expect(text.bytes(in: range) == Array(bytes[range]), step)
    }
  }

  private func lineStarts(of bytes: [UInt8]) -> [Int] {
    [0]
      + bytes.indices.filter {
        bytes[$0] == 0x0A || bytes[$0] == 0x0D && ($0 + 1 == bytes.count || bytes[$0 + 1] != 0x0A)
      }.map { $0 + 1 }
  }
}
