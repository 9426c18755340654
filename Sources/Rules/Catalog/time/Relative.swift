import Semantics
import Syntax

let timeRelative = Rule(
  "time/relative", nil, in: [.ap: .hint], fix: .quick,
  summary: "The copy says yesterday, today or tomorrow.",
  why: "Copy is read on another day than it was written; the name of the day is right on all of them.",
  silent: ["date 2023-11-29 “We won yesterday,” he said on Wednesday.", "date 2023-11-29 It is yesterday’s news."],
  reported: [
    """
    date 2023-11-29 The council met yesterday.
                                    ▔▔▔▔▔▔▔▔▔ Copy is read on another day: name the day.
    → Change to “on Tuesday”
    date 2023-11-29 The council met on Tuesday.
    """
  ],
  check: .article { proof in
    for place in proof.article.places {
      guard let passage = place.passage else { continue }
      let passageProof = PassageProof(passage, at: place.start, of: proof.text, proof.settings)
      for unit in passageProof.paragraphs {
        for (word, days) in [("yesterday" as StaticString, -1), ("tomorrow", 1)] {
          for range in passageProof.places(of: word, in: unit) {
            let after = range.upperBound < unit.upperBound ? passageProof.bytes[range.upperBound] : 0x20
            let before = range.lowerBound > unit.lowerBound ? passageProof.bytes[range.lowerBound - 1] : 0x20
            guard !passageProof.isQuoted(range), !isWordByte(before), !isWordByte(after), after != 0x27 else {
              continue
            }
            let absolute = range.shifted(by: place.start)
            let day = proof.header.entry(at: absolute.lowerBound)?.value.date?.adding(days: days)
            let fixes = day.map { Fix("Change to “on \($0.weekday.name)”", absolute, "on \($0.weekday.name)") }
            proof.mark(absolute, "Copy is read on another day: name the day.", fixes: fixes.map { [$0] } ?? [])
          }
        }
      }
    }
  })
