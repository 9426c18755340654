/// A list of folded names, one a line in the order of their bytes, each perhaps with `=` and letters, in which names of
/// several words are looked for; single words are faster found in `WordKinds`.
struct WordBook: Sendable {
  private let text: StaticString
  private let index: StaticString

  init(_ text: StaticString, index: StaticString) {
    self.text = text
    self.index = index
  }

  static var known: WordBook { WordBook(knownNames, index: knownNamesIndex) }
  static var towns: WordBook { WordBook(places, index: placesIndex) }

  func contains(_ name: Span<UInt8>) -> Bool { line(of: name) != nil }

  /// The letters behind the name; empty where it is not listed.
  func classes(of name: Span<UInt8>, _ meaning: (UInt8) -> WordClasses) -> WordClasses {
    guard let line = line(of: name) else { return [] }
    return letters(at: line + name.count, meaning)
  }

  /// The longest listed name that `words` begins with and that ends where a word does, of two words at least.
  func longest(
    _ words: Span<UInt8>, ends: [Int], _ meaning: (UInt8) -> WordClasses
  ) -> (count: Int, classes: WordClasses)? {
    guard ends.count >= 2 else { return nil }
    let bytes = text.utf8Start
    let count = text.utf8CodeUnitCount
    var line = lowerBound(words, ends[1])
    var best: (count: Int, classes: WordClasses)?
    // Names that begin with the same two words stand together.
    while line < count, matches(words, ends[1], at: line) {
      var length = ends[1]
      while line + length < count, bytes[line + length] != 0x0A, bytes[line + length] != 0x3D { length += 1 }
      if let index = ends.firstIndex(of: length), index + 1 > best?.count ?? 0, length <= words.count,
        matches(words, length, at: line)
      {
        best = (index + 1, letters(at: line + length, meaning))
      }
      line += length
      while line < count, bytes[line] != 0x0A { line += 1 }
      line += 1
    }
    return best
  }

  private func letters(at offset: Int, _ meaning: (UInt8) -> WordClasses) -> WordClasses {
    var classes: WordClasses = []
    var index = offset
    while index < text.utf8CodeUnitCount, text.utf8Start[index] != 0x0A {
      classes.formUnion(meaning(text.utf8Start[index]))
      index += 1
    }
    return classes
  }

  private func line(of name: Span<UInt8>) -> Int? {
    let line = lowerBound(name, name.count)
    let end = line + name.count
    guard end <= text.utf8CodeUnitCount, matches(name, name.count, at: line) else { return nil }
    guard end == text.utf8CodeUnitCount || text.utf8Start[end] == 0x0A || text.utf8Start[end] == 0x3D else {
      return nil
    }
    return line
  }

  private func matches(_ name: Span<UInt8>, _ length: Int, at line: Int) -> Bool {
    guard line + length <= text.utf8CodeUnitCount else { return false }
    let bytes = text.utf8Start
    for index in 0..<length where bytes[line + index] != name[index] { return false }
    return true
  }

  /// Where the first line starts that is not below the first `length` bytes of `name`.
  private func lowerBound(_ name: Span<UInt8>, _ length: Int) -> Int {
    let bytes = text.utf8Start
    let count = text.utf8CodeUnitCount
    var (low, high) = bounds(name, length)
    while low < high {
      var line = low + (high - low) / 2
      while line > low, bytes[line - 1] != 0x0A { line -= 1 }
      if isBelow(name, length, bytes, line, count) {
        low = line
        while low < high, bytes[low] != 0x0A { low += 1 }
        if low < high { low += 1 }
      } else {
        high = line
      }
    }
    return low
  }

  /// Where the names with the same two first letters begin and end.
  private func bounds(_ name: Span<UInt8>, _ length: Int) -> (Int, Int) {
    let all = (0, text.utf8CodeUnitCount)
    guard length >= 2, name[0] &- 0x61 < 26 else { return all }
    let second = name[1] < 0x61 ? 0 : min(Int(name[1]) - 0x60, 26)
    let pair = Int(name[0] &- 0x61) * 27 + second
    // Behind the 27 entries of a letter comes a line break; a second byte above z ends where the next letter begins.
    let next = name[1] > 0x7A ? pair + 1 + 26 - second : pair + 1
    guard let low = entry(pair, of: index), let high = entry(next, of: index) else { return all }
    return (low, max(low, min(high, text.utf8CodeUnitCount)))
  }

  private func entry(_ number: Int, of index: StaticString) -> Int? {
    let start = number * 5 + number / 27
    guard start + 5 <= index.utf8CodeUnitCount else { return nil }
    var value = 0
    for offset in start..<start + 5 {
      let digit = index.utf8Start[offset]
      value = value << 4 | Int(digit < 0x3A ? digit &- 0x30 : digit &- 0x57)
    }
    return value
  }

  /// True where the line is below the name.
  private func isBelow(
    _ name: Span<UInt8>, _ length: Int, _ bytes: UnsafePointer<UInt8>, _ line: Int, _ count: Int
  ) -> Bool {
    var index = 0
    while index < length {
      guard line + index < count else { return true }
      let byte = bytes[line + index]
      // A line that ends here is shorter, and so below.
      if byte == 0x0A || byte == 0x3D { return true }
      if byte != name[index] { return byte < name[index] }
      index += 1
    }
    return false
  }
}
