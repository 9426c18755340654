import Semantics

let mixedMarks = Rule(
  "quote/mixed-marks", .information, fix: .safe, limit: .onceAFile(from: 1),
  summary: "A quotation is closed with another kind of mark than it was opened with.",
  why: "Two keyboards have met in one sentence; readers see it, and searching for the words fails.",
  silent: ["date 2023-11-29 “We won,” he said. \"It rained,\" she said."],
  reported: [
    """
    date 2023-11-29 “We won," he said.
                    ▔ ↳ opened with this
                            ▔ Closed with another kind of mark than opened: use ”.
    → Change to ”
    date 2023-11-29 “We won,” he said.
    """
  ],
  check: .marks(.mixedMarks) { proof, slip in
    let mark = slip.family.closingMark
    let related = slip.partner.map { [Finding.Related(range: $0.range, message: "opened with this")] } ?? []
    proof.mark(
      slip.mark.range, "Closed with another kind of mark than opened: use \(mark).", related: related,
      fixes: [Fix("Change to \(mark)", slip.mark.range, mark, isSafe: true)])
  })
