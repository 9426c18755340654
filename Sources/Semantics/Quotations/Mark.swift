import Syntax

/// One quotation mark with what stands on either side of it.
struct Mark {
  enum Shape {
    case straight, curlyOpen, curlyClose, low, leftGuillemet, rightGuillemet, twoApostrophes, twoBackquotes
    case singleOpen, singleClose, straightSingle

    var isSingle: Bool { self == .singleOpen || self == .singleClose || self == .straightSingle }
  }

  let start: Int
  let end: Int
  let shape: Shape
  /// The neighbours beyond any marks that touch this one.
  var before = Neighbour.blank
  var after = Neighbour.blank

  var extent: Extent { Extent(start, end) }

  /// Stands as an opening mark does: a blank or bracket before it, words after it.
  var opensByPlace: Bool { (before == .blank || before == .bracket) && after != .blank }

  /// Stands as a closing mark does: words before it, a blank or punctuation after it.
  var closesByPlace: Bool {
    before != .blank && before != .bracket && (after == .blank || after == .stop || after == .dash)
  }
}

/// What kind of character touches a mark.
enum Neighbour {
  /// A blank, a line break or the edge of the unit.
  case blank
  case bracket
  case dash
  /// Punctuation with which a clause ends, or a closing bracket.
  case stop
  case digit
  case lower
  /// A capital, a letter outside ASCII or any other character.
  case other

  var isWord: Bool { self == .digit || self == .lower || self == .other }
}

/// Adds the marks of a unit to those of the units before it; apostrophes and what stands inside `<…>` are left out.
func findMarks(in bytes: [UInt8], _ unit: Extent, to marks: inout [Mark]) {
  let first = marks.count
  let end = min(unit.upperBound, bytes.count)
  let span = bytes.span
  var block = unit.lowerBound
  /// Up to here a mark or a tag goes that has been found.
  var next = block
  var tagsEnd = true
  while block < end {
    var places = marksAndTags(SixtyFourBytes(span, at: block))
    while places != 0 {
      let index = block + places.trailingZeroBitCount
      places &= places &- 1
      guard index >= next, index < end else { continue }
      if span[index] == 0x3C, tagsEnd, let close = endOfTag(bytes, index, end, &tagsEnd) {
        next = close
        continue
      }
      guard let (shape, length) = markShape(bytes, index, end) else { continue }
      let mark = Mark(start: index, end: index + length, shape: shape)
      next = mark.end
      // `">` at the start ends a tag of the line above.
      let endsTag = index == unit.lowerBound && next < end && bytes[next] == 0x3E
      if !endsTag, !shape.isSingle || !isApostrophe(bytes, mark, unit.lowerBound, end) { marks.append(mark) }
    }
    block = max(block + 64, next)
  }
  lookAround(bytes, &marks, from: first, unit.lowerBound, end)
}

/// Where a mark or a tag may begin, a bit for each byte.
@inline(__always)
private func marksAndTags(_ bytes: SixtyFourBytes) -> UInt64 {
  bytes.bits(
    bytes.equal(to: 0x22) | bytes.equal(to: 0x27) | bytes.equal(to: 0x3C) | bytes.equal(to: 0x60)
      | bytes.equal(to: 0xC2) | bytes.equal(to: 0xE2))
}

/// The end of `<tag …>`; once no `>` is left in the unit it is not looked for again.
private func endOfTag(_ bytes: [UInt8], _ index: Int, _ end: Int, _ tagsEnd: inout Bool) -> Int? {
  guard index + 1 < end, isLetter(bytes[index + 1]) || bytes[index + 1] == 0x2F || bytes[index + 1] == 0x21 else {
    return nil
  }
  guard let close = bytes[index..<end].firstIndex(of: 0x3E) else {
    // A feed breaks a line inside a tag: what begins with an attribute is one to the end of the unit.
    if hasAttribute(bytes, index + 1, end) { return end }
    tagsEnd = false
    return nil
  }
  return close + 1
}

/// True for `tweet author="`, the beginning of a tag from its name on.
private func hasAttribute(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
  func isNamed(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == 0x2D }
  let name = bytes[start..<end].prefix(40).prefix(while: isNamed)
  let blank = bytes[name.endIndex..<end].prefix(4).prefix { $0 <= 0x20 }
  let key = bytes[blank.endIndex..<end].prefix(40).prefix(while: isNamed)
  let rest = bytes[key.endIndex..<end].prefix(2)
  return !blank.isEmpty && !key.isEmpty && (rest.elementsEqual([0x3D, 0x22]) || rest.elementsEqual([0x3D, 0x27]))
}

private func markShape(_ bytes: [UInt8], _ index: Int, _ end: Int) -> (Mark.Shape, Int)? {
  let next = index + 1 < end ? bytes[index + 1] : 0
  switch bytes[index] {
  case 0x22: return (.straight, 1)
  case 0x27:
    if isSplit(bytes, index, end, [0x27]) { return (.twoApostrophes, 3) }
    return next == 0x27 ? (.twoApostrophes, 2) : (.straightSingle, 1)
  case 0x60: return next == 0x60 ? (.twoBackquotes, 2) : nil
  case 0xC2: return next == 0xAB ? (.leftGuillemet, 2) : next == 0xBB ? (.rightGuillemet, 2) : nil
  default:
    guard next == 0x80, index + 2 < end else { return nil }
    let isDoubled = index + 5 < end && bytes[index + 3] == 0xE2 && bytes[index + 4] == 0x80
    switch bytes[index + 2] {
    case 0x98:
      if isDoubled, bytes[index + 5] == 0x99 { return (.twoApostrophes, 6) }
      return isDoubled && bytes[index + 5] == 0x98 ? (.twoBackquotes, 6) : (.singleOpen, 3)
    case 0x99 where isSplit(bytes, index, end, [0xE2, 0x80, 0x99]): return (.twoApostrophes, 7)
    case 0x99: return isDoubled && bytes[index + 5] == 0x99 ? (.twoApostrophes, 6) : (.singleClose, 3)
    case 0x9C: return (.curlyOpen, 3)
    case 0x9D: return (.curlyClose, 3)
    case 0x9E, 0x9F: return (.low, 3)
    default: return nil
    }
  }
}

/// True for `.'.'`: a doubled apostrophe between the halves of which a feed has put its own full stop.
private func isSplit(_ bytes: [UInt8], _ index: Int, _ end: Int, _ apostrophe: [UInt8]) -> Bool {
  guard index > 0, [0x2C, 0x2E, 0x21, 0x3F].contains(bytes[index - 1]) else { return false }
  let rest = bytes[index..<end].dropFirst(apostrophe.count)
  return rest.first == 0x2E && rest.dropFirst().starts(with: apostrophe)
    && !neighbour(after: index + 2 * apostrophe.count + 1, bytes, end).isWord
}

/// Between letters, or before the words and years that begin with one: ’em, ’til, ’n, ’90s.
private func isApostrophe(_ bytes: [UInt8], _ mark: Mark, _ start: Int, _ end: Int) -> Bool {
  let after = neighbour(after: mark.end, bytes, end)
  guard after.isWord else { return false }
  if neighbour(before: mark.start, bytes, start).isWord { return true }
  let rest = bytes[mark.end..<min(mark.end + 6, end)]
  if rest.count >= 3, rest.prefix(2).allSatisfy(isDigit), rest[rest.startIndex + 2] == 0x73 { return true }
  let word = rest.prefix(while: isLetter).map { $0 | 0x20 }
  return word == [0x65, 0x6D] || word == [0x74, 0x69, 0x6C] || word == [0x6E]
}

/// Gives each mark of a unit its neighbours; in a run of marks that touch, all have those of the run.
private func lookAround(_ bytes: [UInt8], _ marks: inout [Mark], from first: Int, _ start: Int, _ end: Int) {
  for index in first..<marks.count {
    let touches = index > first && marks[index - 1].end == marks[index].start
    marks[index].before = touches ? marks[index - 1].before : neighbour(before: marks[index].start, bytes, start)
  }
  for index in (first..<marks.count).reversed() {
    let touches = index + 1 < marks.count && marks[index + 1].start == marks[index].end
    marks[index].after = touches ? marks[index + 1].after : neighbour(after: marks[index].end, bytes, end)
  }
}

func neighbour(after index: Int, _ bytes: [UInt8], _ end: Int) -> Neighbour {
  guard index < end else { return .blank }
  let byte = bytes[index]
  // A tag is no word.
  if byte == 0x3C { return .stop }
  if byte < 0x80 { return neighbour(byte) }
  if byte == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 { return .blank }
  guard byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80 else { return .other }
  return neighbour(general: bytes[index + 2])
}

func neighbour(before index: Int, _ bytes: [UInt8], _ start: Int) -> Neighbour {
  guard index > start else { return .blank }
  let byte = bytes[index - 1]
  if byte == 0x3E { return .bracket }
  if byte < 0x80 { return neighbour(byte) }
  if byte == 0xA0, index - 2 >= start, bytes[index - 2] == 0xC2 { return .blank }
  guard index - 3 >= start, bytes[index - 3] == 0xE2, bytes[index - 2] == 0x80 else { return .other }
  return neighbour(general: byte)
}

/// By the last byte of a character of the block “general punctuation”.
private func neighbour(general byte: UInt8) -> Neighbour {
  switch byte {
  case 0x80...0x8B, 0xAF: .blank
  case 0x92...0x95: .dash
  case 0xA6: .stop
  default: .other
  }
}

private func neighbour(_ byte: UInt8) -> Neighbour {
  switch byte {
  case 0x00...0x20: .blank
  case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "/"): .bracket
  case UInt8(ascii: "-"): .dash
  case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
    UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
    .stop
  case 0x30...0x39: .digit
  case 0x61...0x7A: .lower
  default: .other
  }
}

func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
