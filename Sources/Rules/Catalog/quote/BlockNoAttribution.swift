import Semantics
import Syntax

let blockNoAttribution = Rule(
  "quote/block-no-attribution", .information, fix: .quick,
  summary: "A quote block does not say who is quoted.",
  why: "Newsroom systems carry the speaker as a field of its own, and readers look for the name below the words.",
  silent: ["date 2023-11-29\n\n> Every street will get a pump.\n> -- Ana Ruiz, council leader"],
  reported: [
    """
    date 2023-11-29 The plan is short.

    > Every street will get a pump.
      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Who says so? Add a line “> -- Name, role” below.
    → Add a line for the speaker
    date 2023-11-29 The plan is short.

    > Every street will get a pump.
    > -- TK
    """
  ],
  check: .whole { proof in
    for quotation in proof.blocks where quotation.attribution == nil {
      guard let last = quotation.words.last else { continue }
      proof.mark(
        last, "Who says so? Add a line “> -- Name, role” below.",
        fixes: [Fix("Add a line for the speaker", last.upperBound..<last.upperBound, "\(proof.lineBreak)> -- TK")])
    }
  })
