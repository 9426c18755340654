extension JSON {
  /// The text of a string, with U+FFFD for what is not Unicode; nil for anything else.
  package var string: String? { place(of: .string).map(source.string) }

  /// The text of a string as valid UTF-8, copied once, with U+FFFD for what is not Unicode; nil for anything else.
  package var utf8: [UInt8]? {
    guard let place = place(of: .string) else { return nil }
    if let long = source.longText(at: place) { return long.utf8 }
    let raw = source.raw(place)
    return repaired(place.isEscaped ? unescaped(raw) : Array(raw))
  }

  /// The same in pieces that end with a line break, each of about 16 KB unless a line is longer.
  package var pieces: [[UInt8]]? {
    guard let place = place(of: .string) else { return nil }
    if let long = source.longText(at: place) { return long.pieces }
    return place.isEscaped
      ? unescapedPieces(of: source.raw(place), about: LongText.piece).map(repaired)
      : [repaired(Array(source.raw(place)))]
  }

  /// The number cut to a whole one and to the range of `Int`; nil for what is not a number.
  package var int: Int? {
    guard let place = place(of: .number) else { return nil }
    let isNegative = source.bytes[Int(place.start)] == UInt8(ascii: "-")
    var magnitude = 0
    for index in Int(place.start) + (isNegative ? 1 : 0)..<Int(place.end) {
      let digit = source.bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return double.map(whole) }
      let (shifted, overflows) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) = shifted.addingReportingOverflow(Int(digit))
      if overflows || overflowsToo { return isNegative ? .min : .max }
      magnitude = sum
    }
    return isNegative ? -magnitude : magnitude
  }

  /// The number; infinite where it is too large, nil for what is not a number.
  package var double: Double? {
    number.flatMap { Double(String(decoding: $0, as: UTF8.self)) }
  }

  /// The number as it was written; nil for anything else.
  package var numberText: String? {
    number.map { String(decoding: $0, as: UTF8.self) }
  }

  private var number: ArraySlice<UInt8>? { place(of: .number).map(source.raw) }

  private func place(of kind: Kind) -> Place? {
    self.kind == kind ? source.nodes[index].place : nil
  }

  private func whole(_ value: Double) -> Int {
    if value.isNaN { return 0 }
    if value >= 0x1p63 { return .max }
    return value <= -0x1p63 ? .min : Int(value)
  }
}

func repaired(_ text: [UInt8]) -> [UInt8] {
  text.isUTF8 ? text : Array(String(decoding: text, as: UTF8.self).utf8)
}

func unescaped(_ raw: ArraySlice<UInt8>) -> [UInt8] {
  unescapedPieces(of: raw, about: .max).first ?? []
}

func unescapedPieces(of raw: ArraySlice<UInt8>, about size: Int) -> [[UInt8]] {
  var text = Unescaping(of: raw.count, inPiecesOf: size)
  text.add(raw)
  return text.takePieces(all: true)
}

/// Puts what they stand for in the place of a string's escapes, in pieces that end with a line break where they can.
struct Unescaping {
  private let size: Int
  /// How many bytes are to come.
  private var left: Int
  private var pieces: [[UInt8]] = []
  private var text: [UInt8] = []

  init(of count: Int, inPiecesOf size: Int) {
    (left, self.size) = (count, size)
  }

  /// Takes more of the string, which may not end within an escape.
  mutating func add(_ raw: ArraySlice<UInt8>) {
    if text.isEmpty { text.reserveCapacity(min(size, left)) }
    var at = raw.startIndex
    while at < raw.endIndex {
      let backslash = raw.index(ofBackslashFrom: at)
      // A line that does not fit begins the next piece, and there is room for an average one that is cut up by escapes.
      if text.count + max(backslash - at, 512) > size, text.last == 0x0A {
        pieces.append(text)
        text = []
        text.reserveCapacity(min(size, left - (at - raw.startIndex)))
      }
      // Where two line breaks follow each other nothing lies between.
      if at < backslash { text.append(contentsOf: raw[at..<backslash]) }
      guard backslash + 1 < raw.endIndex else { break }
      at = backslash + 2
      switch raw[backslash + 1] {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "u"): text.append(contentsOf: scalar(in: raw, at: &at).utf8)
      case let other: text.append(other)
      }
    }
    left -= raw.count
  }

  /// Hands over the pieces that are whole, or all.
  mutating func takePieces(all: Bool) -> [[UInt8]] {
    if all { pieces.append(text) }
    defer { pieces = [] }
    return pieces
  }
}

/// Reads the four digits after `\u`, and a second escape where the two are halves of one character.
private func scalar(in raw: ArraySlice<UInt8>, at: inout Int) -> Character {
  guard let first = hexadecimal(in: raw, from: at) else { return "\u{FFFD}" }
  at += 4
  if let scalar = Unicode.Scalar(first) { return Character(scalar) }
  guard first < 0xDC00, at + 1 < raw.endIndex, raw[at] == UInt8(ascii: "\\"),
    raw[at + 1] == UInt8(ascii: "u"), let second = hexadecimal(in: raw, from: at + 2),
    (0xDC00...0xDFFF).contains(second)
  else { return "\u{FFFD}" }
  at += 6
  let joined = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
  return Character(Unicode.Scalar(joined) ?? "\u{FFFD}")
}

private func hexadecimal(in raw: ArraySlice<UInt8>, from start: Int) -> UInt32? {
  guard start + 4 <= raw.endIndex else { return nil }
  var value: UInt32 = 0
  for byte in raw[start..<start + 4] {
    guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
    value = value << 4 | UInt32(digit)
  }
  return value
}
