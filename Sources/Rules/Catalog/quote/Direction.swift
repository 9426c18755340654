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
  check: .article { proof in
    for slip in proof.slips where slip.kind == .wrongWayRound {
      let isOpening = proof.text.bytes(in: slip.mark) == Array("“".utf8)
      let mark = isOpening ? "”" : "“"
      proof.mark(
        slip.mark, "This mark points the wrong way: use \(mark).",
        fixes: [Fix("Turn it round", slip.mark, mark, isSafe: true)])
    }
  })
