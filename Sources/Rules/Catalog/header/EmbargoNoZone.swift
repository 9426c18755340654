import Semantics
import Syntax

let embargoNoZone = Rule(
  "header/embargo-no-zone", .warning, fix: .quick,
  summary: "An embargo has a time but no zone.",
  why: "Embargoes have been broken by hours because two desks read one time in two zones.",
  silent: ["embargo 2023-12-01T00:01Z\ndate 2023-12-01 It met.", "embargo 2023-12-01\ndate 2023-12-01 It met."],
  reported: [
    """
    embargo 2023-12-01T00:01
            ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ In which zone? Add Z or an offset such as +01:00.
    date 2023-12-01 It met.
    → Add Z, for UTC
    embargo 2023-12-01T00:01Z
    date 2023-12-01 It met.
    """
  ],
  check: .header { proof in
    for field in proof.header.fields where field.key == .embargo {
      guard let time = field.date?.time, time.zone == nil else { continue }
      let end = field.valueRange.upperBound
      proof.mark(
        field.valueRange, "In which zone? Add Z or an offset such as +01:00.",
        fixes: [Fix("Add Z, for UTC", end..<end, "Z")])
    }
  })
