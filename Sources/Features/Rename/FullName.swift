/// A name taken apart into its words, so that any part of it can be told and rewritten.
struct FullName {
  /// Without a Jr. or the like.
  let words: [String]
  let suffix: String

  init(_ text: String) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var suffix = ""
    while words.count > 1, let last = words.last, Self.suffixes.contains(last.filter { $0 != "." && $0 != "," }) {
      suffix = " \(last)" + suffix
      words.removeLast()
      if let comma = words.last, comma.hasSuffix(",") {
        words[words.count - 1].removeLast()
        suffix = "," + suffix
      }
    }
    self.words = words
    self.suffix = suffix
  }

  private static let suffixes: Set<String> = ["Jr", "Sr", "II", "III", "IV", "MD", "PhD"]
  private static let particles: Set<String> = [
    "van", "von", "de", "la", "del", "della", "der", "den", "di", "da", "dos", "du", "le", "el", "al", "bin", "ibn",
    "bint", "abu", "ben", "ter", "ten", "zu", "af", "av", "san", "st.",
  ]

  /// Which of the words a shorter or equal name is; nil where it is none of them.
  func part(_ text: String) -> Range<Int>? {
    let part = FullName(text).words.map { $0.lowercased() }
    let whole = words.map { $0.lowercased() }
    guard !part.isEmpty, part.count <= whole.count else { return nil }
    // A surname is more often meant than a first name that is the same.
    return (0...whole.count - part.count).reversed().map { $0..<$0 + part.count }.first { Array(whole[$0]) == part }
  }

  /// The same words, in capitals or not.
  func `is`(_ text: String) -> Bool { part(text)?.count == words.count }

  /// Where the family name begins, with its particles.
  var surname: Int {
    var start = max(words.count - 1, 0)
    while start > 1, FullName.particles.contains(words[start - 1].lowercased()) { start -= 1 }
    return start
  }

  /// The full new name, where only the part was typed that stood under the cursor.
  func completing(_ new: String, typedAt old: String) -> String {
    let typed = new.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let part = part(old), part.count < words.count, typed.count == part.count else {
      return typed.joined(separator: " ")
    }
    return (words[..<part.lowerBound] + typed + words[part.upperBound...]).joined(separator: " ") + suffix
  }

  /// What becomes of a part when the whole becomes `new`; nil where that cannot be said.
  func rewritten(_ part: Range<Int>, as new: FullName) -> [String]? {
    if part.count == words.count { return new.words }
    if words.count == new.words.count { return Array(new.words[part]) }
    if part.lowerBound == 0 { return Array(new.words.prefix(1)) }
    guard part.upperBound == words.count, let last = new.words.last else { return nil }
    return part.lowerBound > surname ? [last] : Array(new.words[new.surname...])
  }
}
