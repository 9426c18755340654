/// True for a word that begins a sentence behind an abbreviation.
func startsSentences(_ key: UInt64) -> Bool { sentenceStarters.contains(key) }

private let sentenceStarters: [UInt64] = [
  "the", "a", "an", "in", "it", "he", "she", "they", "we", "but", "and", "for", "as", "at", "on", "this", "that",
  "these", "those", "if", "when", "while", "after", "before", "however", "his", "her", "its", "their", "there", "last",
  "some", "many", "most", "meanwhile", "you", "i", "with", "by", "to", "from", "no", "one",
].map { fingerprint($0) }
