/// `date`, a date value, and perhaps the first words of the body; it starts an entry.
func dateLine(_ words: LineWords, _ state: LineState) -> Form? {
  state.isBlockStart ? dateParts(words).map(Form.date) : nil
}

/// Takes a date line apart whatever stands above it.
func dateParts(_ words: LineWords) -> DateLine? {
  guard let key = keyed(words), key.word.is("date") else { return nil }
  let value = key.value.word()
  guard dateValue(value) else { return nil }
  let body = key.value.dropping(value.count)
  return DateLine(
    key: key.word.extent, hasColon: key.hasColon, value: value.extent, body: body.isEmpty ? nil : body.extent)
}

/// True for `YYYY-MM`, `YYYY-MM-DD` and either with a time; whether the day exists is not asked.
func dateValue(_ value: LineWords) -> Bool {
  var rest = Pattern(value)
  guard rest.digits(4), rest.byte("-"), rest.digits(2) else { return false }
  if rest.isAtEnd { return true }
  guard rest.byte("-"), rest.digits(2) else { return false }
  if rest.isAtEnd { return true }
  guard rest.byte("T"), rest.digits(2), rest.byte(":"), rest.digits(2) else { return false }
  if rest.byte(":"), !rest.digits(2) { return false }
  if rest.isAtEnd { return true }
  if rest.byte("Z") { return rest.isAtEnd }
  guard rest.byte("+") || rest.byte("-") else { return false }
  return rest.digits(2) && rest.byte(":") && rest.digits(2) && rest.isAtEnd
}

/// Consumes bytes from the front of some words.
struct Pattern {
  private let words: LineWords
  private var offset = 0

  init(_ words: LineWords) { self.words = words }

  var isAtEnd: Bool { offset == words.count }

  /// Consumes that byte, or nothing.
  mutating func byte(_ scalar: Unicode.Scalar) -> Bool {
    guard words[offset] == UInt8(ascii: scalar) else { return false }
    offset += 1
    return true
  }

  /// Consumes that many ASCII digits, or nothing.
  mutating func digits(_ count: Int) -> Bool {
    for index in offset..<offset + count {
      guard let byte = words[index], byte >= 0x30, byte <= 0x39 else { return false }
    }
    offset += count
    return true
  }
}
