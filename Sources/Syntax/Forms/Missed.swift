/// What a line of prose nearly is; nil for nearly every line, as ordinary sentences must carry no note.
func missed(_ words: LineWords, _ state: LineState) -> Missed? {
  guard let first = words.first else { return nil }
  if !state.isBlockStart {
    // Only what is sure to be meant: a sentence may well wrap before the word “date”.
    let isCorrection = keyed(words).map { $0.word.is("correction") && dateValue($0.value.word()) } ?? false
    let isFullDate = dateParts(words).map { $0.value.count >= 10 } ?? false
    return isFullDate || isCorrection || headingLevel(words) != nil ? .crowded : nil
  }
  if first | 0x20 == UInt8(ascii: "d"), let missed = missedDate(words) { return missed }
  guard let found = keyed(words) else { return nil }
  if let kind = entityKind(found.word), state.headerIsOpen || found.hasColon {
    return state.headerIsOpen && looksLikeField(words) || found.hasColon ? .entityName(kind) : nil
  }
  guard let key = headerKey(found.word) else { return nil }
  if state.headerIsOpen { return looksLikeField(words) || found.hasColon ? .value(key) : nil }
  guard found.hasColon || beginsLikeName(found.value) || hasStrictShape(key), !found.value.isEmpty,
    valueFits(found.value, key), looksLikeField(words)
  else { return nil }
  return .late(key)
}

/// True for keys whose values no ordinary sentence has.
private func hasStrictShape(_ key: Key) -> Bool {
  switch key {
  case .slug, .id, .lang, .updated, .embargo, .type, .target, .status: true
  default: false
  }
}

/// A line that begins with the word `date`, in any case, and goes on with a number or a month.
private func missedDate(_ words: LineWords) -> Missed? {
  var word = words.word()
  if word.last == UInt8(ascii: ":") { word = LineWords(word.bytes, word.start, word.end - 1) }
  guard word.count == 4, word.string.lowercased() == "date" else { return nil }
  let value = words.dropping(words.word().count)
  let next = value.word()
  guard let first = next.first else { return words.count > 4 ? .date : nil }
  if first >= 0x30, first <= 0x39 {
    if dateValue(next) { return .date }
    let separators = next.bytes[next.start..<next.end].filter { $0 == 0x2D || $0 == 0x2F || $0 == 0x2E }.count
    if separators >= 2 { return .date }
    return word.is("date") ? .dateShape : nil
  }
  let isMonth = months.contains { next.string.lowercased().hasPrefix($0) }
  return isMonth && value.bytes[value.start..<value.end].contains { $0 >= 0x30 && $0 <= 0x39 } ? .date : nil
}

private let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

/// Short, and no sentence: what a person types who means a field.
private func looksLikeField(_ words: LineWords) -> Bool { characterCount(words, upTo: 120) <= 120 }
