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
  var place = article.passages.place(at: entry.line.lowerBound)
  while let passage = place.passage, place.start < entry.range.upperBound {
    let lines = passage.copy.lines
    // A million dates may stand in one passage: what is above the entry is not walked over again for each.
    let below = (0..<lines.count).partitioningIndex {
      lines[$0].extent.lowerBound >= entry.line.upperBound - place.start
    }
    for index in below..<lines.count {
      let line = lines[index]
      if line.extent.from(place.start).lowerBound >= entry.range.upperBound { return false }
      switch line.form {
      case .prose, .quote, .heading, .attribution: return true
      case .blank, .comment, .date, .field, .entity, .setting, .endMark, .notes: continue
      }
    }
    place = article.passages.place(after: place)
  }
  return false
}
