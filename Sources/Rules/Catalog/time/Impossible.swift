import Semantics
import Syntax

let timeImpossible = Rule(
  "time/impossible", .error, fix: .quick,
  summary: "The copy names a day that does not exist.",
  why: "Nobody can be there on 31 November; a reader who notes it down will miss the day that was meant.",
  silent: [
    "date 2023-11-29 The council meets on Nov. 30 and on Feb. 29, 2024.", "date 2023-11-29 In June 31 people died.",
  ],
  reported: [
    """
    date 2023-11-29 The council meets on Nov. 31.
                                         ▔▔▔▔▔▔▔ November has 30 days: check the date.
    → Change to 30
    date 2023-11-29 The council meets on Nov. 30.
    """,
    """
    date 2023-11-29 It was founded on 29 February 1900.
                                      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ February 1900 has 28 days: check the date.
    → Change to 28
    date 2023-11-29 It was founded on 28 February 1900.
    """,
  ],
  check: .passage(where: .month) { proof in
    for mention in proof.dates where mention.isSure {
      // Without a year, 29 February may be meant in a leap year.
      let last = CivilDate.dayCount(year: mention.year ?? 2024, month: mention.month)
      guard mention.day > last else { continue }
      let month = monthName(mention.month) + (mention.year.map { " \($0)" } ?? "")
      let range = Extent(
        mention.weekdayExtent == nil ? mention.extent.lowerBound : dateStart(mention), mention.extent.upperBound)
      let number = Extent(mention.dayExtent.lowerBound, mention.dayExtent.lowerBound + 2)
      proof.mark(
        range.range, "\(month) has \(last) days: check the date.",
        fixes: [Fix("Change to \(last)", number.range, "\(last)")])
    }
  })

/// Where the date without its weekday starts.
private func dateStart(_ mention: DateMention) -> Int {
  min(mention.dayExtent.lowerBound, mention.monthExtent.lowerBound)
}
