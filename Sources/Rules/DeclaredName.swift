import Semantics
import Syntax

/// A name that somebody took the trouble to declare, as rules compare copy with it.
struct DeclaredName: Hashable, Sendable {
  let kind: EntityKind
  let name: String
  let otherNames: [String]
  let wrongNames: [String]
  let isWithheld: Bool
  /// The name without a suffix, as a whole, word by word, and together with the words of the other names.
  let plainName: String
  let words: [[UInt8]]
  let allWords: Set<[UInt8]>
  let letterCount: Int
  /// What stands for it alone: a surname, or a name of one word; empty for a longer one.
  let alone: [UInt8]

  init(_ declaration: Declaration) {
    kind = declaration.kind
    name = declaration.name
    otherNames = declaration.attributes.filter { $0.kind == .aka }.map(\.text)
    wrongNames = declaration.attributes.filter { $0.kind == .not }.map(\.text)
    isWithheld = declaration.isWithheld
    let words = DeclaredName.words(of: declaration.name).filter { !suffixes.contains($0) }
    plainName = words.joined(separator: " ")
    self.words = words.map { Array($0.utf8) }
    allWords = Set(([declaration.name] + otherNames).flatMap { DeclaredName.words(of: $0).map { Array($0.utf8) } })
    letterCount = words.reduce(0) { $0 + $1.count }
    alone = kind == .person || words.count == 1 ? self.words.last ?? [] : []
  }

  /// The part of a person’s name that copy uses alone, without Jr. and the like; for all others the whole name.
  var surname: String {
    let words = DeclaredName.words(of: name)
    return kind == .person ? words.last ?? name : name
  }

  /// The words of a name; a suffix after a comma is none of them.
  static func words(of name: String) -> [String] {
    name.prefix { $0 != "," }.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

/// What follows a surname and belongs to nobody alone.
private let suffixes: Set<String> = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"]

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
