/// Eight bytes of a text in one number, to be asked at once; an answer has the high bit of each byte it speaks of.
///
/// Inlinable, since a call across modules costs more than what is asked here.
@frozen
@usableFromInline
package struct EightBytes {
  @usableFromInline let word: UInt64

  /// The bytes at `index` and behind it, all of which must be there.
  @inlinable
  package init(_ bytes: Span<UInt8>, at index: Int) {
    word = UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Those that are `byte`.
  @inlinable
  package func equal(to byte: UInt8) -> UInt64 {
    let other = word ^ EightBytes.each(byte)
    return ~((other & EightBytes.low) &+ EightBytes.low | other) & EightBytes.high
  }

  /// Those from `first` to `last`, both ASCII.
  @inlinable
  package func between(_ first: UInt8, _ last: UInt8) -> UInt64 {
    // Adding carries into the high bit of a byte from `first` on, and from the one after `last` on.
    let sevenBits = word & EightBytes.low
    let notBelow = sevenBits &+ EightBytes.each(0x80 &- first)
    let above = sevenBits &+ EightBytes.each(0x7F &- last)
    return notBelow & ~above & ~word & EightBytes.high
  }

  /// Those outside ASCII.
  @inlinable
  package var beyondASCII: UInt64 { word & EightBytes.high }

  /// Those with which no character begins.
  @inlinable
  package var continuations: UInt64 { word & ~(word &<< 1) & EightBytes.high }

  /// Those with which a character of four bytes begins.
  @inlinable
  package var longStarts: UInt64 { word & (word &<< 1) & (word &<< 2) & (word &<< 3) & EightBytes.high }

  /// The first byte that an answer speaks of, which must be one at least.
  @inlinable
  package static func first(in answer: UInt64) -> Int { answer.trailingZeroBitCount / 8 }

  @inlinable
  static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  @inlinable
  static var low: UInt64 { 0x7F7F_7F7F_7F7F_7F7F }

  @inlinable
  static var high: UInt64 { 0x8080_8080_8080_8080 }
}
