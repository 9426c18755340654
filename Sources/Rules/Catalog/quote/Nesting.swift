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
  check: .marks(.nesting) { proof, slip in
    guard let closing = slip.partner else { return }
    let (open, close) = slip.family == .straight ? ("'", "'") : slip.family.isSingle ? ("“", "”") : ("‘", "’")
    proof.mark(
      slip.mark.range, "The same marks inside a quotation: use \(open) and \(close).",
      related: [.init(range: closing.range, message: "and here")],
      fixes: [Fix("Use \(open) and \(close)", [.init(slip.mark.range, open), .init(closing.range, close)])])
  })
