import Semantics
import Syntax

let weekdayMismatch = Rule(
  "time/weekday-mismatch", .error, fix: .quick,
  summary: "The day of the week and the date do not belong together.",
  why: """
    The day of the week is the first thing to check in a date: one of the two is wrong, and half of the readers will go
    by the wrong one. Where no year is written it is taken from the date line, and the finding is a warning.
    """,
  silent: [
    "date 2023-11-29 It met on Wednesday, Nov. 29, 2023, and on Tuesday, Nov. 28.",
    "date 2023-11 It met on Monday, Nov. 28.",
    "date 2023-11-29 It was in the Ellery Sun, Nov. 28, 2023.", "date 2023-11-29 He was born on Sunday, June 4.",
  ],
  reported: [
    """
    date 2023-11-29 It met on Tuesday, Nov. 29, 2023.
                              ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Nov. 29, 2023 is a Wednesday: correct the day or the date.
    → Change to Wednesday
    date 2023-11-29 It met on Wednesday, Nov. 29, 2023.
    → Change 29 to 28
    date 2023-11-29 It met on Tuesday, Nov. 28, 2023.
    """,
    """
    date 2023-11-29 It met on Tuesday, 29 November.
         ▔▔▔▔▔▔▔▔▔▔ ↳ the year is taken from here
                              ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ 29 November 2023 is a Wednesday: correct the day or the date.
    → Change to Wednesday
    date 2023-11-29 It met on Wednesday, 29 November.
    → Change 29 to 28
    date 2023-11-29 It met on Tuesday, 28 November.
    """,
    """
    date 2023-11-29 It meets on Saturday evening, Jan. 12.
         ▔▔▔▔▔▔▔▔▔▔ ↳ the year is taken from here
                                ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Jan. 12, 2024 is a Friday: correct the day or the date.
    → Change to Friday
    date 2023-11-29 It meets on Friday evening, Jan. 12.
    → Change 12 to 13
    date 2023-11-29 It meets on Saturday evening, Jan. 13.
    """,
  ],
  check: .article { proof in
    if proof.weekdays.isEmpty { return }
    let reaches = proof.header.entries.map { reach(of: $0, proof) }
    for placed in proof.weekdays {
      let mention = placed.mention
      guard let weekday = mention.weekday, let weekdayExtent = mention.weekdayExtent else { continue }
      let entry = proof.header.entry(at: placed.base + mention.extent.lowerBound)
      let meant: CivilDate
      if let year = mention.year {
        guard let date = mention.date(inYear: year) else { continue }
        meant = date
      } else {
        guard let entry, let reach = reaches[entry.number], let published = entry.value.date,
          let date = nearest(mention, to: published), abs(published.days(to: date)) <= reach
        else { continue }
        meant = date
      }
      guard meant.weekday != weekday else { continue }
      let words = proof.text.string(in: dateExtent(of: mention).from(placed.base))
      let named = mention.year == nil ? words + (mention.isDayFirst ? " " : ", ") + "\(meant.year)" : words
      var fixes = [Fix("Change to \(meant.weekday.name)", weekdayExtent.from(placed.base), meant.weekday.name)]
      if let day = nearestDay(to: meant, on: weekday) {
        let number = mention.dayExtent.lowerBound..<mention.dayExtent.lowerBound + "\(mention.day)".utf8.count
        if mention.dayExtent.count == number.count {
          fixes.append(Fix("Change \(mention.day) to \(day)", number.shifted(by: placed.base), "\(day)"))
        }
      }
      let related = entry.map { [Finding.Related(range: $0.valueRange, message: "the year is taken from here")] } ?? []
      proof.mark(
        mention.extent.from(placed.base), "\(named) is a \(meant.weekday.name): correct the day or the date.",
        mention.year == nil ? .warning : nil, related: mention.year == nil ? related : [], fixes: fixes)
    }
  })

/// How many days around an entry's date a date without a year is surely of the year that brings it closest.
///
/// A date line that no date near it bears out may be the day on which a page was saved, and is no measure. One above
/// which somebody has typed a header, or that another date bears out, vouches for half a year on either side.
private func reach(of entry: Entry, _ proof: borrowing ArticleProof) -> Int? {
  guard let published = entry.value.date else { return nil }
  let near = proof.weekdays.filter { placed in
    placed.mention.year == nil && entry.range.contains(placed.base + placed.mention.extent.lowerBound)
  }
  let wrong = near.count { placed in
    nearest(placed.mention, to: published).map { $0.weekday != placed.mention.weekday } ?? true
  }
  guard wrong <= 1 else { return nil }
  return wrong < near.count - 1 || !proof.header.fields.isEmpty ? 183 : 60
}

/// The date in the year that brings it closest to `day`.
private func nearest(_ mention: DateMention, to day: CivilDate) -> CivilDate? {
  (day.year - 1...day.year + 1).compactMap { CivilDate(year: $0, month: mention.month, day: mention.day) }
    .min { abs(day.days(to: $0)) < abs(day.days(to: $1)) }
}

private func nearestDay(to date: CivilDate, on weekday: Weekday) -> Int? {
  let days = [-1, 1, -2, 2, -3, 3].compactMap { date.adding(days: $0) }
  return days.first { $0.weekday == weekday && $0.month == date.month }?.day
}

/// The mention without its weekday.
private func dateExtent(of mention: DateMention) -> Extent {
  Extent(min(mention.dayExtent.lowerBound, mention.monthExtent.lowerBound), mention.extent.upperBound)
}
