import Semantics
import Syntax

let colon = Rule(
  "header/colon", .hint, fix: .safe,
  summary: "A colon follows a key.",
  why: "Both spellings are read; one of them everywhere is easier to search for and to read.",
  silent: [
    "headline Council meets\ndate 2023-11-29 It met.", "date 2023-11-29 It met.\n\ncorrection: the budget was for 2024",
  ],
  reported: [
    """
    by: Jane Doe
      ▔ A key needs no colon: leave it out.
    date: 2023-11-29 It met.
        ▔ A key needs no colon: leave it out.
    → Remove the colon
    by Jane Doe
    date: 2023-11-29 It met.
    → Remove the colon
    by: Jane Doe
    date 2023-11-29 It met.
    """
  ],
  check: .passage(where: .header) { proof in
    for (line, headerIsOpen) in proof.zoneLines {
      let key: Extent
      switch line.form {
      case .date(let date) where date.hasColon: key = date.key
      case .field(let field) where field.hasColon && headerIsOpen: key = field.keyExtent
      case .entity(let entity) where entity.hasColon && headerIsOpen: key = entity.keyExtent
      default: continue
      }
      let mark = key.upperBound..<key.upperBound + 1
      let words = proof.string(key) + proof.string(mark.upperBound..<line.extent.upperBound)
      // Some lines are only sure to be fields by their colon.
      if case .date = line.form {} else if !isHeaderLine(words) { continue }
      proof.mark(
        mark, "A key needs no colon: leave it out.", fixes: [Fix("Remove the colon", mark, "", isSafe: true)])
    }
  })
