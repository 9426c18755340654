import Semantics
import Syntax

let fieldLate = Rule(
  "header/field-late", .information, fix: .quick,
  summary: "A field stands below the copy, where it is read as prose.",
  why: "Once the copy has begun, `slug budget` is a sentence like any other; fields belong above it.",
  silent: [
    "slug budget\ndate 2023-11-29 It met.", "date 2023-11-29 It met.\n\nheadline inflation fell to two per cent.",
  ],
  reported: [
    """
    headline Council meets
    date 2023-11-29 It met.

    slug council-budget
    ▔▔▔▔ Read as prose here: move this field above the copy.

    Nobody spoke.
    → Move to the header
    headline Council meets
    slug council-budget
    date 2023-11-29 It met.

    Nobody spoke.
    """
  ],
  check: .article { proof in
    for place in proof.article.landmarks(.missed) {
      for line in place.passage?.copy.lines ?? [] {
        guard case .prose(let text, _, .late(let key)) = line.form else { continue }
        let whole = line.extent.from(place.start)
        let words = text.from(place.start)
        let end = min(proof.headerEnd, whole.lowerBound)
        let move = Fix(
          "Move to the header",
          [
            .init(end..<end, proof.text.string(in: words) + proof.lineBreak),
            .init(proof.removal(ofLine: whole), ""),
          ], isPreferred: true)
        let name = words.lowerBound..<words.lowerBound + key.rawValue.utf8.count
        proof.mark(name, "Read as prose here: move this field above the copy.", fixes: [move])
      }
    }
  })
