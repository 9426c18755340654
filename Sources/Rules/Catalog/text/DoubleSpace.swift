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
      let runs = runsOfBlanks(in: unit, proof.bytes).filter { !proof.isQuoted($0) }
      guard let first = runs.first else { continue }
      proof.mark(
        first, "Two blanks: one is enough.",
        fixes: [Fix("Leave one blank", runs.map { .init($0, " ") }, isSafe: true)])
    }
  })

/// Two or more spaces inside a line.
private func runsOfBlanks(in unit: Extent, _ bytes: [UInt8]) -> [Range<Int>] {
  var runs: [Range<Int>] = []
  var index = unit.lowerBound
  while index < unit.upperBound {
    guard bytes[index] == 0x20 else {
      index += 1
      continue
    }
    let start = index
    while index < unit.upperBound, bytes[index] == 0x20 { index += 1 }
    guard index - start > 1, index < unit.upperBound, bytes[index] > 0x20, start > unit.lowerBound,
      bytes[start - 1] > 0x20
    else { continue }
    runs.append(start..<index)
  }
  return runs
}
