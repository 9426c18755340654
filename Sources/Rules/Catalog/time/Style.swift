import Semantics
import Syntax

let timeStyle = Rule(
  "time/style", nil, in: [.ap: .information], fix: .safe,
  summary: "A date or a time of day is not written in the house style.",
  why: """
    The Associated Press shortens long months before a day, writes no st, nd, rd or th, and puts the time of day as 7 p.m.
    or 7:30 p.m.
    """,
  silent: [
    "date 2023-11-29 It met on Jan. 13, 2017, and in January 2017.", "date 2023-11-29 “On January 13th,” he said.",
    "date 2023-11-29 It met at 7 p.m. and rose at 11:30 p.m. They sat from 7 amid the noise.",
    "date 2023-11-29 “At 7pm,” he said. The 19 AM stations agreed.",
  ],
  reported: [
    """
    date 2023-11-29 It met on January 13th, 2017.
                              ▔▔▔▔▔▔▔▔▔▔▔▔ House style is “Jan. 13”.
    → Change to “Jan. 13”
    date 2023-11-29 It met on Jan. 13, 2017.
    """,
    """
    date 2023-11-29 It met at 7:00 pm.
                              ▔▔▔▔▔▔▔▔ House style is “7 p.m.”.
    → Change to “7 p.m.”
    date 2023-11-29 It met at 7 p.m.
    """,
    """
    date 2023-11-29 It met at 11:30am and rose at 2PM on Friday.
                              ▔▔▔▔▔▔▔ House style is “11:30 a.m.”.
                                                  ▔▔▔ House style is “2 p.m.”.
    → Change to “11:30 a.m.”
    date 2023-11-29 It met at 11:30 a.m. and rose at 2PM on Friday.
    → Change to “2 p.m.”
    date 2023-11-29 It met at 11:30am and rose at 2 p.m. on Friday.
    """,
  ],
  check: .passage(where: [.month, .digit]) { proof in
    for unit in proof.paragraphs {
      for mention in dateMentions(in: proof.bytes, unit) where !mention.isDayFirst && mention.isSure {
        let range = mention.monthExtent.lowerBound..<mention.dayExtent.upperBound
        suggest("\(shortMonths[mention.month - 1]) \(mention.day)", for: range, &proof)
      }
      for (range, styled) in clockTimes(in: proof.bytes, unit) { suggest(styled, for: range, &proof) }
    }
  })

private func suggest(_ styled: String, for range: Range<Int>, _ proof: inout PassageProof) {
  guard proof.string(range) != styled, !proof.isQuoted(range) else { return }
  proof.mark(range, "House style is “\(styled)”.", fixes: [Fix("Change to “\(styled)”", range, styled, isSafe: true)])
}

private let shortMonths = [
  "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
]

/// Every `7:00 pm` and how it is to be written; a full stop behind it is the one of `p.m.` as well.
private func clockTimes(in bytes: [UInt8], _ unit: Extent) -> [(range: Range<Int>, styled: String)] {
  var found: [(Range<Int>, String)] = []
  var index = unit.lowerBound
  while index < unit.upperBound {
    guard isDigit(bytes[index]) else {
      index += 1
      continue
    }
    let start = index
    while index < unit.upperBound, isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ":") { index += 1 }
    let isApart = start == unit.lowerBound || !isWordByte(bytes[start - 1]) && ![0x2E, 0x2C].contains(bytes[start - 1])
    guard isApart, let clock = clock(bytes[start..<index]), let half = halfDay(bytes[index..<unit.upperBound]) else {
      continue
    }
    found.append((start..<half.end, "\(clock) \(half.word)"))
    index = half.end
  }
  return found
}

/// `7:00` as `7`, `11:30` as it is; nil for what is no hour of half a day.
private func clock(_ digits: ArraySlice<UInt8>) -> String? {
  let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
    String(decoding: $0, as: UTF8.self)
  }
  guard let first = parts.first, (1...2).contains(first.count), let hour = Int(first), (1...12).contains(hour) else {
    return nil
  }
  guard parts.count == 2 else { return parts.count == 1 ? "\(hour)" : nil }
  guard parts[1].count == 2, let minute = Int(parts[1]), minute < 60 else { return nil }
  return minute == 0 ? "\(hour)" : "\(hour):\(parts[1])"
}

/// `am`, ` PM`, ` p.m.` at the start of what is left.
private func halfDay(_ rest: ArraySlice<UInt8>) -> (word: String, end: Int)? {
  var rest = rest
  if rest.first == 0x20 { rest.removeFirst() }
  guard let letter = rest.popFirst().map({ $0 | 0x20 }), letter == 0x61 || letter == 0x70 else { return nil }
  if rest.first == 0x2E { rest.removeFirst() }
  guard let last = rest.popFirst(), last | 0x20 == 0x6D else { return nil }
  if let next = rest.first, isWordByte(next) { return nil }
  if rest.first == 0x2E { rest.removeFirst() }
  return (letter == 0x61 ? "a.m." : "p.m.", rest.startIndex)
}
