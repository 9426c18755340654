import Semantics
import Syntax

let correctionUndated = Rule(
  "correction/undated", .information, fix: .quick,
  summary: "A correction does not say when it was made, or is newer than the last update.",
  why: "Readers who saw the article before must be able to tell whether they read the right version.",
  silent: [
    "date 2023-11-29 It met.\n\ncorrection 2023-11-30 The budget is for 2024.",
    "updated 2023-12-01\ndate 2023-11-29 It met.\n\ncorrection 2023-11-30 The budget is for 2024.",
  ],
  reported: [
    """
    date 2023-11-29 It met.

    correction The budget is for 2024.
    ▔▔▔▔▔▔▔▔▔▔ When? Begin the correction with its date, YYYY-MM-DD.
    → Insert 2023-11-29
    date 2023-11-29 It met.

    correction 2023-11-29 The budget is for 2024.
    """,
    """
    updated 2023-11-29
            ▔▔▔▔▔▔▔▔▔▔ ↳ updated
    date 2023-11-28 It met.

    correction 2023-11-30 The budget is for 2024.
               ▔▔▔▔▔▔▔▔▔▔ Newer than the last update: set “updated” to this date.
    → Set “updated” to 2023-11-30
    updated 2023-11-30
    date 2023-11-28 It met.

    correction 2023-11-30 The budget is for 2024.
    """,
  ],
  check: .header { proof in
    let updated = proof.header.document(.updated)
    for field in proof.header.fields where field.key == .correction {
      let first = String(field.value.prefix { $0 != " " && $0 != "," && $0 != ":" })
      let start = field.valueRange.lowerBound
      guard let made = DateValue(first.utf8) else {
        let fixes = proof.today.map { [Fix("Insert \($0)", start..<start, "\($0) ")] } ?? []
        proof.mark(field.keyRange, "When? Begin the correction with its date, YYYY-MM-DD.", fixes: fixes)
        continue
      }
      guard let updated, let date = updated.date, date.isBefore(made) else { continue }
      proof.mark(
        start..<start + first.utf8.count, "Newer than the last update: set “updated” to this date.",
        related: [.init(range: updated.valueRange, message: "updated")],
        fixes: [Fix("Set “updated” to \(first)", updated.valueRange, first)])
    }
  })
