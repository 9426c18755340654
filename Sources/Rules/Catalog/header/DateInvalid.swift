import Semantics

let dateInvalid = Rule(
  "header/date-invalid", .error, fix: .quick,
  summary: "A date line names a day or a time that does not exist.",
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
         ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ There is no such time as this: write 00:00 to 23:59.
    """,
  ],
  check: .article { proof in
    for entry in proof.header.entries {
      guard let (message, nearest) = problem(of: entry.value) else { continue }
      let fixes = nearest.map { Fix("Change to \($0)", entry.dayRange, $0, isPreferred: true) }
      proof.mark(entry.valueRange, message, fixes: fixes.map { [$0] } ?? [])
    }
  })

/// What is impossible in a date value, and the day that may have been meant.
func problem(of value: DateValue) -> (message: String, nearest: String?)? {
  switch value.problem {
  case nil: nil
  case .month:
    ("There is no month \(value.month): write 01 to 12.", value.nearestDate?.description)
  case .day:
    (
      "There is no \(value.day ?? 0) \(monthName(value.month)) \(value.year): write a day that exists.",
      value.nearestDate?.description
    )
  case .time: ("There is no such time as this: write 00:00 to 23:59.", nil)
  case .zone: ("There is no such zone as this: write Z or an offset up to +14:00.", nil)
  }
}

extension Entry {
  /// The `YYYY-MM-DD` of the value.
  var dayRange: Range<Int> { valueRange.lowerBound..<min(valueRange.lowerBound + 10, valueRange.upperBound) }
}
