/// What the word lists say of a word.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Found in small letters in a dictionary.
  static let common = WordClasses(rawValue: 1 << 0)
  /// Lies between the words of a name: of, de, bin, &.
  static let connector = WordClasses(rawValue: 1 << 1)
}
