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
    if range.lowerBound <= place.start, place.end <= range.upperBound {
      count += article.closeReading(at: place)?.wordCount ?? 0
      continue
    }
    let bytes = article.text.bytes(in: place.start..<place.end)
    for unit in place.passage?.copy.units ?? [] where unit.kind.isStory {
      if range.contains(place.start + unit.extent.lowerBound) { count += countWords(bytes[unit.extent.range]) }
    }
  }
  return count
}
