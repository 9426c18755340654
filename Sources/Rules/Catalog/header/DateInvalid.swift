import Semantics
import Syntax

let dateInvalid = Rule(
  "header/date-invalid", .error, fix: .quick,
  summary: "A header names a day or a time that does not exist.",
  why: """
    The shape is right, the day is not: a slip of one key. Everything that hangs on the date, from the order of a live
    blog to the archive, would be wrong.
    """,
  silent: [" date 2024-02-29 The council met.", "date 2023-11 The council met."],
  reported: [
    """
     date 2023-02-30 The council met.
          ▔▔▔▔▔▔▔▔▔▔ There is no 30 February 2023: write a day that exists.
    → Change to 2023-02-28
     date 2023-02-28 The council met.
    """,
    """
    date 2023-11-29T25:10 The council met.
         ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ There is no such time: write 00:00 to 23:59.
    """,
    """
    embargo 2023-13-01T06:00Z
            ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ There is no month 13: write 01 to 12.
    date 2023-11-29 The council met.
    → Change to 2023-12-01
    embargo 2023-12-01T06:00Z
    date 2023-11-29 The council met.
    """,
  ],
  check: .header { proof in
    for entry in proof.header.entries { mark(entry.value, entry.valueRange, &proof) }
    for field in proof.header.fields where field.key == .updated || field.key == .embargo {
      if let value = field.date { mark(value, field.valueRange, &proof) }
    }
  })

private func mark(_ value: DateValue, _ range: Range<Int>, _ proof: inout HeaderProof) {
  guard let message = message(about: value) else { return }
  var fixes: [Fix] = []
  if value.problem == .month || value.problem == .day, let nearest = value.nearestDate {
    let day = range.lowerBound..<min(range.lowerBound + 10, range.upperBound)
    fixes = [Fix("Change to \(nearest)", day, "\(nearest)", isPreferred: true)]
  }
  proof.mark(range, message, fixes: fixes)
}

private func message(about value: DateValue) -> String? {
  switch value.problem {
  case nil: nil
  case .month: "There is no month \(value.month): write 01 to 12."
  case .day: "There is no \(value.day ?? 0) \(monthName(value.month)) \(value.year): write a day that exists."
  case .time: "There is no such time: write 00:00 to 23:59."
  case .zone: "There is no such zone: write Z or an offset such as +01:00."
  }
}
