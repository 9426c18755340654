import Syntax

/// One stretch of running text: a source line, or the whole paragraph where it is hard-wrapped.
package struct Unit: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// A paragraph or a line of one; `opens` on the first line of a paragraph.
    case paragraph(opens: Bool)
    /// A line of a quote block.
    case quoted
    /// Who said the quote block above.
    case attribution
    case heading
    /// A headline, dek or other field whose words may hold names.
    case field(Key)
    /// Text after an end mark.
    case notes

    /// Words of copy, which come between the paragraphs around them.
    var isCopy: Bool { isStory || self == .heading }

    /// The story itself, whose words are counted: paragraphs and quote blocks.
    package var isStory: Bool {
      switch self {
      case .paragraph, .quoted: true
      case .attribution, .heading, .field, .notes: false
      }
    }
  }

  package let kind: Kind
  /// First to last word; in a hard-wrapped paragraph line breaks and the blanks beside them lie inside.
  package let extent: Extent

  /// In bytes. No article has such a paragraph: of a longer one only the marks are read, so that a dump of data costs little.
  package static let longest = 1 << 16
  package var isTooLong: Bool { extent.count > Unit.longest }

  /// Part of what readers will see, and no dump of data.
  package var isPrinted: Bool { kind != .notes && !isTooLong }
}

/// The units of one passage, in order.
///
/// Most passages have one, and a list would take more room than what it holds.
package struct Units: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
  private enum Held {
    case one(Unit)
    case list([Unit])
  }

  private let held: Held

  /// The one of a paragraph that stands on one line.
  init(_ text: Extent, opens: Bool) { held = .one(Unit(kind: .paragraph(opens: opens), extent: text)) }

  init(_ units: [Unit]) { held = .list(units) }

  package init(arrayLiteral units: Unit...) { self.init(units) }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package var count: Int {
    switch held {
    case .one: 1
    case .list(let units): units.count
    }
  }

  package subscript(_ index: Int) -> Unit {
    switch held {
    case .one(let unit): unit
    case .list(let units): units[index]
    }
  }
}

extension Article {
  /// Where the first paragraph begins that is too long to be read word by word.
  package var firstTooLong: Int? {
    let starts = passages.byteStarts
    for (index, start) in starts.dropLast().enumerated() where starts[index + 1] - start > Unit.longest {
      let page = passages.pages[index]
      for (passage, offset) in zip(page.passages, page.byteStarts) {
        if let unit = passage.copy.units.first(where: \.isTooLong) { return start + offset + unit.extent.lowerBound }
      }
    }
    return nil
  }
}

/// Cuts the lines of a passage into units; `entry` is the state before its first line.
func cutUnits(of lines: [Line], in bytes: [UInt8], from entry: LineState) -> [Unit] {
  var units: [Unit] = []
  /// The lines of a paragraph, which stand one after the other.
  var paragraph = 0..<0
  var isCut = entry.place == .inParagraph
  func flush() {
    if !paragraph.isEmpty { addParagraph(lines[paragraph], in: bytes, isCut: isCut, to: &units) }
    paragraph = 0..<0
    isCut = false
  }
  func take(_ index: Int) { paragraph = (paragraph.isEmpty ? index : paragraph.lowerBound)..<index + 1 }
  for (index, line) in lines.enumerated() {
    switch line.form {
    case .prose(_, let opens, _):
      if opens { flush() }
      take(index)
    case .date(let date):
      flush()
      if date.body != nil { take(index) }
    case .quote(let text):
      flush()
      if !text.isEmpty { units.append(Unit(kind: .quoted, extent: text)) }
    case .attribution(let attribution):
      flush()
      let end = attribution.role?.upperBound ?? attribution.name.upperBound
      units.append(Unit(kind: .attribution, extent: Extent(attribution.name.lowerBound, end)))
    case .heading(_, let text):
      flush()
      units.append(Unit(kind: .heading, extent: text))
    case .field(let field):
      flush()
      units.append(Unit(kind: .field(field.key), extent: field.value))
    case .notes(let text):
      flush()
      units.append(Unit(kind: .notes, extent: text))
    case .comment:
      // Transparent to the paragraph, but its words must not lie inside a unit.
      let opensNext = paragraph.isEmpty && !isCut
      flush()
      isCut = !opensNext
    case .blank, .entity, .setting, .endMark: flush()
    }
  }
  flush()
  return units
}

/// `isCut`: earlier lines of the same paragraph lie in other units, so it does not open here and is not hard-wrapped.
private func addParagraph(_ lines: ArraySlice<Line>, in bytes: [UInt8], isCut: Bool, to units: inout [Unit]) {
  if lines.count == 1, let line = lines.first, let text = copyText(line.form) {
    return units.append(Unit(kind: .paragraph(opens: !isCut), extent: text))
  }
  let pieces = lines.compactMap { line in copyText(line.form).map { (line: line, text: $0) } }
  let isList = pieces.count { isItem($0.text, in: bytes) } > 1
  var start = 0
  while start < pieces.count {
    var end = start + 1
    while end < pieces.count, !(isList && isItem(pieces[end].text, in: bytes)) { end += 1 }
    let item = pieces[start..<end]
    let isOpened = isCut || start > 0
    if !isCut, let last = item.last, isHardWrapped(item.map(\.line), in: bytes) {
      let extent = Extent(pieces[start].text.lowerBound, last.text.upperBound)
      units.append(Unit(kind: .paragraph(opens: !isOpened), extent: extent))
    } else {
      for (index, piece) in item.enumerated() {
        units.append(Unit(kind: .paragraph(opens: index == 0 && !isOpened), extent: piece.text))
      }
    }
    start = end
  }
}

/// A line of a list: `- `, `•` or a number of one or two digits and a full stop.
func isItem(_ text: Extent, in bytes: [UInt8]) -> Bool {
  let line = bytes[text.range].prefix(5)
  if line.starts(with: [0x2D, 0x20]) || line.starts(with: [0xE2, 0x80, 0xA2]) { return true }
  let digits = line.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
  return (1...2).contains(digits) && line.dropFirst(digits).starts(with: [0x2E, 0x20])
}

private func copyText(_ form: Form) -> Extent? {
  switch form {
  case .prose(let text, _, _): text
  case .date(let date): date.body
  default: nil
  }
}

/// Two lines or more, each but the last of 45 to 100 columns, the last of at most 100.
private func isHardWrapped(_ lines: [Line], in bytes: [UInt8]) -> Bool {
  guard lines.count >= 2 else { return false }
  for (index, line) in lines.enumerated() {
    let columns = bytes[words(of: line, in: bytes)].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    if columns > 100 || columns < 45 && index + 1 < lines.count { return false }
  }
  return true
}

/// The line without its line break and without the blanks at either end, which mean nothing.
private func words(of line: Line, in bytes: [UInt8]) -> Range<Int> {
  var end = line.extent.upperBound
  while end > line.extent.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
  let start = skipBlanks(bytes, from: line.extent.lowerBound, to: end)
  return start..<trimBlanks(bytes, from: start, to: end)
}
