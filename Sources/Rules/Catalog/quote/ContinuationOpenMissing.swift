import Semantics

let continuationOpenMissing = Rule(
  "quote/continuation-open-missing", .information, fix: .quick,
  summary: "A quotation goes on in a new paragraph without an opening mark there.",
  why:
    "Each paragraph of a long quotation begins with an opening mark, so that readers see whose words they still read.",
  silent: ["date 2023-11-29 “We won. It took nine years.\n\n“Nobody believed in us,” he said."],
  reported: [
    """
    date 2023-11-29 “We won. It took nine years.

    Nobody believed in us.”
    ▔ The quotation above goes on here: begin the paragraph with “.
                          ▔ ↳ closed here
    → Insert “
    date 2023-11-29 “We won. It took nine years.

    “Nobody believed in us.”
    """
  ],
  check: .marks(.continuationOpenMissing) { proof, slip in
    let mark = slip.family.openingMark
    let related = slip.partner.map { [Finding.Related(range: $0.range, message: "closed here")] } ?? []
    proof.mark(
      slip.mark.range, "The quotation above goes on here: begin the paragraph with \(mark).", related: related,
      fixes: [Fix("Insert \(mark)", slip.mark.lowerBound..<slip.mark.lowerBound, mark, isPreferred: true)])
  })
