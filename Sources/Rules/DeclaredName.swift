import Semantics
import Syntax

/// A name that somebody took the trouble to declare, as rules compare copy with it.
struct DeclaredName: Hashable, Sendable {
  let kind: EntityKind
  let name: String
  let otherNames: [String]
  let wrongNames: [String]
  let isWithheld: Bool

  init(_ declaration: Declaration) {
    kind = declaration.kind
    name = declaration.name
    otherNames = declaration.attributes.filter { $0.kind == .aka }.map(\.text)
    wrongNames = declaration.attributes.filter { $0.kind == .not }.map(\.text)
    isWithheld = declaration.isWithheld
  }

  /// The part of a person's name that copy uses alone, without Jr. and the like.
  var surname: String {
    let words = DeclaredName.words(of: name)
    return kind == .person ? words.last ?? name : name
  }

  /// The words of a name; a suffix after a comma is none of them.
  static func words(of name: String) -> [String] {
    name.prefix { $0 != "," }.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// The declared spelling that a name in the copy is one letter away from; nil where it is right or far off.
  func nearMiss(_ words: [String]) -> String? {
    let own = DeclaredName.words(of: name)
    guard let first = words.first, let last = words.last, let ownFirst = own.first, let ownLast = own.last else {
      return nil
    }
    if words.count == 1 {
      let surname = surname
      return isSlip(first, surname) && surname.count >= 5 && !surname.contains(" ") ? surname : nil
    }
    guard own.count >= 2, name.count >= 5, words.count == own.count || words.count == 2 else { return nil }
    if words.count == own.count, zip(words.dropFirst().dropLast(), own.dropFirst().dropLast()).contains(where: !=) {
      return nil
    }
    guard first == ownFirst && isSlip(last, ownLast) || last == ownLast && isSlip(first, ownFirst) else { return nil }
    return words.count == own.count ? own.joined(separator: " ") : "\(ownFirst) \(ownLast)"
  }

  /// True where every word belongs to this name or to another name of the same bearer.
  func owns(_ words: [String]) -> Bool {
    ([name] + otherNames).contains { name in
      let own = DeclaredName.words(of: name)
      return words.allSatisfy(own.contains)
    }
  }
}

/// One letter more, less or other, but no plural.
private func isSlip(_ word: String, _ name: String) -> Bool {
  guard word != name, name.count >= 3, abs(word.utf8.count - name.utf8.count) <= 3 else { return false }
  if word == name + "s" || word == name + "es" || name == word + "s" { return false }
  return slips(from: Array(word), to: Array(name)) == 1
}

extension PassageProof {
  /// Where the words stand in print, whole and as written.
  func occurrences(of words: String) -> [Range<Int>] {
    let needle = Array(words.utf8)
    guard let first = needle.first else { return [] }
    var found: [Range<Int>] = []
    for unit in printed where unit.count >= needle.count {
      var index = unit.lowerBound
      while index + needle.count <= unit.upperBound {
        if bytes[index] == first, bytes[index..<index + needle.count].elementsEqual(needle),
          index == unit.lowerBound || !isWordByte(bytes[index - 1]) || bytes[index - 1] >= 0x80,
          index + needle.count == unit.upperBound || endsWord(at: index + needle.count)
        {
          found.append(index..<index + needle.count)
          index += needle.count
        } else {
          index += 1
        }
      }
    }
    return found
  }

  /// Not a letter of ASCII, a digit or an accented letter; curly marks and dashes end a word.
  private func endsWord(at index: Int) -> Bool {
    let byte = bytes[index]
    return byte == 0xE2 || !isWordByte(byte)
  }
}
