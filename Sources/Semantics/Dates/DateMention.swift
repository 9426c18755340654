import Syntax

/// A date written out in the copy: `Tuesday, Nov. 29, 2023`, `29 November`. Extents count from the passage's start.
package struct DateMention: Equatable, Sendable {
  /// From the weekday, where there is one, to the last number.
  package let extent: Extent
  package let weekday: Weekday?
  package let weekdayExtent: Extent?
  /// Nil where only a month and a day are written.
  package let year: Int?
  package let month: Int
  package let monthExtent: Extent
  /// As written, even where the month has no such day.
  package let day: Int
  /// The number and, where one follows, its `st`, `nd`, `rd` or `th`.
  package let dayExtent: Extent
  package let isDayFirst: Bool
  /// Punctuation, a year or a weekday shows that the number is a day and counts nothing.
  package let isSure: Bool

  /// The day that is meant in that year, nil where it does not exist.
  package func date(inYear year: Int) -> CivilDate? { CivilDate(year: self.year ?? year, month: month, day: day) }
}

/// The dates written out in one stretch of copy, in order.
package func dateMentions(in bytes: [UInt8], _ extent: Extent) -> [DateMention] {
  var found: [DateMention] = []
  let end = min(extent.upperBound, bytes.count)
  var index = extent.lowerBound
  while true {
    index = capital(in: bytes.span, from: index, to: end)
    if index + 2 >= end { break }
    if let month = namedMonth(in: bytes.span, at: index, to: end),
      index == extent.lowerBound || !isWordPart(bytes[index - 1]),
      let mention = DateReader(bytes: bytes, start: extent.lowerBound, end: end).mention(of: month, at: index)
    {
      found.append(mention)
      index = max(mention.extent.upperBound, index + 1)
    } else {
      index += 1
    }
  }
  return found
}

/// The first capital letter from `start` on, where there is one before `end`; else `end`.
private func capital(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  var index = start
  while index + 8 <= end {
    let capitals = EightBytes(bytes, at: index).between(0x41, 0x5A)
    if capitals != 0 { return index + EightBytes.first(in: capitals) }
    index += 8
  }
  while index < end, bytes[index] &- 0x41 >= 26 { index += 1 }
  return index
}

/// The month that the word at `index` names in English or abbreviates, in any case and without a full stop, and where the word ends.
package func namedMonth(in bytes: Span<UInt8>, at index: Int, to end: Int) -> (number: Int, wordEnd: Int)? {
  guard index + 2 < end else { return nil }
  let number: Int
  switch (bytes[index] | 0x20, bytes[index + 1] | 0x20, bytes[index + 2] | 0x20) {
  case (0x6A, 0x61, 0x6E): number = 1
  case (0x66, 0x65, 0x62): number = 2
  case (0x6D, 0x61, 0x72): number = 3
  case (0x61, 0x70, 0x72): number = 4
  case (0x6D, 0x61, 0x79): number = 5
  case (0x6A, 0x75, 0x6E): number = 6
  case (0x6A, 0x75, 0x6C): number = 7
  case (0x61, 0x75, 0x67): number = 8
  case (0x73, 0x65, 0x70): number = 9
  case (0x6F, 0x63, 0x74): number = 10
  case (0x6E, 0x6F, 0x76): number = 11
  case (0x64, 0x65, 0x63): number = 12
  default: return nil
  }
  // Behind the first three letters the rest of the name, nothing, or the T of “Sept”.
  var last = index + 3
  for letter in monthNames[number - 1].utf8.dropFirst(3) {
    guard last < end, bytes[last] | 0x20 == letter else { break }
    last += 1
  }
  let count = last - index
  guard last == end || !isLetter(bytes[last]),
    count == 3 || count == monthNames[number - 1].utf8.count || count == 4 && number == 9
  else { return nil }
  return (number, last)
}

private func isWordPart(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte >= 0x80 }

private struct DateReader {
  let bytes: [UInt8]
  let start: Int
  let end: Int

  func mention(of month: (number: Int, wordEnd: Int), at index: Int) -> DateMention? {
    let wordEnd = month.wordEnd
    let isDotted = wordEnd < end && bytes[wordEnd] == UInt8(ascii: ".")
    let monthEnd = isDotted && wordEnd - index <= 4 ? wordEnd + 1 : wordEnd
    let monthExtent = Extent(index, monthEnd)
    return dayAfter(month.number, monthExtent) ?? dayBefore(month.number, monthExtent)
  }

  /// `Nov. 29, 2023`
  private func dayAfter(_ month: Int, _ name: Extent) -> DateMention? {
    guard let (day, dayExtent) = day(at: blanks(from: name.upperBound)), dayExtent.lowerBound > name.upperBound else {
      return nil
    }
    let year = year(after: dayExtent.upperBound)
    let last = year?.extent.upperBound ?? dayExtent.upperBound
    let weekday = weekday(before: name.lowerBound)
    return DateMention(
      extent: Extent(weekday?.extent.lowerBound ?? name.lowerBound, last), weekday: weekday?.day,
      weekdayExtent: weekday?.extent, year: year?.number, month: month, monthExtent: name, day: day,
      dayExtent: dayExtent, isDayFirst: false,
      isSure: year != nil || weekday != nil || endsClause(at: last) || follows("on", name.lowerBound))
  }

  /// `29 November 2023`, `29th of November`
  private func dayBefore(_ month: Int, _ name: Extent) -> DateMention? {
    let isOf = follows("of", name.lowerBound)
    var first = back(from: isOf ? back(from: name.lowerBound) - 2 : name.lowerBound)
    let last = first
    guard last < name.lowerBound else { return nil }
    if first - 2 > start, isLetter(bytes[first - 1]) { first -= 2 }
    while first > start, isDigit(bytes[first - 1]), last - first < 4 { first -= 1 }
    if first > start, isWordPart(bytes[first - 1]) || bytes[first - 1] == 0x2E || bytes[first - 1] == 0x2C {
      return nil
    }
    guard let (day, dayExtent) = day(at: first), dayExtent.upperBound == last else { return nil }
    // “Some 20 of June’s visitors” are no day.
    guard !isOf || isLetter(bytes[last - 1]) else { return nil }
    let year = year(after: name.upperBound)
    let weekday = weekday(before: first)
    return DateMention(
      extent: Extent(weekday?.extent.lowerBound ?? first, year?.extent.upperBound ?? name.upperBound),
      weekday: weekday?.day, weekdayExtent: weekday?.extent, year: year?.number, month: month, monthExtent: name,
      day: day, dayExtent: dayExtent, isDayFirst: true, isSure: true)
  }

  /// One or two digits that are not part of a longer number, a time or a share.
  private func day(at index: Int) -> (Int, Extent)? {
    var last = index
    while last < end, isDigit(bytes[last]) { last += 1 }
    guard last - index == 1 || last - index == 2, let day = Int(word(index..<last)), (1...31).contains(day) else {
      return nil
    }
    if last + 1 < end, ["st", "nd", "rd", "th"].contains(word(last..<last + 2)) { last += 2 }
    if last < end {
      if isWordPart(bytes[last]) || bytes[last] == UInt8(ascii: "%") || bytes[last] == UInt8(ascii: "$") { return nil }
      let mark = bytes[last]
      let joins = mark == 0x2C || mark == 0x2E || mark == 0x3A || mark == 0x2F || mark == 0x2D
      if joins, last + 1 < end, isDigit(bytes[last + 1]), mark != 0x2D { return nil }
    }
    return (day, Extent(index, last))
  }

  /// Four digits after a comma or a blank.
  private func year(after index: Int) -> (number: Int, extent: Extent)? {
    var first = index
    if first < end, bytes[first] == 0x2C { first += 1 }
    first = blanks(from: first)
    guard first > index, first + 4 <= end, let number = Int(word(first..<first + 4)), (1500...2200).contains(number),
      bytes[first] == 0x31 || bytes[first] == 0x32, first + 4 == end || !isWordPart(bytes[first + 4])
    else { return nil }
    // `Nov. 29, 2,000 people` and `2016.5` are no years.
    if first + 5 < end, bytes[first + 4] == 0x2C || bytes[first + 4] == 0x2E, isDigit(bytes[first + 5]) { return nil }
    return (number, Extent(first, first + 4))
  }

  /// `Tuesday, `, `Tuesday evening, ` and `Tuesday the ` before the date.
  private func weekday(before index: Int) -> (day: Weekday, extent: Extent)? {
    var last = back(from: index, past: ["the"])
    if last > start, [0x2C, 0x28, 0x29].contains(bytes[last - 1]) { last -= 1 }
    last = back(from: last, past: ["morning", "afternoon", "evening", "night"])
    var first = last
    if first > start, bytes[first - 1] == 0x2E { first -= 1 }
    while first > start, isLetter(bytes[first - 1]) { first -= 1 }
    let text = word(first..<last)
    guard last < index, (3...9).contains(last - first),
      let day = Weekday.allCases.first(where: { day in
        let name = day.name.lowercased()
        return text == name
          || (3...5).contains(text.utf8.count) && name.hasPrefix(text.hasSuffix(".") ? String(text.dropLast()) : text)
      })
    else { return nil }
    // A plain “sat” is no day, and a Sun after a capital is a newspaper.
    guard bytes[first] <= 0x5A, last - first > 5 || text.hasSuffix("day") || !isAfterCapital(first) else { return nil }
    return (day, Extent(first, last))
  }

  private func isAfterCapital(_ index: Int) -> Bool {
    var first = back(from: index)
    while first > start, isWordPart(bytes[first - 1]) { first -= 1 }
    return first < index && bytes[first] >= 0x41 && bytes[first] <= 0x5A
  }

  private func endsClause(at index: Int) -> Bool {
    guard index < end else { return true }
    return [0x2C, 0x2E, 0x3B, 0x3A, 0x29, 0x21, 0x3F].contains(bytes[index])
  }

  private func follows(_ text: String, _ index: Int) -> Bool {
    let last = back(from: index)
    return last - text.utf8.count >= start && last < index && word(last - text.utf8.count..<last) == text
      && (last - text.utf8.count == start || !isWordPart(bytes[last - text.utf8.count - 1]))
  }

  private func blanks(from index: Int) -> Int {
    var index = index
    while index < end, bytes[index] <= 0x20 { index += 1 }
    return index
  }

  private func back(from index: Int) -> Int {
    var index = index
    while index > start, bytes[index - 1] <= 0x20 { index -= 1 }
    return index
  }

  /// The end of what stands before `index`, blanks aside and one of these words aside.
  private func back(from index: Int, past words: [String]) -> Int {
    let last = back(from: index)
    var first = last
    while first > start, isLetter(bytes[first - 1]) { first -= 1 }
    return words.contains(word(first..<last)) ? back(from: first) : last
  }

  private func word(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self).lowercased() }
}
