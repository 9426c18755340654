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
    let field = proof.header.target(ofEntry: entry)
    target = field.flatMap { Int($0.value) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// `480 words`, and where there is a target `480 of 450 words`.
  var said: String { target.map { "\(words) of \(counted($0, "word"))" } ?? counted(words, "word") }
}

/// Words of copy: paragraphs and quote blocks.
private func wordCount(in range: Range<Int>, of article: Article) -> Int {
  var count = 0
  var place = article.passages.place(at: range.lowerBound)
  while let passage = place.passage, place.start < range.upperBound {
    let page = article.passages.pages[place.page]
    if place.index == 0, range.lowerBound <= place.start, place.start + page.byteCount <= range.upperBound {
      count += article.wordCount(ofPage: place.page)
      place = article.passages.place(page: place.page + 1, index: 0)
      continue
    }
    if range.lowerBound <= place.start, place.end <= range.upperBound {
      count += article.closeReading(at: place)?.wordCount ?? 0
    } else {
      let bytes = article.text.bytes(in: place.start..<place.end)
      for unit in passage.copy.units where unit.kind.isStory {
        if range.contains(place.start + unit.extent.lowerBound) { count += countWords(bytes[unit.extent.range]) }
      }
    }
    place = article.passages.place(after: place)
  }
  return count
}
