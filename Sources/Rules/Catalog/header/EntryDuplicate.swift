import Semantics

let entryDuplicate = Rule(
  "header/entry-duplicate", .warning, fix: .quick,
  summary: "Two entries have the same date and begin with the same words.",
  why: "An entry pasted twice is read twice.",
  silent: [
    "date 2023-11-29 The council met.\n\ndate 2023-11-29 The vote was close.", "date 2023-11-29\n\ndate 2023-11-29",
  ],
  reported: [
    """
    date 2023-11-29 The council met on Wednesday.
    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ ↳ the same entry

    Later it rained.

    date 2023-11-29 The council met on Wednesday.
    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ This entry stands above already: delete one of the two.
    → Delete this entry
    date 2023-11-29 The council met on Wednesday.

    Later it rained.


    """
  ],
  check: .article { proof in
    guard proof.header.entries.count > 1 else { return }
    var seen: [Opening: Entry] = [:]
    for entry in proof.header.entries {
      let rest = entry.valueRange.upperBound..<entry.range.upperBound
      let bytes = proof.text.bytes(in: rest.clamped(to: rest.lowerBound..<rest.lowerBound + 240))
      let words = Array(bytes.drop { $0 <= 0x20 }.prefix { $0 != 0x0A && $0 != 0x0D })
      guard !words.isEmpty else { continue }
      let opening = Opening(date: entry.value, words: words)
      guard let first = seen[opening] else {
        seen[opening] = entry
        continue
      }
      proof.mark(
        entry.key.lowerBound..<entry.valueRange.upperBound,
        "This entry stands above already: delete one of the two.",
        related: [.init(range: first.key.lowerBound..<first.valueRange.upperBound, message: "the same entry")],
        fixes: [Fix("Delete this entry", entry.range, "")])
    }
  })

private struct Opening: Hashable {
  let date: DateValue
  let words: [UInt8]
}
