import Syntax

/// Where the closing mark of a quotation could be missing: before its attribution clause, after each sentence, at the end.
func placesForClose(_ bytes: [UInt8], _ text: Extent) -> [Int] {
  var clauses: [Int] = []
  var sentences: [Int] = []
  for end in stops(bytes, text) {
    let following = skipBlank(bytes, end, text.upperBound)
    if following == text.upperBound { continue }
    if isAttribution(bytes, following, text.upperBound) {
      clauses.append(end)
    } else if bytes[end - 1] != 0x2C, !neighbourIsLower(bytes, following, text.upperBound) {
      sentences.append(end)
    }
    if clauses.count + sentences.count == 8 { break }
  }
  let end = trimmed(bytes, text.lowerBound, text.upperBound)
  return end > text.lowerBound ? clauses + sentences + [end] : []
}

/// Where the opening mark before a stray closing one could be missing: after an attribution clause, before each sentence.
func placesForOpen(_ bytes: [UInt8], _ text: Extent, unitStart: Int) -> [Int] {
  var clauses: [Int] = []
  let first = skipBlank(bytes, text.lowerBound, text.upperBound)
  var sentences = first < text.upperBound ? [first] : []
  for end in stops(bytes, text) {
    let following = skipBlank(bytes, end, text.upperBound)
    guard following > end, following < text.upperBound, !neighbourIsLower(bytes, following, text.upperBound) else {
      continue
    }
    if bytes[end - 1] == 0x2C || bytes[end - 1] == 0x3A {
      clauses.append(following)
    } else {
      sentences.append(following)
    }
  }
  if text.lowerBound > unitStart, sentences.count > 1 { sentences.removeFirst() }
  return clauses.suffix(2).reversed() + sentences.suffix(6).reversed()
}

/// Offsets after each `,`, `:`, `.`, `!` or `?` that is followed by a blank or stands at the end.
private func stops(_ bytes: [UInt8], _ text: Extent) -> some Sequence<Int> {
  text.range.lazy.filter { index in
    switch bytes[index] {
    case 0x2C, 0x3A, 0x2E, 0x21, 0x3F: index + 1 == text.upperBound || bytes[index + 1] <= 0x20
    default: false
    }
  }.map { $0 + 1 }
}

private func neighbourIsLower(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
  neighbour(after: index, bytes, end) == .lower
}

/// True for `he said`, `said Mayor Jane Roe`, `the ministry added`: a few words, one of them a verb of speech.
///
/// Plain: only names, titles and `he`, `she`, `they` may stand before the verb, only these or `the` after it.
func isAttribution(_ bytes: [UInt8], _ start: Int, _ end: Int, isPlain: Bool = false) -> Bool {
  var index = start
  // Words of one clause stand near each other; a line of a million commas is not walked over from each of them.
  let end = min(end, start + 512)
  var before = start..<start
  for position in 0..<(isPlain ? 6 : 9) {
    let word = nextWord(bytes, &index, end)
    guard let first = bytes[word].first else { return false }
    // `I ran out of coffee, then of things to say.` is no attribution.
    let isInfinitive = bytes[before].elementsEqual("to".utf8)
    before = word
    var following = index
    let next = bytes[nextWord(bytes, &following, end)]
    if attributes(bytes[word], before: next), !isInfinitive {
      guard isPlain, position == 0 else { return true }
      return next.first.map(isCapital) ?? false || isSubject(next)
    }
    if position == 0, isFirstPerson(bytes[word]) || isConjunction(bytes[word]) { return false }
    if isPlain, !isCapital(first), !isSubject(bytes[word]) { return false }
    let isAbbreviated = index < end && bytes[index] == 0x2E && isCapital(first) && word.count <= 4
    if index < end, !isAbbreviated, neighbour(after: index, bytes, end) == .stop { return false }
  }
  return false
}

/// A verb of speech whose next word does not tell that it is none, as in `said that`, `insisted on`, `shot dead`.
private func attributes(_ verb: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> Bool {
  func isNext(_ word: String) -> Bool { next.elementsEqual(word.utf8) }
  if verb.starts(with: "point".utf8) { return isNext("out") }
  if verb.elementsEqual("shot".utf8) { return isNext("back") }
  return roles(of: verb).contains(.speech) && !isNext("that") && !(isNext("on") && verb.starts(with: "insist".utf8))
}

private func isSubject(_ word: ArraySlice<UInt8>) -> Bool {
  ["he", "she", "they", "the"].contains { $0.utf8.elementsEqual(word) }
}

private func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

private func isFirstPerson(_ word: ArraySlice<UInt8>) -> Bool {
  word.elementsEqual([0x49]) || word.elementsEqual([0x79, 0x6F, 0x75]) || word.elementsEqual([0x77, 0x65])
}

/// The first word of a clause that gives a reason or a condition: `, because some say so`.
private func isConjunction(_ word: ArraySlice<UInt8>) -> Bool {
  ["because", "if", "although", "though", "unless", "until", "so"].contains { $0.utf8.elementsEqual(word) }
}

/// The next run of letters, digits, apostrophes and bytes outside ASCII.
func nextWord(_ bytes: [UInt8], _ index: inout Int, _ end: Int) -> Range<Int> {
  while index < end, !isWordByte(bytes[index]) { index += 1 }
  let start = index
  while index < end, isWordByte(bytes[index]) { index += 1 }
  return start..<index
}

private func isWordByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte >= 0x80 || byte == 0x27 }

func skipBlank(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
  var index = start
  while index < end, bytes[index] <= 0x20 { index += 1 }
  return index
}

/// The end of the text without the blanks that close it.
func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
  var end = end
  while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
  return end
}
