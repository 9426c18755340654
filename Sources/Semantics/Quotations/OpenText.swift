import Syntax

/// True where a quotation left open may go on in the next paragraph: it reads like a whole paragraph of speech.
///
/// It starts its paragraph or a sentence, ends one, and no attribution clause follows a comma of it.
func mayGoOn(_ bytes: [UInt8], open part: QuotationPart, in unit: Extent) -> Bool {
  let words = part.words
  let isWhole = part.extent.lowerBound == unit.lowerBound
  guard isWhole || beginsCapital(bytes, words) || followsClause(bytes, part.extent, in: unit) else { return false }
  return endsInStop(bytes, words, isStrict: true) && !holdsAttribution(bytes, words)
}

/// True after `he said,` and `the law says:`, which are followed by a whole sentence, however it begins.
private func followsClause(_ bytes: [UInt8], _ part: Extent, in unit: Extent) -> Bool {
  let end = trimmed(bytes, unit.lowerBound, part.lowerBound)
  return end > unit.lowerBound && (bytes[end - 1] == 0x2C || bytes[end - 1] == 0x3A)
}

/// True for a final `. ! ? … : ; —` or `)`; and for a comma, unless strict.
func endsInStop(_ bytes: [UInt8], _ text: Extent, isStrict: Bool = false) -> Bool {
  var end = trimmed(bytes, text.lowerBound, text.upperBound)
  // A quotation inside may close just there.
  while end > text.lowerBound {
    if bytes[end - 1] == 0x27 || bytes[end - 1] == 0x22 {
      end -= 1
    } else if end - 3 >= text.lowerBound, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
      [0x99, 0x9D].contains(bytes[end - 1])
    {
      end -= 3
    } else {
      break
    }
  }
  guard end > text.lowerBound else { return false }
  switch bytes[end - 1] {
  case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x29: return true
  case 0x2C: return !isStrict
  case 0x2D: return end - 2 >= text.lowerBound && bytes[end - 2] == 0x2D
  case 0x93, 0x94, 0xA6: return end - 3 >= text.lowerBound && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80
  default: return false
  }
}

private func beginsCapital(_ bytes: [UInt8], _ words: Extent) -> Bool {
  var index = words.lowerBound
  let first = nextWord(bytes, &index, words.upperBound)
  guard let byte = bytes[first].first else { return false }
  return byte >= 0x41 && byte <= 0x5A || byte >= 0xC3 || isDigit(byte)
}

/// True for `…, he said.` and `…? asked Jane Roe.` at the end of the open text, and for a plain one anywhere in it.
private func holdsAttribution(_ bytes: [UInt8], _ words: Extent) -> Bool {
  var index = trimmed(bytes, words.lowerBound, words.upperBound) - 1
  var isLast = true
  while index > words.lowerBound {
    let byte = bytes[index - 1]
    if byte == 0x2C || byte == 0x21 || byte == 0x3F, isBeforeBlank(bytes, index, words.upperBound) {
      if isAttribution(bytes, index, words.upperBound, isPlain: !isLast) { return true }
      isLast = false
    } else if byte == 0x2E, bytes[index] <= 0x20, !endsAbbreviation(bytes, index - 1, words.lowerBound) {
      // “…, then of things to say. I learned to bake.”: what stands before the last sentence attributes nothing.
      isLast = false
    }
    index -= 1
  }
  return false
}

/// True where a blank follows, or a single mark and a blank, as in `…,’ he said`.
private func isBeforeBlank(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
  let rest = bytes[index..<end]
  let marks: [[UInt8]] = [[], [0x27], [0xE2, 0x80, 0x99]]
  return marks.contains { rest.starts(with: $0) && rest.dropFirst($0.count).first.map { $0 <= 0x20 } ?? false }
}

/// True for the full stop of `Mr.`, `Gen.` and initials.
private func endsAbbreviation(_ bytes: [UInt8], _ stop: Int, _ start: Int) -> Bool {
  var first = stop
  while first > start, isLetter(bytes[first - 1]) { first -= 1 }
  return stop - first <= 4 && first < stop && bytes[first] >= 0x41 && bytes[first] <= 0x5A
}

/// True for a sub-heading between the paragraphs of a quotation: a short line in capitals.
func isShouted(_ bytes: [UInt8], _ unit: Extent) -> Bool {
  guard unit.count <= 60 else { return false }
  let text = bytes[unit.range]
  return text.count(where: isLetter) > 3 && !text.contains { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x2E }
}

/// True for a line that parts what is above it from what is below: `***`, `___`, `* * *`, or a time of day alone.
func isBreak(_ bytes: [UInt8], _ unit: Extent) -> Bool {
  guard unit.count <= 40 else { return false }
  let text = bytes[unit.range]
  let marks = text.filter { $0 > 0x20 }
  if let first = marks.first, [0x2A, 0x5F, 0x2D, 0x7E, 0x3D, 0x23].contains(first), marks.count > 1 || first == 0x2A,
    marks.allSatisfy({ $0 == first })
  {
    return true
  }
  return isTimeStamp(text)
}

/// True for `12:40`, `9.15 GMT`, `12:40 p.m. ET`, `3 p.m.`
private func isTimeStamp(_ text: ArraySlice<UInt8>) -> Bool {
  var rest = text
  let hours = rest.prefix(while: isDigit).count
  guard hours == 1 || hours == 2 else { return false }
  rest = rest.dropFirst(hours)
  var hasMinutes = false
  while let mark = rest.first, mark == 0x3A || mark == 0x2E, rest.dropFirst().prefix(while: isDigit).count == 2 {
    rest = rest.dropFirst(3)
    hasMinutes = true
  }
  let words = rest.split { $0 <= 0x20 }.map { $0.filter(isLetter).map { $0 & 0xDF } }
  let half = words.first.map { $0 == [0x41, 0x4D] || $0 == [0x50, 0x4D] } ?? false
  guard hasMinutes || half, words.count <= (half ? 2 : 1) else { return false }
  return words.dropFirst(half ? 1 : 0).allSatisfy { (1...4).contains($0.count) }
    && !rest.contains(where: isDigit)
}
