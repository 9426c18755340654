import Semantics

let nesting = Rule(
  "quote/nesting", .information, fix: .quick,
  summary: "A quotation inside a quotation has the same marks.",
  why: "With single marks inside double ones readers see at once who is quoted by whom.",
  silent: ["date 2023-11-29 “He said ‘no’ to me,” she said."],
  reported: [
    """
    date 2023-11-29 “He said “no” to me,” she said.
                             ▔ The same marks inside a quotation: use ‘ and ’.
                                ▔ ↳ and here
    → Use ‘ and ’
    date 2023-11-29 “He said ‘no’ to me,” she said.
    """
  ],
  check: .article { proof in
    for slip in proof.slips where slip.kind == .nesting {
      guard let closing = slip.partner else { continue }
      let (open, close) = slip.family == .straight ? ("'", "'") : slip.family.isSingle ? ("“", "”") : ("‘", "’")
      proof.mark(
        slip.mark, "The same marks inside a quotation: use \(open) and \(close).",
        related: [.init(range: closing, message: "and here")],
        fixes: [Fix("Use \(open) and \(close)", [.init(slip.mark, open), .init(closing, close)])])
    }
  })
