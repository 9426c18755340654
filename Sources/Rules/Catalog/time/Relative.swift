import Semantics
import Syntax

let timeRelative = Rule(
  "time/relative", nil, in: [.ap: .hint], fix: .quick,
  summary: "The copy says yesterday, tomorrow, last night or this morning.",
  why: "Copy is read on another day than it was written; the name of the day is right on all of them.",
  silent: [
    "date 2023-11-29 “We won yesterday,” he said on Wednesday.", "date 2023-11-29 It is yesterday’s news.",
    "date 2023-11-29 It met on Wednesday. Today the town has two bridges.",
  ],
  reported: [
    """
    date 2023-11-29 The council met yesterday.
                                    ▔▔▔▔▔▔▔▔▔ Copy is read on another day: name the day.
    → Change to “on Tuesday”
    date 2023-11-29 The council met on Tuesday.
    """,
    """
    date 2023-11-29 Tomorrow it meets again.
                    ▔▔▔▔▔▔▔▔ Copy is read on another day: name the day.
    → Change to “On Thursday”
    date 2023-11-29 On Thursday it meets again.
    """,
    """
    date 2023-11-29 The council met last night and this morning.
                                    ▔▔▔▔▔▔▔▔▔▔ Copy is read on another day: name the day.
                                                   ▔▔▔▔▔▔▔▔▔▔▔▔ Copy is read on another day: name the day.
    → Change to “on Tuesday night”
    date 2023-11-29 The council met on Tuesday night and this morning.
    → Change to “on Wednesday morning”
    date 2023-11-29 The council met last night and on Wednesday morning.
    """,
  ],
  check: .article { proof in
    for place in proof.article.places {
      guard let passage = place.passage else { continue }
      let passageProof = PassageProof(passage, at: place.start, of: proof.text, proof.settings)
      for unit in passageProof.paragraphs {
        for phrase in phrases {
          let lower = passageProof.places(of: phrase.words, in: unit)
          let upper = passageProof.places(of: phrase.capitalised, in: unit)
          for range in lower + upper where passageProof.isAlone(range, in: unit) {
            let absolute = range.shifted(by: place.start)
            let day = proof.header.entry(at: absolute.lowerBound)?.value.date?.adding(days: phrase.days)
            let fixes = day.map { day in
              let words = (upper.contains(range) ? "On " : "on ") + day.weekday.name + phrase.part
              return [Fix("Change to “\(words)”", absolute, words)]
            }
            proof.mark(absolute, "Copy is read on another day: name the day.", fixes: fixes ?? [])
          }
        }
      }
    }
  })

/// What is said of a day by who does not name it, and how far that day is from the day of publication.
private struct Phrase {
  let words: StaticString
  let capitalised: StaticString
  let days: Int
  var part = ""
}

private let phrases = [
  Phrase(words: "yesterday", capitalised: "Yesterday", days: -1),
  Phrase(words: "tomorrow", capitalised: "Tomorrow", days: 1),
  Phrase(words: "last night", capitalised: "Last night", days: -1, part: " night"),
  Phrase(words: "tonight", capitalised: "Tonight", days: 0, part: " night"),
  Phrase(words: "this morning", capitalised: "This morning", days: 0, part: " morning"),
  Phrase(words: "this afternoon", capitalised: "This afternoon", days: 0, part: " afternoon"),
  Phrase(words: "this evening", capitalised: "This evening", days: 0, part: " evening"),
]

extension PassageProof {
  /// True for words of the paper’s own that are whole words and no possessives.
  fileprivate func isAlone(_ range: Range<Int>, in unit: Extent) -> Bool {
    let after = range.upperBound < unit.upperBound ? bytes[range.upperBound] : 0x20
    let before = range.lowerBound > unit.lowerBound ? bytes[range.lowerBound - 1] : 0x20
    return !isQuoted(range) && !isWordByte(before) && !isWordByte(after) && after != 0x27
  }
}
