import Semantics

let strayClose = Rule(
  "quote/stray-close", .error, fix: .quick,
  summary: "A quotation is closed that was never opened.",
  why: "Readers cannot tell where the quoted words begin, and so whose words they are.",
  silent: ["date 2023-11-29 He said: “We won.” She nodded.", "date 2023-11-29 The plank is 6\" wide."],
  reported: [
    """
    date 2023-11-29 He won.” she said.
                           ▔ Nothing opens this quotation: put “ where the words begin.
    → Insert “ before “He won.”
    date 2023-11-29 “He won.” she said.
    → Delete the mark
    date 2023-11-29 He won. she said.
    """
  ],
  check: .marks(.strayClose) { proof, slip in
    let mark = slip.family.openingMark
    let deletion = Fix("Delete the mark", slip.mark.range, "")
    proof.mark(
      slip.mark.range, "Nothing opens this quotation: put \(mark) where the words begin.",
      fixes: proof.insertions(of: mark, at: slip.places, before: true) + [deletion])
  })
