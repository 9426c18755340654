import Semantics
import Syntax

let speakerUnknown = Rule(
  "quote/speaker-unknown", .hint, fix: .quick,
  summary: "A quote block is by somebody whom nobody has introduced.",
  why: "Readers want to know who speaks and why it matters what they say.",
  silent: [
    "date 2023-11-29 Ana Ruiz spoke.\n\n> Every street will get a pump.\n> -- Ana Ruiz",
    "person Ana Ruiz\ndate 2023-11-29 It met.\n\n> Every street will get a pump.\n> -- Ana Ruiz",
    "date 2023-11-29 It met.\n\n> Every street will get a pump.\n> -- Ana Ruiz, council leader",
  ],
  reported: [
    """
    date 2023-11-29 It met.

    > Every street will get a pump.
    > -- Ana Ruiz
         ▔▔▔▔▔▔▔▔ Who is this? Nobody of that name is declared or in the copy.
    → Declare the person
    person Ana Ruiz
    date 2023-11-29 It met.

    > Every street will get a pump.
    > -- Ana Ruiz
    """
  ],
  check: .whole { proof in
    let end = proof.headerEnd
    var areInCopy: [Int: Bool] = [:]
    for quotation in proof.blocks {
      guard let attribution = quotation.attribution else { continue }
      let mention = attribution.speaker.mention
      // A role on the line introduces the speaker.
      guard attribution.range.upperBound == mention.upperBound else { continue }
      let name = proof.text.string(in: mention)
      let figure = proof.cast.mentions(in: mention).first.map { proof.cast.figures[$0.figure] }
      if let figure, figure.declared != nil { continue }
      if let figure {
        let isInCopy = areInCopy[figure.number] ?? proof.cast.mentions(of: figure).contains { $0.setting == .body }
        areInCopy[figure.number] = isInCopy
        if isInCopy { continue }
      }
      proof.mark(
        mention, "Who is this? Nobody of that name is declared or in the copy.",
        fixes: [Fix("Declare the person", end..<end, "person \(name)\(proof.lineBreak)")])
    }
  })
