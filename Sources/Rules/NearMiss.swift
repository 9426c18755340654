import Semantics
import Syntax

/// Words in print that are one slip away from a declared name.
struct NearMiss {
  let range: Range<Int>
  /// The declared spelling.
  let right: String
}

extension PassageProof {
  /// Looks at every run of words, as a misspelt name is often one that nothing else would take for a name.
  func nearMisses(of declared: [DeclaredName]) -> [NearMiss] {
    var found: [NearMiss] = []
    for unit in printed {
      let words = nameWords(in: unit)
      var index = 0
      while index < words.count {
        guard let miss = nearMiss(at: index, words, declared, in: unit) else {
          index += 1
          continue
        }
        found.append(miss)
        index += 1
        while index < words.count, words[index].lowerBound < miss.range.upperBound { index += 1 }
      }
    }
    return found
  }

  private func nearMiss(
    at index: Int, _ words: [Range<Int>], _ declared: [DeclaredName], in unit: Extent
  ) -> NearMiss? {
    for name in declared {
      let count = name.words.count
      if count >= 2, index + count <= words.count {
        let window = words[index..<index + count]
        if let last = window.last, isOneSlip(window, from: name), !isDeclared(window, declared) {
          return NearMiss(range: words[index].lowerBound..<last.upperBound, right: name.plainName)
        }
      }
    }
    let word = words[index]
    guard bytes[word.lowerBound] <= 0x5A || bytes[word.lowerBound] >= 0xC3, word.count >= 4,
      !isDeclared(words[index...index], declared), !followsFirstName(index, words, unit),
      !precedesSurname(index, words)
    else { return nil }
    for name in declared where name.alone.count >= 5 && isSlip(bytes[word], name.alone) {
      return NearMiss(range: word, right: String(decoding: name.alone, as: UTF8.self))
    }
    return nil
  }

  /// All words but one are those of the name, and that one is a slip.
  private func isOneSlip(_ window: ArraySlice<Range<Int>>, from name: DeclaredName) -> Bool {
    var slipped: Range<Int>?
    var own: [UInt8] = []
    for (range, word) in zip(window, name.words) where !isSame(bytes[range], word) {
      if slipped != nil { return false }
      slipped = range
      own = word
    }
    guard let slipped, name.letterCount >= 5 else { return false }
    return isSlip(bytes[slipped], own)
  }

  private func isDeclared(_ window: ArraySlice<Range<Int>>, _ declared: [DeclaredName]) -> Bool {
    declared.contains { name in
      window.allSatisfy { range in name.allWords.contains { bytes[range].elementsEqual($0) } }
    }
  }

  /// After another first name it is another bearer.
  private func followsFirstName(_ index: Int, _ words: [Range<Int>], _ unit: Extent) -> Bool {
    guard index > 0, words[index - 1].upperBound + 1 == words[index].lowerBound else { return false }
    let before = words[index - 1]
    guard bytes[before.lowerBound] >= 0x41, bytes[before.lowerBound] <= 0x5A else { return false }
    let word = string(before).lowercased()
    return !titles.contains(word) && !(openers.contains(word) && startsSentence(before, unit))
  }

  /// Before another capitalised word it is a first name, or part of a longer name.
  private func precedesSurname(_ index: Int, _ words: [Range<Int>]) -> Bool {
    guard index + 1 < words.count, words[index].upperBound + 1 == words[index + 1].lowerBound else { return false }
    let first = bytes[words[index + 1].lowerBound]
    return first >= 0x41 && first <= 0x5A
  }

  private func startsSentence(_ word: Range<Int>, _ unit: Extent) -> Bool {
    var index = word.lowerBound
    while index > unit.lowerBound, bytes[index - 1] <= 0x20 { index -= 1 }
    guard index > unit.lowerBound else { return true }
    return [0x2E, 0x21, 0x3F, 0x22, 0x9C].contains(bytes[index - 1])
  }

  /// Runs of letters, hyphens and apostrophes, without a possessive ending.
  private func nameWords(in unit: Extent) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = unit.lowerBound
    while index < unit.upperBound {
      guard isNameByte(index) else {
        // Quotation marks, dashes and blanks of several bytes in one step.
        index += bytes[index] == 0xE2 ? 3 : bytes[index] == 0xC2 ? 2 : 1
        continue
      }
      let start = index
      while index < unit.upperBound, isNameByte(index) || joins(index, unit) { index += mark(at: index) }
      index = min(index, unit.upperBound)
      words.append(start..<withoutPossessive(start..<index))
    }
    return words
  }

  private func isNameByte(_ index: Int) -> Bool {
    let byte = bytes[index]
    return isLetter(byte) || isDigit(byte) || byte >= 0x80 && byte != 0xE2 && byte != 0xC2
  }

  /// A hyphen or an apostrophe between letters.
  private func joins(_ index: Int, _ unit: Extent) -> Bool {
    let next = index + mark(at: index)
    guard next < unit.upperBound, isNameByte(next) else { return false }
    return bytes[index] == 0x2D || bytes[index] == 0x27 || mark(at: index) == 3
  }

  /// 3 for a curly apostrophe, else 1.
  private func mark(at index: Int) -> Int {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99 ? 3 : 1
  }

  private func withoutPossessive(_ word: Range<Int>) -> Int {
    let end = word.upperBound
    guard word.count > 3, bytes[end - 1] == 0x73 else { return end }
    if bytes[end - 2] == 0x27 { return end - 2 }
    return word.count > 5 && mark(at: end - 4) == 3 ? end - 4 : end
  }
}

/// The same letters; whether it is `van` or `Van` depends on the sentence, and an initial may have its full stop.
private func isSame(_ word: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
  let own = name.last == UInt8(ascii: ".") ? name.dropLast() : name[...]
  guard word.count == own.count else { return false }
  return zip(word, own).allSatisfy { $0 == $1 || isLetter($0) && $0 ^ $1 == 0x20 }
}

private let titles: Set<String> = [
  "mr", "mrs", "ms", "dr", "sir", "lord", "lady", "president", "minister", "senator", "mayor", "judge", "justice",
  "general", "captain", "professor", "prof", "chairman", "secretary", "governor", "king", "queen", "prince", "princess",
  "pope", "coach", "chief", "director", "officer", "sergeant", "colonel", "major", "leader", "ambassador", "councillor",
]

/// Words with which a sentence begins and that are no first names.
private let openers: Set<String> = [
  "later", "then", "but", "and", "when", "after", "before", "on", "in", "at", "for", "as", "while", "although",
  "though",
  "so", "if", "yet", "still", "meanwhile", "yesterday", "today", "monday", "tuesday", "wednesday", "thursday", "friday",
  "saturday", "sunday", "with", "because", "since", "that", "what", "how", "why", "did", "does", "is", "was", "to",
  "by",
  "from", "not", "only", "even", "also", "like", "both", "once", "now", "the",
]

/// One letter more, less or other, but no plural.
private func isSlip(_ word: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
  guard name.count >= 2, abs(word.count - name.count) <= 3 else { return false }
  if name.count >= 5, word.prefix(2) != name.prefix(2), word.suffix(2) != name.suffix(2) { return false }
  if isSame(word, name) || word.elementsEqual(name + [0x73]) || word.elementsEqual(name + [0x65, 0x73])
    || name == word + [0x73]
  {
    return false
  }
  let letters = Array(String(decoding: word, as: UTF8.self))
  return slips(from: letters, to: Array(String(decoding: name, as: UTF8.self))) == 1
}
