import Semantics
import Syntax

/// How many words an entry has, and how many it should have.
struct Length {
  let words: Int
  /// The `target` of the entry, else that of the header above all entries.
  let target: Int?

  /// Counts the copy of an entry, or of an article without any.
  init(ofEntry entry: Int?, in proof: Proof) {
    let entries = proof.header.entries
    let range = entry.flatMap { entries.indices.contains($0) ? entries[$0].range : nil } ?? 0..<proof.article.text.count
    words = wordCount(in: range, of: proof.article)
    let targets = proof.header.fields.filter { $0.key == .target }
    let field = targets.last { $0.entry == entry } ?? targets.last { $0.entry == nil }
    target = field.flatMap { Int($0.value) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// `480 words`, and where there is a target `480 of 450 words`.
  var said: String { target.map { "\(words) of \(counted($0, "word"))" } ?? counted(words, "word") }
}

/// Words of copy: paragraphs and quote blocks.
private func wordCount(in range: Range<Int>, of article: Article) -> Int {
  var count = 0
  for place in article.passages.from(article.passages.place(at: range.lowerBound)) where place.end > range.lowerBound {
    if place.start >= range.upperBound { break }
    let copy = (place.passage?.copy.units ?? []).filter { unit in
      switch unit.kind {
      case .paragraph, .quoted: range.contains(place.start + unit.extent.lowerBound)
      default: false
      }
    }
    guard !copy.isEmpty else { continue }
    let bytes = article.text.bytes(in: place.start..<place.end)
    for unit in copy { count += wordCount(bytes[unit.extent.range]) }
  }
  return count
}

/// Words as a machine counts them: what stands between blanks.
func wordCount(_ bytes: some Sequence<UInt8>) -> Int {
  var count = 0
  var isInWord = false
  for byte in bytes {
    if byte > 0x20, !isInWord { count += 1 }
    isInWord = byte > 0x20
  }
  return count
}
