/// A day of the Gregorian calendar that exists; there is no clock and no zone behind it.
package struct CivilDate: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil for a day that no calendar has, such as 30 February, and for years outside 0…9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CivilDate.dayCount(year: year, month: month)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads exactly `YYYY-MM-DD`.
  package init?(_ iso: String) {
    guard let value = DateValue(Array(iso.utf8)), value.time == nil, let date = value.date else { return nil }
    self = date
  }

  /// The day that many days after 1 January 1970.
  package init?(daysSinceEpoch days: Int) {
    guard (-800_000...3_000_000).contains(days) else { return nil }
    // Counting in eras of 400 years that begin on 1 March puts the leap day last, so that months need no table.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Days after 1 January 1970, so that the days between two dates are a subtraction.
  package var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  package var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    let index = (daysSinceEpoch + 3) % 7
    return Weekday.allCases[index < 0 ? index + 7 : index]
  }

  /// The day that many days later; nil beyond the calendar.
  package func adding(days: Int) -> CivilDate? {
    guard (-4_000_000...4_000_000).contains(days) else { return nil }
    return CivilDate(daysSinceEpoch: daysSinceEpoch + days)
  }

  /// Days from this date to `other`, negative where that is earlier.
  package func days(to other: CivilDate) -> Int { other.daysSinceEpoch - daysSinceEpoch }

  /// 28 to 31; 0 for a month that there is not.
  package static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }
}

extension CivilDate: Comparable, CustomStringConvertible {
  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `YYYY-MM-DD`.
  package var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// `29 November 2023`, for messages.
  package var spelledOut: String { "\(day) \(monthName(month)) \(year)" }
}

/// The days of the week in the order of ISO 8601.
package enum Weekday: String, CaseIterable, Sendable {
  case monday = "Monday"
  case tuesday = "Tuesday"
  case wednesday = "Wednesday"
  case thursday = "Thursday"
  case friday = "Friday"
  case saturday = "Saturday"
  case sunday = "Sunday"

  /// The English name.
  package var name: String { rawValue }
}

/// The English name of a month from 1 to 12; empty for any other number.
package func monthName(_ month: Int) -> String {
  (1...12).contains(month) ? monthNames[month - 1] : ""
}

let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
]

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(width - digits.count, 0)) + digits
}
