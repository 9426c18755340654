extension [UInt8] {
  /// The first double quote or backslash at or after an index, or `count`.
  func index(ofQuoteOrBackslashFrom start: Int) -> Int {
    self[...].index(of: UInt8(ascii: "\""), or: UInt8(ascii: "\\"), from: start)
  }

  /// True where exactly that stands there.
  @inline(__always)
  func holds(_ text: StaticString, from start: Int, to end: Int) -> Bool {
    guard end - start == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in
      for offset in text.indices where self[start + offset] != text[offset] { return false }
      return true
    }
  }

  /// True where the bytes are well-formed UTF-8; 64 bytes a step where all are ASCII.
  var isUTF8: Bool {
    withUnsafeBytes { bytes in
      var at = 0
      while at + 64 <= bytes.count {
        let block = at
        at += 64
        guard SixtyFour(bytes, at: block).areBeyondASCII else { continue }
        // A bit for each byte that is.
        var beyond: UInt64 = 0
        for place in stride(from: 0, to: 64, by: 8) {
          let high = eightBytes(bytes, block + place) & (everyByte << 7)
          beyond |= ((high &* 0x0002_0408_1020_4081) &>> 56) &<< UInt64(place)
        }
        while beyond != 0 {
          let place = beyond.trailingZeroBitCount
          let length = characterLength(bytes, block + place)
          if length == 0 { return false }
          at = Swift.max(at, block + place + length)
          beyond &= ~0 << UInt64(place + length)
        }
      }
      while at < bytes.count {
        if at + 8 <= bytes.count, eightBytes(bytes, at) & (everyByte << 7) == 0 {
          at += 8
          continue
        }
        let length = characterLength(bytes, at)
        if length == 0 { return false }
        at += length
      }
      return true
    }
  }
}

extension ArraySlice<UInt8> {
  /// The first backslash at or after an index, or `endIndex`.
  func index(ofBackslashFrom start: Int) -> Int {
    index(of: UInt8(ascii: "\\"), or: UInt8(ascii: "\\"), from: start)
  }

  /// The first of two bytes at or after an index, or `endIndex`; 64 bytes a step, in half the time where both are the same.
  @inline(__always)
  func index(of first: UInt8, or second: UInt8, from start: Int) -> Int {
    withUnsafeBytes { bytes in
      var at = start - startIndex
      while at + 64 <= bytes.count, !SixtyFour(bytes, at: at).hold(first, or: second) { at += 64 }
      while at + 8 <= bytes.count {
        let word = eightBytes(bytes, at)
        let hits = zeroBytes(word ^ UInt64(first) &* everyByte) | zeroBytes(word ^ UInt64(second) &* everyByte)
        if hits != 0 { return startIndex + at + hits.trailingZeroBitCount / 8 }
        at += 8
      }
      while at < bytes.count, bytes[at] != first, bytes[at] != second { at += 1 }
      return startIndex + Swift.min(at, bytes.count)
    }
  }
}

/// Sixty-four bytes, to be asked at once; in four parts, as the compiler takes a whole apart into single words.
private struct SixtyFour: BitwiseCopyable {
  private typealias Quarter = SIMD16<UInt8>

  private let first: Quarter
  private let second: Quarter
  private let third: Quarter
  private let fourth: Quarter

  /// The bytes from an index on, all of which must be there.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, at index: Int) {
    self = bytes.loadUnaligned(fromByteOffset: index, as: SixtyFour.self)
  }

  /// True where any of them is one of the two.
  @inline(__always)
  func hold(_ one: UInt8, or other: UInt8) -> Bool {
    let (one, other) = (Quarter(repeating: one), Quarter(repeating: other))
    let ones: SIMDMask<SIMD16<Int8>> = first .== one .| second .== one .| third .== one .| fourth .== one
    let others: SIMDMask<SIMD16<Int8>> = first .== other .| second .== other .| third .== other .| fourth .== other
    return SixtyFour.hasHighBit(unsafeBitCast(ones .| others, to: Quarter.self))
  }

  /// True where any of them is.
  @inline(__always)
  var areBeyondASCII: Bool { SixtyFour.hasHighBit(first | second | third | fourth) }

  @inline(__always)
  private static func hasHighBit(_ bytes: Quarter) -> Bool {
    let halves = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    return (halves[0] | halves[1]) & (everyByte << 7) != 0
  }
}

/// How many bytes the character at an index has; 0 where they are not well-formed.
private func characterLength(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
  func follows(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    at + distance < bytes.count && range.contains(bytes[at + distance])
  }
  switch bytes[at] {
  case 0x00...0x7F: return 1
  case 0xC2...0xDF: return follows(1) ? 2 : 0
  // Neither what fewer bytes could say nor halves of characters, nor anything beyond U+10FFFF.
  case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
  case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
  case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
  case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
  case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
  case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
  default: return 0
  }
}

private let everyByte: UInt64 = 0x0101_0101_0101_0101

/// The eight bytes at an index, all of which must be there, the first lowest.
@inline(__always)
private func eightBytes(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
  UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
}

/// The high bit of each byte that is zero; a byte above a zero one may be marked too, one below never.
private func zeroBytes(_ word: UInt64) -> UInt64 {
  (word &- everyByte) & ~word & (everyByte << 7)
}
