/// Reads the lines of one passage; total, and each line's form depends only on its start and on what is open above it.
package func parse(_ source: Source, _ state: inout LineState) -> [Line] {
  var lines: [Line] = []
  parse(source, &state, to: &lines)
  return lines
}

/// The same, in the place of the lines of another passage.
package func parse(_ source: Source, _ state: inout LineState, to lines: inout [Line]) {
  lines.removeAll(keepingCapacity: true)
  for line in source.lines {
    let form = form(of: LineWords(source.bytes, line.words), &state)
    lines.append(Line(extent: Extent(line.start, line.end), form: form))
  }
}

/// What the line is; prose where it is nothing else.
private func form(of words: LineWords, _ state: inout LineState) -> Form {
  let form = plainProse(words, state) ?? markup(words, state) ?? prose(words, state)
  state.pass(form)
  return form
}

/// What nearly every line is, told by its first bytes: it begins as no other form does and as nothing that is nearly one.
private func plainProse(_ words: LineWords, _ state: LineState) -> Form? {
  guard let first = words.first, !state.isAfterEnd else { return nil }
  let opens = !state.isInParagraph
  switch first {
  // `Date: …` and `ENDS`.
  case UInt8(ascii: "D"): guard let next = words[1], next | 0x20 != UInt8(ascii: "a") else { return nil }
  case UInt8(ascii: "E"): guard let next = words[1], next != UInt8(ascii: "N") else { return nil }
  // Keys, which only `correction` and `date` are where a line goes on with a paragraph.
  case UInt8(ascii: "a")...UInt8(ascii: "z"):
    guard !opens, first != UInt8(ascii: "c"), first != UInt8(ascii: "d"), !state.isStylebook else { return nil }
  // Dashes before a name.
  case 0xE2: guard words[1] != 0x80 || words[2] != 0x93 && words[2] != 0x94 else { return nil }
  case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "\\"): return nil
  default: break
  }
  return .prose(text: words.extent, opens: opens, missed: nil)
}

/// The ordered list of line forms: the first that fits is what the line is.
private func markup(_ words: LineWords, _ state: LineState) -> Form? {
  blank(words)
    ?? comment(words)
    ?? dateLine(words, state)
    ?? notes(words, state)
    ?? endMark(words)
    ?? headerLine(words, state)
    ?? heading(words, state)
    ?? attribution(words, state)
    ?? quoteLine(words)
}

/// What a header may hold besides dates.
private func headerLine(_ words: LineWords, _ state: LineState) -> Form? {
  settingLine(words, state) ?? fieldLine(words, state) ?? entityLine(words, state)
}

extension LineState {
  /// Moves past a line of that form, to what is open before the next.
  package mutating func pass(_ form: Form) {
    switch form {
    case .comment: break
    case .blank: place = place == .inQuoteBlock || place == .afterQuoteBlock ? .afterQuoteBlock : .blockStart
    case .date(let date):
      isAfterEnd = false
      headerIsOpen = true
      place = .blockStart
      if date.body != nil {
        closeHeader()
        place = .inParagraph
      }
    case .field, .entity, .setting: place = .blockStart
    case .endMark:
      closeHeader()
      isAfterEnd = true
      place = .blockStart
    case .heading, .attribution:
      closeHeader()
      place = .blockStart
    case .quote:
      closeHeader()
      place = .inQuoteBlock
    case .prose:
      closeHeader()
      place = .inParagraph
    case .notes: place = .inParagraph
    }
  }
}

/// The words behind the first backslash where that keeps them from being more than plain prose, else nil.
///
/// Of several backslashes one is dropped, so every text can be typed; they are skipped at once, as a line may hold a million.
func unescaped(_ words: LineWords, _ state: LineState) -> LineWords? {
  var index = words.start
  while index < words.end, words.bytes[index] == UInt8(ascii: "\\") { index += 1 }
  let hidden = LineWords(words.bytes, index, words.end)
  guard index > words.start, !hidden.isEmpty, markup(hidden, state) != nil || missed(hidden, state) != nil else {
    return nil
  }
  return words.dropping(1)
}

/// The words of one line without the blanks at either end, and what the line forms ask of them.
struct LineWords {
  let bytes: [UInt8]
  let start: Int
  let end: Int

  /// `words` has no blanks at either end.
  init(_ bytes: [UInt8], _ words: Range<Int>) {
    self.bytes = bytes
    start = words.lowerBound
    end = words.upperBound
  }

  init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    self.bytes = bytes
    self.start = skipBlanks(bytes, from: start, to: end)
    self.end = trimBlanks(bytes, from: self.start, to: end)
  }

  var isEmpty: Bool { start == end }
  var count: Int { end - start }
  var first: UInt8? { start < end ? bytes[start] : nil }
  var last: UInt8? { start < end ? bytes[end - 1] : nil }
  var extent: Extent { Extent(start, end) }

  /// The byte `offset` bytes after the first, nil past the last.
  subscript(_ offset: Int) -> UInt8? { offset >= 0 && offset < count ? bytes[start + offset] : nil }

  func dropping(_ length: Int) -> LineWords { LineWords(bytes, min(start + length, end), end) }

  func hasPrefix(_ prefix: StaticString) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard count >= length else { return false }
    return prefix.withUTF8Buffer { buffer in (0..<length).allSatisfy { buffer[$0] == bytes[start + $0] } }
  }

  func contains(_ byte: UInt8) -> Bool { bytes[start..<end].contains(byte) }

  func `is`(_ word: StaticString) -> Bool { count == word.utf8CodeUnitCount && hasPrefix(word) }

  /// True where a blank or the end of the line stands `offset` bytes after the first.
  func isBlank(at offset: Int) -> Bool {
    let index = min(start + offset, end)
    return index == end || skipBlanks(bytes, from: index, to: end) > index
  }

  /// Everything up to the next blank, from `offset` bytes after the first.
  func word(at offset: Int = 0) -> LineWords {
    var length = offset
    while !isBlank(at: length) { length += 1 }
    return LineWords(bytes, min(start + offset, end), start + length)
  }

  var string: String { String(decoding: bytes[start..<end], as: UTF8.self) }
}
