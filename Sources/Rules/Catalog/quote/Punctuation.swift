import Semantics
import Syntax

let quotePunctuation = Rule(
  "quote/punctuation", nil, in: [.ap: .warning, .uk: .warning], fix: .safe,
  summary: "A full stop or a comma stands on the wrong side of a closing mark.",
  why: """
    American copy puts it inside the marks, British copy outside unless it belongs to the words. The pack `uk` marks the
    second way, every other setting the first, and an article in another language is left alone.
    """,
  silent: ["date 2023-11-29 He had “no choice,” she said.", "lang de\ndate 2023-11-29 Er sagt „ja“."],
  reported: [
    """
    date 2023-11-29 He had “no choice”, she said.
                                     ▔▔ House style puts this inside the marks.
    → Change to ,”
    date 2023-11-29 He had “no choice,” she said.
    """
  ],
  check: .passage(where: .quotation) { proof in
    let isBritish = proof.settings.packs.contains(.uk) && !proof.settings.packs.contains(.ap)
    guard proof.entry.language != .other, proof.entry.language != .lowOpening else { return }
    for part in proof.copy.parts where part.isClosed && (part.family == .curly || part.family == .straight) {
      let (start, end) = (part.words.upperBound, part.extent.upperBound)
      let mark = proof.string(start..<end)
      if isBritish {
        // A whole sentence keeps its stop; a few words do not.
        guard start > part.words.lowerBound, [0x2C, 0x2E].contains(proof.bytes[start - 1]), isFragment(part, proof)
        else {
          continue
        }
        let stop = proof.string(start - 1..<start)
        proof.mark(
          start - 1..<end, "House style puts this outside the marks.",
          fixes: [Fix("Change to \(mark)\(stop)", start - 1..<end, mark + stop)])
      } else if end < proof.bytes.count, [0x2C, 0x2E].contains(proof.bytes[end]), isInside(end, proof) {
        let stop = proof.string(end..<end + 1)
        proof.mark(
          start..<end + 1, "House style puts this inside the marks.",
          fixes: [Fix("Change to \(stop)\(mark)", start..<end + 1, stop + mark, isSafe: true)])
      }
    }
  })

private func isFragment(_ part: QuotationPart, _ proof: PassageProof) -> Bool {
  guard let first = proof.bytes[part.words.range].first else { return false }
  return first >= 0x61 && first <= 0x7A
}

/// The stop ends a word and is no part of a number or of dots.
private func isInside(_ index: Int, _ proof: PassageProof) -> Bool {
  index + 1 >= proof.bytes.count || proof.bytes[index + 1] <= 0x20
}
