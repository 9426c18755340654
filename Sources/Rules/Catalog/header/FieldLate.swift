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
    """,
    """
    Before the meeting it rained.

    date 2023-11-29 It met.

    slug council-budget
    ▔▔▔▔ Read as prose here: move this field above the copy.
    → Move to the header
    slug council-budget

    Before the meeting it rained.

    date 2023-11-29 It met.


    """,
    """
    It met on Wednesday.

    correction 2023-11-30 It met on Tuesday.

    slug council-budget
    ▔▔▔▔ Read as prose here: move this field above the copy.
    → Move to the header
    slug council-budget

    It met on Wednesday.

    correction 2023-11-30 It met on Tuesday.


    """,
  ],
  check: .article { proof in
    let places = proof.article.landmarks(.missed)
    if places.isEmpty { return }
    // Once, as there may be as many such lines as fields.
    let below = proof.article.headerLine("", proof.header)
    for place in places {
      for line in place.passage?.copy.lines ?? [] {
        guard case .prose(let text, _, .late(let key)) = line.form else { continue }
        let whole = line.extent.from(place.start)
        let words = text.from(place.start)
        let move = Fix(
          "Move to the header",
          [
            .init(below.range, proof.text.string(in: words) + below.text),
            .init(proof.removal(ofLine: whole), ""),
          ], isPreferred: true)
        let name = words.lowerBound..<words.lowerBound + key.rawValue.utf8.count
        proof.mark(
          name, "Read as prose here: move this field above the copy.",
          fixes: below.range.upperBound <= whole.lowerBound ? [move] : [])
      }
    }
  })
