import Semantics
import Syntax

let straight = Rule(
  "quote/straight", .hint, fix: .safe,
  parameters: ["mode": .choice(["consistent", "curly", "straight", "off"])], gate: .mostlyCurly,
  summary: "Straight quotation marks stand in an article that mostly uses curly ones.",
  why: """
    One kind of mark in an article, whichever it is, looks as if one hand had written it. With `set quote/straight mode
    curly` straight marks are marked in every article, with `mode straight` curly ones, with `mode off` none.
    """,
  silent: ["date 2023-11-29 \"We won,\" he said.", "date 2023-11-29 “We won,” he said. The plank is 6\" wide."],
  reported: [
    """
    date 2023-11-29 “We won,” he said. “It rained,” she said. "So it did."
                                                              ▔ Curly marks are used elsewhere here: use “ and ”.
                                                                         ▔ ↳ and here
    → Use “ and ”
    date 2023-11-29 “We won,” he said. “It rained,” she said. “So it did.”
    """
  ],
  check: .passages(where: { asksForStraight($0) ? .curlyQuotation : .straightQuotation }) { proof in
    let isStraight = asksForStraight(proof.settings)
    let (wrong, right): (MarkFamily, MarkFamily) = isStraight ? (.curly, .straight) : (.straight, .curly)
    let marks = "\(right.openingMark) and \(right.closingMark)"
    let style = isStraight ? "Straight marks are the style here" : "Curly marks are used elsewhere here"
    for part in proof.copy.parts where part.family == wrong && part.isClosed {
      let opening = part.extent.lowerBound..<part.words.lowerBound
      let closing = part.words.upperBound..<part.extent.upperBound
      // Closed by a mark of another kind, it is `mixed-marks` that speaks.
      guard proof.string(closing) == wrong.closingMark else { continue }
      proof.mark(
        opening, "\(style): use \(marks).", related: [.init(range: closing, message: "and here")],
        fixes: [
          Fix("Use \(marks)", [.init(opening, right.openingMark), .init(closing, right.closingMark)], isSafe: true)
        ])
    }
  })

private func asksForStraight(_ settings: Settings) -> Bool {
  settings.parameters["quote/straight"]?["mode"] == "straight"
}
