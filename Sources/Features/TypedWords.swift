import Semantics

/// Words that are being typed, held against those they may become.
///
/// Bytes are compared, and characters only where bytes beyond ASCII differ: they are slow to tell apart and to make small.
struct TypedWords {
  let words: String
  private let small: String
  private let initial: Initials

  init(_ words: some StringProtocol) {
    self.words = String(words)
    small = words.lowercased()
    initial = Initials(of: small)
  }

  /// False where no word begins with them by its first letter.
  func mayBegin(_ initials: Initials) -> Bool { initials.mayHold(initial) }

  /// True where the text begins with them, letter by letter.
  func begin(_ text: String) -> Bool {
    text.utf8.starts(with: words.utf8) || !text.utf8.allSatisfy { $0 < 0x80 } && text.hasPrefix(words)
  }

  /// True where a word of the text begins with them, capitals or not.
  func beginWord(of text: String) -> Bool { place(in: text) != nil }

  /// The text from the word that begins with them.
  func tail(of text: String) -> String {
    guard let place = place(in: text), place > text.startIndex else { return text }
    return String(text[place...])
  }

  /// Where the first word of the text stands that begins with them.
  private func place(in text: String) -> String.Index? {
    var text = text
    var small = small
    var isSure = true
    let offset: Int? = text.withUTF8 { text in
      small.withUTF8 { small in
        var start = 0
        while start < text.count || start == 0 {
          var index = 0
          while index < small.count, start + index < text.count, lowered(text[start + index]) == small[index] {
            index += 1
          }
          if index == small.count { return start }
          if start + index < text.count, text[start + index] | small[index] >= 0x80 { isSure = false }
          while start < text.count, text[start] != 0x20 { start += 1 }
          start += 1
        }
        return nil
      }
    }
    if let offset { return text.utf8.index(text.startIndex, offsetBy: offset) }
    return isSure ? nil : placeByCharacters(in: text)
  }

  /// The same for any letters.
  private func placeByCharacters(in text: String) -> String.Index? {
    var rest = Substring(text)
    while !rest.lowercased().hasPrefix(small) {
      guard let blank = rest.firstIndex(of: " ") else { return nil }
      rest = rest[blank...].dropFirst()
    }
    return rest.startIndex
  }
}
