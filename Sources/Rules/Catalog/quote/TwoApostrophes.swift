import Semantics

let twoApostrophes = Rule(
  "quote/two-apostrophes", .hint, fix: .safe,
  summary: "Two single marks stand for a double one.",
  why: "Old feeds write ''so''; it looks like a quotation and is none to a machine.",
  silent: ["date 2023-11-29 “We won,” he said."],
  reported: [
    """
    date 2023-11-29 ''We won,'' he said.
                    ▔▔ Two single marks stand here for a double one: use one mark.
                             ▔▔ ↳ and here
    → Use double marks
    date 2023-11-29 "We won," he said.
    """,
    """
    date 2023-11-29 “We won,” he said. ''It rained.''
                                       ▔▔ Two single marks stand here for a double one: use one mark.
                                                   ▔▔ ↳ and here
    → Use double marks
    date 2023-11-29 “We won,” he said. “It rained.”
    """,
  ],
  check: .article { proof in
    for slip in proof.article.slips(of: .twoApostrophes) {
      guard let closing = slip.partner else { continue }
      let family: MarkFamily = proof.marks.areMostlyCurly ? .curly : .straight
      let edits = [Fix.Edit(slip.mark, family.openingMark), Fix.Edit(closing, family.closingMark)]
      proof.mark(
        slip.mark, "Two single marks stand here for a double one: use one mark.",
        related: [.init(range: closing, message: "and here")],
        fixes: [Fix("Use double marks", edits, isSafe: true)])
    }
  })
