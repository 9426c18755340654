import Semantics

/// A line that begins with the word date and something like a date: how far that goes and which days it may mean.
struct NearDate {
  /// UTF-8 length from the word date to the end of what looks like its value.
  let length: Int
  /// The likelier first; none where nothing can be made of it.
  let readings: [CivilDate]
  /// Year first, then month and day: there is only one way to read it.
  let isSure: Bool
  /// Words follow without a blank.
  let runsOn: Bool

  init(_ line: String) {
    let bytes = Array(line.utf8)
    var index = 4
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") { index += 1 }
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    let value = bytes[index...]
    if let first = value.first, isDigit(first) {
      let end = value.firstIndex { !(isDigit($0) || $0 == 0x2D || $0 == 0x2F || $0 == 0x2E) } ?? bytes.count
      let trimmed = end > index && !isDigit(bytes[end - 1]) ? end - 1 : end
      let parts = bytes[index..<trimmed].split { !isDigit($0) }
      let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      let yearIsFirst = parts.first?.count == 4
      readings = yearIsFirst ? yearFirst(numbers) : yearLast(numbers)
      isSure = yearIsFirst && parts.map(\.count) == [4, 2, 2] && !readings.isEmpty
      length = trimmed
      runsOn = trimmed < bytes.count && bytes[trimmed] != 0x20 && bytes[trimmed] != 0x09
    } else {
      let (end, date) = spelledDate(bytes, from: index)
      length = end
      readings = date.map { [$0] } ?? []
      isSure = false
      runsOn = false
    }
  }
}

private func yearFirst(_ numbers: [Int]) -> [CivilDate] {
  numbers.count == 3 ? CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]).map { [$0] } ?? [] : []
}

private func yearLast(_ numbers: [Int]) -> [CivilDate] {
  guard numbers.count == 3 else { return [] }
  let dayFirst = CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
  let monthFirst = CivilDate(year: numbers[2], month: numbers[0], day: numbers[1])
  return [dayFirst, dayFirst == monthFirst ? nil : monthFirst].compactMap { $0 }
}

/// `Nov. 29, 2023`: a month, a day and a year, and where they end; without them the first word.
private func spelledDate(_ bytes: [UInt8], from start: Int) -> (end: Int, date: CivilDate?) {
  var words: [(text: String, end: Int)] = []
  var index = start
  while index < bytes.count, words.count < 3 {
    let end = bytes[index...].firstIndex { $0 == 0x20 || $0 == 0x09 } ?? bytes.count
    let word = String(decoding: bytes[index..<end], as: UTF8.self)
    words.append((word.filter { $0 != "," && $0 != "." }.lowercased(), end))
    index = bytes[end...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
  }
  guard let first = words.first else { return (min(start, bytes.count), nil) }
  let name = Array(first.text.utf8)
  guard words.count == 3, let month = namedMonth(in: name.span, at: 0, to: name.count), month.wordEnd == name.count,
    let day = Int(words[1].text), let year = Int(words[2].text),
    let date = CivilDate(year: year, month: month.number, day: day)
  else { return (first.end, nil) }
  let ending = bytes[words[2].end - 1]
  return (ending == UInt8(ascii: ",") || ending == UInt8(ascii: ".") ? words[2].end - 1 : words[2].end, date)
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
