import Semantics

let reopened = Rule(
  "quote/reopened", .error, fix: .quick,
  summary: "A quotation is opened while one with the same marks is open.",
  why: "Either the closing mark before it is missing, or the mark points the wrong way; both hide where the words end.",
  silent: ["date 2023-11-29 “We won,” he said. “It rained.”", "date 2023-11-29 “He said ‘no’ to us,” she said."],
  reported: [
    """
    date 2023-11-29 “We won, he said. “It rained.”
                    ▔ ↳ still open
                                      ▔ A quotation is open already: close it first.
    → Insert ” after “We won,”
    date 2023-11-29 “We won,” he said. “It rained.”
    → Insert ” after “he said.”
    date 2023-11-29 “We won, he said.” “It rained.”
    """,
    """
    date 2023-11-29 “We won, “he said.
                    ▔ ↳ still open
                             ▔ A quotation is open already: close it first.
    → Close the quotation here
    date 2023-11-29 “We won,” he said.
    """,
  ],
  check: .marks(.reopened) { proof, slip in
    let mark = slip.family.closingMark
    var fixes = proof.insertions(of: mark, at: slip.places, before: false)
    // `won, “he said`: the mark itself has slipped behind the blank.
    let blank = slip.mark.lowerBound - 1
    if proof.byte(at: blank) == 0x20, let next = proof.byte(at: slip.mark.upperBound),
      next >= 0x61 && next <= 0x7A, let end = proof.byte(at: blank - 1), ",.!?".utf8.contains(end)
    {
      fixes = [Fix("Close the quotation here", blank..<slip.mark.upperBound, mark + " ", isPreferred: true)]
    }
    let related = slip.partner.map { [Finding.Related(range: $0.range, message: "still open")] } ?? []
    proof.mark(slip.mark.range, "A quotation is open already: close it first.", related: related, fixes: fixes)
  })
