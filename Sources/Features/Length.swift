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
  let (pages, starts) = (article.passages.pages, article.passages.byteStarts)
  var count = 0
  for number in starts.lastPlace(whereNot: { $0 > range.lowerBound })..<pages.count {
    let (page, base) = (pages[number], starts[number])
    guard base < range.upperBound else { break }
    if range.lowerBound <= base, base + page.byteCount <= range.upperBound {
      count += article.wordCount(ofPage: number)
      continue
    }
    for (passage, offset) in zip(page.passages, page.byteStarts) {
      let (start, end) = (base + offset, base + offset + passage.byteCount)
      guard start < range.upperBound, range.lowerBound < end else { continue }
      if range.lowerBound <= start, end <= range.upperBound {
        count += article.closeReading(of: passage, at: start).wordCount
        continue
      }
      let bytes = article.text.bytes(in: start..<end)
      for unit in passage.copy.units where unit.kind.isStory {
        if range.contains(start + unit.extent.lowerBound) { count += countWords(bytes[unit.extent.range]) }
      }
    }
  }
  return count
}
