import Semantics
import Syntax

let dateFuture = Rule(
  "header/date-future", .warning,
  summary: "A published article is dated later than today.",
  why:
    "Tomorrow’s paper is written today, so a later date alone is no mistake; once published without an embargo it is.",
  silent: [
    "date 2023-12-24 The council will meet.", "status published\ndate 2023-11-29 The council met.",
    "status published\nembargo 2023-12-24T06:00Z\ndate 2023-12-24 The council will meet.",
  ],
  reported: [
    """
    status published
    date 2023-12-24 The council will meet.
         ▔▔▔▔▔▔▔▔▔▔ Published, yet dated 25 days from now: check the date, or add an embargo.
    """
  ],
  check: .header { proof in
    guard let today = proof.today, proof.header.document(.status)?.value == "published" else { return }
    for entry in proof.header.entries {
      guard let date = entry.value.date, date > today, proof.header.document(.embargo) == nil,
        proof.header.field(.embargo, ofEntry: entry.number) == nil
      else { continue }
      let days = today.days(to: date)
      let distance = days == 1 ? "tomorrow" : "\(days) days from now"
      proof.mark(entry.valueRange, "Published, yet dated \(distance): check the date, or add an embargo.")
    }
  })
