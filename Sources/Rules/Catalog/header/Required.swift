import Semantics
import Syntax

let required = Rule(
  "header/required", nil, whenPublishing: .error, fix: .quick,
  summary: "The article lacks a headline, a slug or a byline.",
  why: "A wire desk sends back what it cannot file.",
  silent: ["headline Council meets\nslug council\nby Jane Doe\ndate 2023-11-29 It met.", ""],
  reported: [
    """
    headline Council meets
    date 2023-11-29 It met.
    ▔▔▔▔ Without slug, by: add them above.
    → Insert slug, by
    headline Council meets
    slug TK
    by TK
    date 2023-11-29 It met.
    """
  ],
  check: .article { proof in
    let missing = [Key.headline, .slug, .by].filter { proof.header.document($0) == nil }
    guard !missing.isEmpty, let place = proof.header.entries.first?.key ?? proof.header.fields.first?.keyRange else {
      return
    }
    let names = missing.map(\.rawValue).joined(separator: ", ")
    let lines = missing.map { "\($0.rawValue) TK\(proof.lineBreak)" }.joined()
    let end = proof.headerEnd
    proof.mark(
      place, "Without \(names): add \(missing.count == 1 ? "it" : "them") above.",
      fixes: [Fix("Insert \(names)", end..<end, lines)])
  })
