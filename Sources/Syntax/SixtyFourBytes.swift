/// Sixty-four bytes of a text, to be asked at once as eight are, with fewer steps; what follows the text reads as zero.
@frozen
@usableFromInline
package struct SixtyFourBytes {
  @usableFromInline let words: SIMD8<UInt64>
  /// How many bytes they begin before the place that was asked for.
  @usableFromInline let early: UInt64

  /// The bytes from `index` on, one of which must be there.
  @inlinable @inline(__always)
  package init(_ bytes: Span<UInt8>, at index: Int) {
    let last = bytes.count - 64
    guard last >= 0 else {
      (words, early) = (SixtyFourBytes.few(bytes, at: index), 0)
      return
    }
    words = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: min(index, last), as: SIMD8<UInt64>.self)
    early = UInt64(max(index &- last, 0))
  }

  @usableFromInline
  static func few(_ bytes: Span<UInt8>, at index: Int) -> SIMD8<UInt64> {
    var words = SIMD8<UInt64>()
    for (lane, place) in stride(from: index, to: bytes.count, by: 8).enumerated() {
      if place + 8 <= bytes.count {
        words[lane] = EightBytes(bytes, at: place).word
      } else {
        for last in (place..<bytes.count).reversed() { words[lane] = words[lane] &<< 8 | UInt64(bytes[last]) }
      }
    }
    return words
  }

  /// Has the high bit of each byte that is not `byte`; the bits that are common to several speak of what is none of them.
  @inlinable @inline(__always)
  package func others(than byte: UInt8) -> SIMD8<UInt64> {
    let low = SIMD8(repeating: EightBytes.low)
    let differ = (words & low ^ SIMD8(repeating: EightBytes.each(byte & 0x7F))) &+ low
    return differ | (byte < 0x80 ? words : ~words)
  }

  /// A bit for each byte from `first` to `last`, both ASCII, the first lowest; see `EightBytes.between`.
  @inlinable @inline(__always)
  package func bits(from first: UInt8, through last: UInt8) -> UInt64 {
    let sevenBits = words & SIMD8(repeating: EightBytes.low)
    let notBelow = sevenBits &+ SIMD8(repeating: EightBytes.each(0x80 &- first))
    let above = sevenBits &+ SIMD8(repeating: EightBytes.each(0x7F &- last))
    return SixtyFourBytes.gathered(notBelow & ~above & ~words & SIMD8(repeating: EightBytes.high)) &>> early
  }

  /// A bit for each byte that is not one of the others, the first lowest.
  @inlinable @inline(__always)
  package func bits(butFor others: SIMD8<UInt64>) -> UInt64 {
    let answer = ~others & SIMD8(repeating: EightBytes.high)
    let halves = answer.lowHalf | answer.highHalf
    let quarters = halves.lowHalf | halves.highHalf
    guard quarters[0] | quarters[1] != 0 else { return 0 }
    return SixtyFourBytes.gathered(answer) &>> early
  }

  @usableFromInline
  static func gathered(_ answer: SIMD8<UInt64>) -> UInt64 {
    var bits: UInt64 = 0
    for lane in 0..<8 { bits |= EightBytes.gathered(answer[lane]) &<< (8 * UInt64(lane)) }
    return bits
  }
}
