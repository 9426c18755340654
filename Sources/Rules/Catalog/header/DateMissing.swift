import Semantics
import Syntax

let dateMissing = Rule(
  "header/date-missing", .information, whenPublishing: .error, fix: .quick,
  summary: "The article has no date line.",
  why: "Every news system asks for a date, and yesterday’s paper is only told from today’s by it.",
  silent: ["date 2023-11-29 The council met.", "", "// nothing yet\n", "person Ana Ruiz\n", "Date: 29/11/2023\n"],
  reported: [
    """
    headline Council meets

    The council met on Wednesday.
    ▔▔▔ No date line: write “date YYYY-MM-DD” before the first words.
    → Insert “date 2023-11-29”
    headline Council meets

    date 2023-11-29 The council met on Wednesday.
    """,
    """
    # Council meets
      ▔▔▔▔▔▔▔ No date line: write “date YYYY-MM-DD” before the first words.

    It met on Wednesday.
    → Insert “date 2023-11-29”
    date 2023-11-29

    # Council meets

    It met on Wednesday.
    """,
  ],
  check: .article { proof in
    guard proof.header.entries.isEmpty, let (line, text, start) = firstCopy(proof.article) else { return }
    if case .prose(_, _, .date) = line.form { return }
    let words = proof.text.bytes(in: text)
    let end = words.firstIndex { $0 == 0x20 || $0 == 0x09 } ?? words.count
    var fixes: [Fix] = []
    if let today = proof.today {
      var insertion = Fix.Edit(start..<start, "date \(today)\(proof.lineBreak)\(proof.lineBreak)")
      if case .prose(_, _, nil) = line.form { insertion = .init(text.lowerBound..<text.lowerBound, "date \(today) ") }
      fixes = [Fix("Insert “date \(today)”", [insertion], isPreferred: true)]
    }
    proof.mark(
      text.lowerBound..<text.lowerBound + end, "No date line: write “date YYYY-MM-DD” before the first words.",
      fixes: fixes)
  })

/// The first line of copy, its words and its start in the article.
private func firstCopy(_ article: Article) -> (line: Line, text: Range<Int>, start: Int)? {
  for place in article.places {
    for line in place.passage?.copy.lines ?? [] {
      let text: Extent
      switch line.form {
      case .prose(let words, _, _), .quote(let words), .heading(_, let words): text = words
      case .attribution(let attribution): text = attribution.name
      case .endMark, .notes: return nil
      default: continue
      }
      return (line, text.from(place.start), line.extent.from(place.start).lowerBound)
    }
  }
  return nil
}
