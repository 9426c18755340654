/// The value of a date line: `YYYY-MM`, `YYYY-MM-DD` or that with a time; its numbers may name no real day.
package struct DateValue: Hashable, Sendable {
  package struct Time: Hashable, Sendable {
    package let hour: Int
    package let minute: Int
    package let second: Int
    /// Minutes east of Greenwich, 0 for `Z`, nil where no zone is written.
    package let zone: Int?
  }

  /// What keeps a value from being a moment in time.
  package enum Problem: Equatable, Sendable { case month, day, time, zone }

  package let year: Int
  package let month: Int
  /// Nil for a partial date, `YYYY-MM`.
  package let day: Int?
  package let time: Time?

  /// Reads the shape of a date value; nil for any other bytes.
  package init?(_ bytes: some Collection<UInt8>) {
    var rest = Digits(rest: Array(bytes)[...])
    guard let year = rest.number(4), rest.take("-"), let month = rest.number(2) else { return nil }
    self.year = year
    self.month = month
    guard rest.take("-") else {
      day = nil
      time = nil
      if rest.isAtEnd { return }
      return nil
    }
    guard let day = rest.number(2) else { return nil }
    self.day = day
    guard rest.take("T") else {
      time = nil
      if rest.isAtEnd { return }
      return nil
    }
    guard let hour = rest.number(2), rest.take(":"), let minute = rest.number(2) else { return nil }
    var second = 0
    if rest.take(":") {
      guard let number = rest.number(2) else { return nil }
      second = number
    }
    var zone: Int?
    if rest.take("Z") {
      zone = 0
    } else if let sign = rest.take("+") ? 1 : rest.take("-") ? -1 : nil {
      guard let hours = rest.number(2), rest.take(":"), let minutes = rest.number(2) else { return nil }
      // Out of range stays out of range, so that `problem` sees it.
      zone = sign * (minutes < 60 ? hours * 60 + minutes : 6000)
    }
    guard rest.isAtEnd else { return nil }
    time = Time(hour: hour, minute: minute, second: second, zone: zone)
  }

  package var isPartial: Bool { day == nil }

  /// The day it names, nil where it is partial or there is no such day.
  package var date: CivilDate? { day.flatMap { CivilDate(year: year, month: month, day: $0) } }

  /// The first thing that is impossible in it.
  package var problem: Problem? {
    guard (1...12).contains(month) else { return .month }
    if let day, day < 1 || day > CivilDate.dayCount(year: year, month: month) { return .day }
    if let time {
      if time.hour > 23 || time.minute > 59 || time.second > 60 { return .time }
      if let zone = time.zone, abs(zone) > 14 * 60 { return .zone }
    }
    return nil
  }

  /// Seconds after 1970 in UTC, where day, time and zone are all written and real.
  package var instant: Int? {
    guard problem == nil, let date, let time, let zone = time.zone else { return nil }
    return date.daysSinceEpoch * 86_400 + time.hour * 3600 + time.minute * 60 + time.second - zone * 60
  }

  /// True where this is certainly earlier: by instant where both have one, else by what both of them write.
  package func isBefore(_ other: DateValue) -> Bool {
    if let instant, let later = other.instant { return instant < later }
    if (year, month) != (other.year, other.month) { return (year, month) < (other.year, other.month) }
    guard let day, let otherDay = other.day else { return false }
    if day != otherDay {
      // Zones apart, neighbouring days may be the same moment.
      let mayOverlap = abs(day - otherDay) == 1 && time?.zone != nil && other.time?.zone != nil
      return !mayOverlap && day < otherDay
    }
    guard let time, let otherTime = other.time, time.zone == otherTime.zone else { return false }
    return (time.hour, time.minute, time.second) < (otherTime.hour, otherTime.minute, otherTime.second)
  }

  /// The nearest day that exists; nil for a partial date whose month exists.
  package var nearestDate: CivilDate? {
    let month = min(max(month, 1), 12)
    let last = CivilDate.dayCount(year: year, month: month)
    return day.flatMap { CivilDate(year: year, month: month, day: min(max($0, 1), last)) }
  }
}

/// Takes numbers of a fixed width and single marks from the front of some bytes.
private struct Digits {
  var rest: ArraySlice<UInt8>

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(_ width: Int) -> Int? {
    guard rest.count >= width else { return nil }
    var value = 0
    for byte in rest.prefix(width) {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    rest = rest.dropFirst(width)
    return value
  }
}
