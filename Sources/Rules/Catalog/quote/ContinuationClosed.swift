import Semantics
import Syntax

let continuationClosed = Rule(
  "quote/continuation-closed", nil, fix: .quick,
  summary: "A paragraph of speech is closed although the same speaker goes on in the next.",
  why: """
    By the convention of newspapers the closing mark comes only at the end of the last paragraph; closed before, the next
    paragraph seems to be somebody else’s. Feeds that close every paragraph are common, so the rule is off.
    """,
  silent: [
    "date 2023-11-29\n\n“We won,” said Ana Ruiz. “It took nine years.\n\n“Nobody believed in us.”",
    "date 2023-11-29 Ana Ruiz spoke.\n\n“We won. It took nine years.”\n\n“Nobody believed in you,” said Tomás Okafor.",
  ],
  reported: [
    """
    date 2023-11-29 Ana Ruiz spoke.

    “We won. It took nine years.”
                                ▔ The same speaker seems to go on below: leave this mark out.

    “Nobody believed in us,” she said.
    → Leave the mark out
    date 2023-11-29 Ana Ruiz spoke.

    “We won. It took nine years.

    “Nobody believed in us,” she said.
    """
  ],
  check: .whole { proof in
    let quotations = proof.quotations
    for (one, next) in zip(quotations, quotations.dropFirst()) where one.isClosed && one.family == next.family {
      let between = proof.text.bytes(in: one.range.upperBound..<min(next.range.lowerBound, one.range.upperBound + 20))
      guard !one.isBlock, between.count == next.range.lowerBound - one.range.upperBound, between.contains(0x0A),
        between.allSatisfy({ $0 <= 0x20 }), let last = one.words.last,
        let stop = proof.text.byte(at: last.upperBound - 1), [0x2E, 0x21, 0x3F].contains(stop),
        one.range.lowerBound == 0 || proof.text.byte(at: one.range.lowerBound - 1) == 0x0A,
        isOneSpeaker(one, next, &proof)
      else { continue }
      let mark = last.upperBound..<one.range.upperBound
      proof.mark(
        mark, "The same speaker seems to go on below: leave this mark out.",
        fixes: [Fix("Leave the mark out", mark, "")])
    }
  })

/// True where the article says of both who speaks, and that it is the same.
private func isOneSpeaker(_ one: Quotation, _ other: Quotation, _ proof: inout ArticleProof) -> Bool {
  guard let first = one.attribution, let second = other.attribution else { return false }
  let cast = proof.cast
  guard let speaker = cast.speaker(of: first), let next = cast.speaker(of: second) else {
    return proof.text.string(in: first.speaker.mention) == proof.text.string(in: second.speaker.mention)
  }
  return speaker.number == next.number
}
