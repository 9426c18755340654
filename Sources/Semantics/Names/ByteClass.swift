/// What a byte may be at the start of a word.
enum ByteClass: UInt8 {
  case blank, letter, digit, mark
  /// The first byte of a character outside ASCII.
  case lead
}

func byteClass(_ byte: UInt8) -> ByteClass {
  if (byte | 0x20) &- 0x61 < 26 { return .letter }
  if byte <= 0x20 { return .blank }
  if byte >= 0x80 { return .lead }
  if isDigit(byte) { return .digit }
  return byte == UInt8(ascii: "_") ? .letter : byte == 0x7F ? .blank : .mark
}

/// The small letter for an ASCII capital, any other byte as it is.
package func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// Bytes of the character that begins with `lead`; 1 for a byte that begins none.
func scalarLength(_ lead: UInt8) -> Int {
  switch lead {
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: 1
  }
}

/// True for `’` at `index`.
func isApostrophe(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
  index + 2 < end && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
}

/// Whether a character outside ASCII is a letter, a mark or a blank, judged by its block.
func scalarClass(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> ByteClass {
  let lead = bytes[index]
  // A character cut short would never be taken up whole, so it must not begin a word.
  guard index + scalarLength(lead) <= end else { return .mark }
  let second = index + 1 < end ? bytes[index + 1] : 0
  let third = index + 2 < end ? bytes[index + 2] : 0
  switch lead {
  case 0x80...0xBF: return .letter
  case 0xC2: return second == 0xA0 || second == 0xAD ? .blank : second == 0xAA || second == 0xBA ? .letter : .mark
  case 0xC3: return second == 0x97 || second == 0xB7 ? .mark : .letter
  case 0xE2:
    guard second == 0x80 else { return second >= 0xB0 ? .letter : .mark }
    return third <= 0x8F || third == 0xA8 || third == 0xA9 || third == 0xAF ? .blank : .mark
  case 0xE3: return second == 0x80 ? (third == 0x80 ? .blank : .mark) : .letter
  case 0xEF: return second == 0xBB && third == 0xBF ? .blank : second >= 0xBC ? .mark : .letter
  case 0xF0...0xFF: return .mark
  default: return .letter
  }
}

/// Adds a letter outside ASCII in its small form and answers whether it was a capital.
func addScalar(_ bytes: Span<UInt8>, _ index: Int, _ length: Int, to key: inout Fingerprint) -> Bool {
  if bytes[index] == 0xC3, length == 2 {
    let second = bytes[index + 1]
    let isCapital = second >= 0x80 && second <= 0x9E
    key.add(0xC3)
    key.add(isCapital ? second + 0x20 : second)
    return isCapital
  }
  guard length <= 3, let scalar = scalar(bytes, index, length), scalar.properties.isAlphabetic else {
    for offset in 0..<length { key.add(bytes[index + offset]) }
    return false
  }
  let small = scalar.properties.lowercaseMapping
  for byte in small.utf8 { key.add(byte) }
  return scalar.properties.isUppercase
}

private func scalar(_ bytes: Span<UInt8>, _ index: Int, _ length: Int) -> Unicode.Scalar? {
  var value: UInt32
  switch length {
  case 2: value = UInt32(bytes[index] & 0x1F)
  case 3: value = UInt32(bytes[index] & 0x0F)
  default: return nil
  }
  for offset in 1..<length {
    guard bytes[index + offset] & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
  }
  return Unicode.Scalar(value)
}

/// What a mark tells about the word behind it.
enum MarkSense {
  /// Ends a sentence.
  case stop
  /// An opening quotation mark.
  case opening
  case straightQuote, colon, dash, bullet
  /// A bracket or a closing mark: the word behind it is judged by what stands before it.
  case neutral
  case separating
}

func markSense(_ bytes: Span<UInt8>, _ index: Int, _ length: Int) -> MarkSense {
  if length == 1 {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .stop
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return .straightQuote
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: "-"): return .dash
    case UInt8(ascii: "*"), UInt8(ascii: "|"): return .bullet
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): return .neutral
    default: return .separating
    }
  }
  if length == 2 { return bytes[index] == 0xC2 && bytes[index + 1] == 0xAB ? .opening : .neutral }
  guard length == 3, bytes[index] == 0xE2 else { return .neutral }
  switch (bytes[index + 1], bytes[index + 2]) {
  case (0x80, 0x9C), (0x80, 0x98), (0x80, 0x9E), (0x80, 0x9A): return .opening
  case (0x80, 0xA6): return .stop
  case (0x80, 0x92...0x95): return .dash
  case (0x80, 0xA2), (0x97, _), (0x96, _): return .bullet
  default: return .neutral
  }
}
