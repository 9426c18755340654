/// Sixty-four bytes of a text, to be asked at once as eight are, with fewer steps; what follows the text reads as zero.
@frozen
@usableFromInline
package struct SixtyFourBytes {
  @usableFromInline let bytes: Quarters
  /// How many bytes they begin before the place that was asked for.
  @usableFromInline let early: UInt64

  /// The bytes from `index` on, one of which must be there.
  @inlinable @inline(__always)
  package init(_ text: Span<UInt8>, at index: Int) {
    let last = text.count - 64
    guard last >= 0 else {
      (bytes, early) = (SixtyFourBytes.few(text, at: index), 0)
      return
    }
    bytes = text.bytes.unsafeLoadUnaligned(fromByteOffset: min(index, last), as: Quarters.self)
    early = UInt64(max(index &- last, 0))
  }

  @usableFromInline
  static func few(_ text: Span<UInt8>, at index: Int) -> Quarters {
    var words = SIMD8<UInt64>()
    for (lane, place) in stride(from: index, to: text.count, by: 8).enumerated() {
      if place + 8 <= text.count {
        words[lane] = EightBytes(text, at: place).word
      } else {
        for last in (place..<text.count).reversed() { words[lane] = words[lane] &<< 8 | UInt64(text[last]) }
      }
    }
    return Quarters(words)
  }

  /// Those that are `byte`.
  @inlinable @inline(__always)
  package func equal(to byte: UInt8) -> Quarters {
    let same = Quarter(repeating: byte)
    return Quarters(
      Quarters.all(bytes.first .== same), Quarters.all(bytes.second .== same), Quarters.all(bytes.third .== same),
      Quarters.all(bytes.fourth .== same))
  }

  /// Those from `first` to `last`.
  @inlinable @inline(__always)
  package func between(_ first: UInt8, _ last: UInt8) -> Quarters {
    let (start, most) = (Quarter(repeating: first), Quarter(repeating: last &- first))
    return Quarters(
      Quarters.all(bytes.first &- start .<= most), Quarters.all(bytes.second &- start .<= most),
      Quarters.all(bytes.third &- start .<= most), Quarters.all(bytes.fourth &- start .<= most))
  }

  /// A bit for each of those bytes, the first lowest.
  @inlinable @inline(__always)
  package func bits(_ those: Quarters) -> UInt64 { those.gathered &>> early }
}

@usableFromInline
package typealias Quarter = SIMD16<UInt8>

/// Sixty-four bytes, or an answer about them with all the bits of those it speaks of.
///
/// In four parts, as the compiler takes a whole apart into single words.
@frozen
@usableFromInline
package struct Quarters: BitwiseCopyable {
  @usableFromInline let first: Quarter
  @usableFromInline let second: Quarter
  @usableFromInline let third: Quarter
  @usableFromInline let fourth: Quarter

  @inlinable @inline(__always)
  init(_ first: Quarter, _ second: Quarter, _ third: Quarter, _ fourth: Quarter) {
    self.first = first
    self.second = second
    self.third = third
    self.fourth = fourth
  }

  init(_ words: SIMD8<UInt64>) {
    func quarter(_ lane: Int) -> Quarter { unsafeBitCast(SIMD2(words[lane], words[lane + 1]), to: Quarter.self) }
    self.init(quarter(0), quarter(2), quarter(4), quarter(6))
  }

  @inlinable @inline(__always)
  package static func | (left: Quarters, right: Quarters) -> Quarters {
    Quarters(
      left.first | right.first, left.second | right.second, left.third | right.third, left.fourth | right.fourth)
  }

  @inlinable @inline(__always)
  static func all(_ lanes: SIMDMask<SIMD16<Int8>>) -> Quarter { unsafeBitCast(lanes, to: Quarter.self) }

  /// One bit of each byte, side by side.
  @inlinable @inline(__always)
  var gathered: UInt64 {
    // Each byte of the sum has a bit of each eight bytes, the lowest of the first; then these eight by eight are turned over.
    let parts: Quarter =
      first & Quarter(repeating: 1) | second & Quarter(repeating: 4) | third & Quarter(repeating: 16)
      | fourth & Quarter(repeating: 64)
    let halves = unsafeBitCast(parts, to: SIMD2<UInt64>.self)
    let bits = halves[0] | halves[1] &<< 1
    if bits == 0 { return 0 }
    let pairs = Quarters.swapped(bits, 7, 0x00AA_00AA_00AA_00AA)
    return Quarters.swapped(Quarters.swapped(pairs, 14, 0x0000_CCCC_0000_CCCC), 28, 0xF0F0_F0F0)
  }

  /// Those of the bits in `mask` and those so far above them have changed places.
  @inlinable @inline(__always)
  static func swapped(_ bits: UInt64, _ distance: UInt64, _ mask: UInt64) -> UInt64 {
    let differ = (bits ^ bits &>> distance) & mask
    return bits ^ differ ^ differ &<< distance
  }
}
