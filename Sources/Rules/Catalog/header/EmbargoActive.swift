import Semantics
import Syntax

let embargoActive = Rule(
  "header/embargo-active", .error,
  summary: "The article is published although its embargo has not ended.",
  why: "Publishing early breaks a promise to a source.",
  silent: [
    "status ready\nembargo 2023-12-01\ndate 2023-12-01 It met.",
    "status published\nembargo 2023-11-29T06:00Z\ndate 2023-11-29 It met.",
  ],
  reported: [
    """
    status published
           ▔▔▔▔▔▔▔▔▔ ↳ published
    embargo 2023-12-01T00:01Z
            ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ The embargo has not ended: take the article back, or correct the embargo.
    date 2023-11-29 It met.
    """
  ],
  check: .header { proof in
    guard let today = proof.today, let status = proof.header.document(.status), status.value == "published" else {
      return
    }
    for field in proof.header.fields where field.key == .embargo {
      // The hour is not known here, so the last day counts as over.
      guard let end = field.date?.date, end > today else { continue }
      proof.mark(
        field.valueRange, "The embargo has not ended: take the article back, or correct the embargo.",
        related: [.init(range: status.valueRange, message: "published")])
    }
  })
