extension [UInt8] {
  /// The first double quote or backslash at or after an index, or `count`; eight bytes a step.
  func index(ofQuoteOrBackslashFrom start: Int) -> Int {
    self[...].index(of: UInt8(ascii: "\""), or: UInt8(ascii: "\\"), from: start)
  }

  /// True where the bytes are well-formed UTF-8.
  var isUTF8: Bool {
    (try? UTF8Span(validating: span)) != nil
  }
}

extension ArraySlice<UInt8> {
  /// The first backslash at or after an index, or `endIndex`.
  func index(ofBackslashFrom start: Int) -> Int {
    index(of: UInt8(ascii: "\\"), or: UInt8(ascii: "\\"), from: start)
  }

  /// The first of two bytes at or after an index, or `endIndex`; eight bytes a step.
  func index(of first: UInt8, or second: UInt8, from start: Int) -> Int {
    withUnsafeBytes { bytes in
      var at = start - startIndex
      let firstEverywhere = UInt64(first) &* everyByte
      let secondEverywhere = UInt64(second) &* everyByte
      while at + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        let hits = zeroBytes(word ^ firstEverywhere) | zeroBytes(word ^ secondEverywhere)
        if hits != 0 { return startIndex + at + hits.trailingZeroBitCount / 8 }
        at += 8
      }
      while at < bytes.count, bytes[at] != first, bytes[at] != second { at += 1 }
      return startIndex + Swift.min(at, bytes.count)
    }
  }
}

private let everyByte: UInt64 = 0x0101_0101_0101_0101

/// The high bit of each byte that is zero; a byte above a zero one may be marked too, one below never.
private func zeroBytes(_ word: UInt64) -> UInt64 {
  (word &- everyByte) & ~word & (everyByte << 7)
}
