/// Which letters words begin with, capital or small: a look at them spares most looks at the words.
package struct Initials: Sendable {
  private var bits: UInt32 = 0

  /// Those of all words between blanks.
  package init(ofWordsIn text: String) {
    var isStart = true
    for byte in text.utf8 {
      if isStart { bits |= Initials.bits(byte) }
      isStart = byte == 0x20
    }
  }

  /// The first of a text.
  package init(of text: String) { bits = text.utf8.first.map(Initials.bits) ?? ~0 }

  /// False where no word begins with the same letter; one beyond ASCII may be the same as any.
  package func mayHold(_ other: Initials) -> Bool { bits & other.bits != 0 }

  private static func bits(_ byte: UInt8) -> UInt32 {
    if byte >= 0x80 { return ~0 }
    let letter = (byte | 0x20) &- 0x61
    return letter < 26 ? 1 << UInt32(letter) : 1 << 26
  }
}
