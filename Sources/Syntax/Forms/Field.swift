/// A key of the header with a value in that key's shape, while the header zone is open or the key may come late.
func fieldLine(_ words: LineWords, _ state: LineState) -> Form? {
  guard state.isBlockStart, let found = keyed(words), let key = headerKey(found.word), !found.value.isEmpty,
    valueFits(found.value, key)
  else { return nil }
  guard state.headerIsOpen || key.mayComeLate && isMeant(found, key) else { return nil }
  return .field(FieldLine(key: key, keyExtent: found.word.extent, hasColon: found.hasColon, value: found.value.extent))
}

/// A first word in the shape of a key, and what follows it.
struct KeyedWords {
  let word: LineWords
  let hasColon: Bool
  let value: LineWords
}

/// Splits `key value` and `key: value`; nil where no blank follows the key.
func keyed(_ words: LineWords) -> KeyedWords? {
  guard let first = words.first, first >= 0x61, first <= 0x7A else { return nil }
  var word = words.word()
  let value = words.dropping(word.count)
  let hasColon = word.last == UInt8(ascii: ":")
  if hasColon { word = LineWords(word.bytes, word.start, word.end - 1) }
  return KeyedWords(word: word, hasColon: hasColon, value: value)
}

func headerKey(_ word: LineWords) -> Key? {
  if word.hasPrefix("x-"), word.count > 2 {
    let name = word.bytes[word.start + 2..<word.end]
    return name.allSatisfy { $0 == 0x2D || isLetterOrDigit($0) } ? .custom : nil
  }
  guard word.count <= 10, word.first != UInt8(ascii: "x") else { return nil }
  return Key(rawValue: word.string)
}

/// True where the value has the shape its key asks for.
func valueFits(_ value: LineWords, _ key: Key) -> Bool {
  switch key {
  case .headline, .dek, .rights, .keywords, .correction, .note, .custom: true
  case .by, .dateline, .section: isByline(value)
  case .slug, .id: value.word().count == value.count
  case .lang: isLanguageTag(value)
  case .source: value.hasPrefix("http://") || value.hasPrefix("https://") || isByline(value)
  case .updated, .embargo: dateValue(value)
  case .type: ["article", "live", "opinion", "analysis", "review"].contains { value.is($0) }
  case .status: ["draft", "ready", "published", "withheld", "killed"].contains { value.is($0) }
  case .target: value.count <= 9 && value.bytes[value.start..<value.end].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  case .allow: value.word().contains(UInt8(ascii: "/"))
  }
}

private func isByline(_ value: LineWords) -> Bool {
  beginsLikeName(value) && characterCount(value, upTo: 100) <= 100 && !endsSentence(value)
}

/// The outer shape of BCP 47: a language of two or three letters, then parts of letters and digits.
private func isLanguageTag(_ value: LineWords) -> Bool {
  let parts = value.string.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy({ isLetterOrDigit($0) && $0 > 0x39 })
  else { return false }
  return parts.dropFirst().allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(isLetterOrDigit) }
}

/// After the zone has closed a key is one only with a colon, a capital, a digit or a word that belongs to it next.
func isMeant(_ found: KeyedWords, _ key: Key?) -> Bool {
  if found.hasColon { return true }
  if key == .allow { return true }
  if let first = found.value.first, first >= 0x30, first <= 0x39 { return true }
  return beginsLikeName(found.value)
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
}
