/// True for a capital, a letter of a script without case, or a particle (`van`, `de la`, `al-`) before either.
func beginsLikeName(_ words: LineWords) -> Bool {
  var words = words
  for _ in 0..<3 {
    let word = words.word()
    guard !word.isEmpty else { return false }
    if startsCapital(word) { return true }
    for prefix in attachedParticles where word.hasPrefix(prefix) {
      if startsCapital(word.dropping(prefix.utf8CodeUnitCount)) { return true }
    }
    guard particles.contains(where: { word.is($0) }) else { return false }
    words = words.dropping(word.count)
  }
  return false
}

/// Words in lower case with which a name may begin.
private let particles: [StaticString] = [
  "van", "von", "de", "la", "del", "della", "den", "der", "di", "da", "das", "dos", "du", "des", "le", "el", "al",
  "bin", "ibn", "bint", "abu", "ben", "bar", "ter", "ten", "zu", "zur", "af", "av", "y", "e", "san", "st.",
]

/// The same, written together with the name.
private let attachedParticles: [StaticString] = [
  "al-", "el-", "ul-", "ad-", "an-", "ar-", "as-", "at-", "ibn-", "d’", "d'", "l’", "l'",
]

private func startsCapital(_ words: LineWords) -> Bool {
  guard let first = words.first else { return false }
  if first < 0x80 { return first >= 0x41 && first <= 0x5A }
  guard let scalar = words.string.unicodeScalars.first else { return false }
  return scalar.properties.isAlphabetic && !scalar.properties.isLowercase
}

/// True for a final `.`, `!` or `?`, unless the full stop belongs to an initial, Jr., Sr. or the like.
func endsSentence(_ words: LineWords) -> Bool {
  guard let last = words.last else { return false }
  if last == UInt8(ascii: "!") || last == UInt8(ascii: "?") { return true }
  guard last == UInt8(ascii: ".") else { return false }
  let words = words.string.dropLast().split { $0 == " " || $0 == "\t" || $0 == "," || $0 == "\u{A0}" }
  guard let final = words.last, final.first?.isUppercase == true else { return true }
  let isInitial = final.count == 1 || final.contains(".") && final.count <= 4
  return !(isInitial || ["Jr", "Sr", "Inc", "Co", "Ltd", "St"].contains(final))
}

/// Characters as code points; counting stops above `limit`.
func characterCount(_ words: LineWords, upTo limit: Int) -> Int {
  var count = 0
  for index in words.start..<words.end where words.bytes[index] & 0xC0 != 0x80 {
    count += 1
    if count > limit { break }
  }
  return count
}

/// Cuts `Name, role` at its first comma; Jr, Sr, II, III, IV and MD stay with the name.
func splitRole(_ words: LineWords) -> (name: Extent, role: Extent?) {
  var index = words.start
  while index < words.end {
    guard words.bytes[index] == UInt8(ascii: ",") else {
      index += 1
      continue
    }
    let rest = LineWords(words.bytes, index + 1, words.end)
    let comma = words.bytes[rest.start..<rest.end].firstIndex(of: UInt8(ascii: ","))
    let next = LineWords(words.bytes, rest.start, comma ?? rest.end)
    if nameSuffixes.contains(where: { next.is($0) }) {
      index = next.end
      continue
    }
    let name = LineWords(words.bytes, words.start, index).extent
    return (name, rest.isEmpty ? nil : rest.extent)
  }
  return (words.extent, nil)
}

private let nameSuffixes: [StaticString] = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "MD", "M.D.", "PhD", "Ph.D."]
