import Semantics

/// One line of at most `limit` characters, cut at a blank where there is one; never empty unless `text` is.
func firstWords(of text: String, limit: Int = 60) -> String {
  var text = text
  if text.withUTF8({ isPlainLine($0, limit) }) { return text }
  return text.withUTF8 { firstPlainWords($0, limit) } ?? firstCharacters(of: text, limit)
}

/// True where nothing is to be done: few letters with single blanks between them.
private func isPlainLine(_ text: UnsafeBufferPointer<UInt8>, _ limit: Int) -> Bool {
  guard text.count <= limit else { return false }
  var isBlank = true
  for byte in text {
    if byte > 0x7F || byte < 0x20 || byte == 0x20 && isBlank { return false }
    isBlank = byte == 0x20
  }
  return !isBlank || text.isEmpty
}

/// The same where every character is one scalar, as nearly always; nil where that is not sure.
private func firstPlainWords(_ text: UnsafeBufferPointer<UInt8>, _ limit: Int) -> String? {
  var line: [UInt8] = []
  line.reserveCapacity(min(text.count, limit + limit / 2) + 3)
  var count = 0
  var isBlank = false
  /// Where the last blank stands, and where the line ends, before the last two characters that there is room for.
  var blank: Int?
  var room = 0
  var index = 0
  while index < text.count, count <= limit {
    let byte = text[index]
    let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
    guard byte < 0xCC || isPlainMark(text, index) else { return nil }
    if byte <= 0x20 || byte == 0xC2 && (text[index + 1] == 0x85 || text[index + 1] == 0xA0) {
      isBlank = count > 0
    } else {
      if isBlank {
        if count < limit - 1 { blank = line.count }
        line.append(0x20)
        count += 1
        if count < limit { room = line.count }
        isBlank = false
      }
      line.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<index + length]))
      count += 1
      if count < limit { room = line.count }
    }
    index += length
  }
  if count > limit {
    line.removeSubrange((blank ?? room)...)
    line += [0xE2, 0x80, 0xA6]
  }
  return String(decoding: line, as: UTF8.self)
}

/// Dashes, quotation marks, bullets and dots: U+2010 to U+2027.
private func isPlainMark(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  text[index] == 0xE2 && text[index + 1] == 0x80 && text[index + 2] >= 0x90 && text[index + 2] <= 0xA7
}

/// The same for any characters; the tables of Unicode that tell one from the next are slow.
private func firstCharacters(of text: String, _ limit: Int) -> String {
  // Only so much of a long quotation is looked at as can be shown.
  var line = ""
  var count = 0
  var isBlank = false
  for character in text {
    if isBlankCharacter(character) {
      isBlank = !line.isEmpty
      continue
    }
    if isBlank {
      line.append(" ")
      count += 1
      isBlank = false
    }
    line.append(character)
    count += 1
    if count > limit { break }
  }
  guard count > limit else { return line }
  let start = line.prefix(limit - 1)
  let cut = start.lastIndex(of: " ").map { start[..<$0] } ?? start
  return String(cut) + "…"
}

/// True for white space; the tables of Unicode are asked only beyond ASCII, as they are slow.
private func isBlankCharacter(_ character: Character) -> Bool {
  guard let first = character.unicodeScalars.first else { return false }
  return first.value < 0x80 ? first.value <= 0x20 : first.properties.isWhitespace
}

/// `line 3`, `lines 3, 5 and 9`, `lines 3, 5, 9, 12, 14 and more`, each line once.
func lineNumbers(of ranges: [Range<Int>], in proof: Proof) -> String {
  var lines: [Int] = []
  for range in ranges where lines.count <= mostLines {
    let line = proof.line(range.lowerBound) + 1
    if lines.last != line { lines.append(line) }
  }
  guard let last = lines.last, lines.count > 1 else { return "line " + (lines.first.map(String.init) ?? "") }
  let rest = lines.dropLast().map(String.init).joined(separator: ", ")
  return "lines \(rest) and " + (lines.count > mostLines ? "more" : String(last))
}

/// More places than these nobody looks up by their numbers.
private let mostLines = 5

/// `1 mention`, `2 mentions`.
func counted(_ number: Int, _ noun: String) -> String { number == 1 ? "1 " + noun : String(number) + " " + noun + "s" }

/// How far a day lies from today, in a reader's words.
func distance(days: Int) -> String {
  switch days {
  case 0: "today"
  case 1: "tomorrow"
  case -1: "yesterday"
  case 2...60: "in \(days) days"
  case -60 ... -2: "\(-days) days ago"
  case 61...700: "in about \((days + 15) / 30) months"
  case -700 ... -61: "about \((15 - days) / 30) months ago"
  default: days > 0 ? "in about \((days + 182) / 365) years" : "about \((182 - days) / 365) years ago"
  }
}
