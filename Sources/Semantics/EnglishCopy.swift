import Syntax

extension Article {
  /// True where the copy is in English: as its `lang` says, else as the commonest words of its beginning show.
  ///
  /// What knows only English verbs of speech has nothing to say about other languages.
  package var isEnglish: Bool {
    switch passages.exit.language {
    case .english, .british: return true
    case .lowOpening, .other: return false
    case .unstated: break
    }
    var words = 0
    var known = 0
    var word = Fingerprint()
    var isInWord = false
    for byte in text.bytes(in: 0..<min(text.count, 8192)) {
      if isLetter(byte) || byte >= 0x80 {
        word.add(lowered(byte))
        isInWord = true
      } else if isInWord {
        words += 1
        if commonest.contains(word.value) { known += 1 }
        word = Fingerprint()
        isInWord = false
      }
    }
    return known > 0 && known * 20 >= words
  }
}

/// Words without which English cannot be written, and which no neighbour of it has.
private let commonest: Set<UInt64> = Set(
  ["the", "and", "that", "with", "from", "said", "says", "he", "she", "they", "it", "of", "was", "were", "this", "his"]
    .map { fingerprint($0) })
