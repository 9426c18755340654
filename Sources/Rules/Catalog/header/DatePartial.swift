import Semantics

let datePartial = Rule(
  "header/date-partial", .information,
  summary: "A date line names a month but no day.",
  why: """
    Archives and extracted pages often know no more than the month, and such an article is read all the same. A fresh
    one should say the day.
    """,
  silent: ["date 2023-11-29 The council met."],
  reported: [
    """
     date 2023-11 The council met.
          ▔▔▔▔▔▔▔ Only the month is given: add the day if it is known, as in 2023-11-01.
    """
  ],
  check: .header { proof in
    for entry in proof.header.entries where entry.value.isPartial && entry.value.problem == nil {
      let value = proof.words(entry.valueRange)
      proof.mark(entry.valueRange, "Only the month is given: add the day if it is known, as in \(value)-01.")
    }
  })
