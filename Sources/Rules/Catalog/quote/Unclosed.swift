import Semantics

let unclosed = Rule(
  "quote/unclosed", .error, fix: .quick,
  summary: "A quotation is opened and never closed.",
  why: """
    Readers cannot tell where the speaker stops and the paper goes on. A quotation may run over several paragraphs, with
    an opening mark on each and a closing mark on the last; where the next paragraph does not go on with it, the mark is
    missing.
    """,
  silent: [
    "date 2023-11-29 “We won,” he said.",
    "date 2023-11-29 “We won. It took nine years.\n\n“Nobody believed in us,” he said.",
    "date 2023-11-29 The pipe is 6\" wide and he is 6'2\" tall.",
  ],
  reported: [
    """
    date 2023-11-29 “We won,” she said. “We won. He left.
                                        ▔ This quotation is not closed: put ” where the words end.
    → Insert ” after “We won.”
    date 2023-11-29 “We won,” she said. “We won.” He left.
    → Insert ” after “He left.”
    date 2023-11-29 “We won,” she said. “We won. He left.”
    """,
    """
    date 2023-11-29 "The bridge will open in May, Ana Ruiz said.
                    ▔ This quotation is not closed: put " where the words end.
    → Insert " after “in May,”
    date 2023-11-29 "The bridge will open in May," Ana Ruiz said.
    """,
  ],
  check: .marks(.unclosed) { proof, slip in
    let mark = slip.family.closingMark
    proof.mark(
      slip.mark.range, "This quotation is not closed: put \(mark) where the words end.",
      fixes: proof.insertions(of: mark, at: slip.places, before: false))
  })
