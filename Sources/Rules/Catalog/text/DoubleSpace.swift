import Semantics
import Syntax

let doubleSpace = Rule(
  "text/double-space", .hint, fix: .safe,
  summary: "Two blanks or more stand between two words.",
  why: "It is a typing slip, or a habit from typewriters, that leaves holes in a printed line.",
  silent: ["date 2023-11-29 The vote was close. It rained.", "date 2023-11-29   The vote was close.  "],
  reported: [
    """
    date 2023-11-29 The vote  was close.  It rained.
                            ▔▔ Two blanks: one is enough.
    → Leave one blank
    date 2023-11-29 The vote was close. It rained.
    """
  ],
  check: .passage { proof in
    for unit in proof.paragraphs {
      let runs = runsOfBlanks(in: unit, proof.bytes, proof.signs(in: unit)).filter { !proof.isQuoted($0) }
      guard let first = runs.first else { continue }
      proof.mark(
        first, "Two blanks: one is enough.",
        fixes: [Fix("Leave one blank", runs.map { .init($0, " ") }, isSafe: true)])
    }
  })

/// Two or more spaces inside a line; the second of each run is a sign.
private func runsOfBlanks(in unit: Extent, _ bytes: [UInt8], _ signs: ArraySlice<UInt32>) -> [Range<Int>] {
  var runs: [Range<Int>] = []
  var end = unit.lowerBound
  for sign in signs where bytes[Int(sign)] == 0x20 && sign >= end {
    let start = Int(sign) - 1
    end = Int(sign)
    while end < unit.upperBound, bytes[end] == 0x20 { end += 1 }
    guard end < unit.upperBound, bytes[end] > 0x20, start > unit.lowerBound, bytes[start] == 0x20,
      bytes[start - 1] > 0x20
    else { continue }
    runs.append(start..<end)
  }
  return runs
}
