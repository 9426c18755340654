import Semantics

let direction = Rule(
  "quote/direction", .information, fix: .safe, limit: .onceAFile(from: 3),
  summary: "A curly quotation mark points the wrong way.",
  why: "Word processors guess the direction and guess wrong after dashes and brackets; it looks careless in print.",
  silent: ["date 2023-11-29 “We won,” he said.", "lang sv\ndate 2023-11-29 ”Vi vann”, sade han."],
  reported: [
    """
    date 2023-11-29 “We won,“ he said.
                            ▔ This mark points the wrong way: use ”.
    → Turn it round
    date 2023-11-29 “We won,” he said.
    """
  ],
  check: .marks(.wrongWayRound) { proof, slip in
    let isOpening = proof.bytes[slip.mark.range].elementsEqual("“".utf8)
    let mark = isOpening ? "”" : "“"
    proof.mark(
      slip.mark.range, "This mark points the wrong way: use \(mark).",
      fixes: [Fix("Turn it round", slip.mark.range, mark, isSafe: true)])
  })
