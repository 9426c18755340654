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
  check: .passage(where: .doubledBlank) { proof in
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
  var end = unit.lowerBound
  while end < unit.upperBound {
    let start = end
    while end < unit.upperBound, bytes[end] == 0x20 { end += 1 }
    if end - start > 1, end < unit.upperBound, bytes[end] > 0x20, start > unit.lowerBound, bytes[start - 1] > 0x20 {
      runs.append(start..<end)
    }
    end += 1
  }
  return runs
}
