import Semantics
import Syntax

let emptyEntry = Rule(
  "structure/empty-entry", .warning,
  summary: "A date line has no copy below it.",
  why: "There is nothing to publish under that date.",
  silent: ["date 2023-11-29\n\nIt met.", "date 2023-11-29 It met.", "date 2023-11-29\n\n> Quoted.\n-- Ana Ruiz"],
  reported: [
    """
    date 2023-11-29
    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Nothing follows this date: write the entry, or remove the line.
    headline Council meets

    date 2023-11-30 It met again.
    """
  ],
  check: .article { proof in
    for entry in proof.header.entries where entry.body == nil && !hasCopy(entry, proof.article) {
      proof.mark(
        entry.key.lowerBound..<entry.valueRange.upperBound,
        "Nothing follows this date: write the entry, or remove the line.")
    }
  })

private func hasCopy(_ entry: Entry, _ article: Article) -> Bool {
  for place in article.passages.from(article.passages.place(at: entry.line.lowerBound)) {
    if place.start >= entry.range.upperBound { break }
    let lines = place.passage?.copy.lines ?? []
    // A million dates may stand in one passage: what is above the entry is not walked over again for each.
    for line in lines[firstLine(of: lines, from: entry.line.upperBound - place.start)...] {
      if line.extent.from(place.start).lowerBound >= entry.range.upperBound { return false }
      switch line.form {
      case .prose, .quote, .heading, .attribution: return true
      case .blank, .comment, .date, .field, .entity, .setting, .endMark, .notes: continue
      }
    }
  }
  return false
}

/// The first line that starts at `offset` or later; their count where none does.
private func firstLine(of lines: [Line], from offset: Int) -> Int {
  var low = 0
  var high = lines.count
  while low < high {
    let middle = (low + high) / 2
    if lines[middle].extent.lowerBound < offset { low = middle + 1 } else { high = middle }
  }
  return low
}
