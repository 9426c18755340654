import Semantics
import Syntax

let invisible = Rule(
  "text/invisible", .hint, fix: .safe,
  summary: "An invisible character stands in the copy.",
  why: "It comes with text pasted from elsewhere, cannot be seen, and keeps searches from finding the words around it.",
  silent: ["date 2023-11-29 The vote was close.", "date 2023-11-29 The 5\u{A0}km run."],
  reported: [
    "date 2023-11-29 The vo\u{200B}te was close.\n"
      + "                      ▔ An invisible character (U+200B): delete it.\n"
      + "→ Delete it\ndate 2023-11-29 The vote was close.",
    "date 2023-11-29 The vote \u{A0}was close.\n"
      + "                         ▔ A blank of another kind beside a blank (U+00A0): delete it.\n"
      + "→ Delete it\ndate 2023-11-29 The vote was close.",
  ],
  check: .passage(where: .invisible) { proof in
    for unit in proof.printed {
      for (name, range) in invisibles(in: unit, proof.bytes) {
        let isBlank = range.count == 2 && name == "U+00A0"
        let message =
          isBlank
          ? "A blank of another kind beside a blank (\(name)): delete it."
          : "An invisible character (\(name)): delete it."
        proof.mark(range, message, fixes: [Fix("Delete it", range, "", isSafe: !proof.isQuoted(range))])
      }
    }
  })

private func invisibles(in unit: Extent, _ bytes: [UInt8]) -> [(name: String, range: Range<Int>)] {
  var found: [(String, Range<Int>)] = []
  let end = unit.upperBound
  for index in unit.range {
    switch bytes[index] {
    case 0xC2 where index + 1 < end:
      let isBeside = index > unit.lowerBound && bytes[index - 1] == 0x20 || index + 2 < end && bytes[index + 2] == 0x20
      if bytes[index + 1] == 0xA0, isBeside { found.append(("U+00A0", index..<index + 2)) }
      if bytes[index + 1] == 0xAD { found.append(("U+00AD", index..<index + 2)) }
    case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x8B:
      found.append(("U+200B", index..<index + 3))
    case 0xE2 where index + 2 < end && bytes[index + 1] == 0x81 && bytes[index + 2] == 0xA0:
      found.append(("U+2060", index..<index + 3))
    case 0xEF where index + 2 < end && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF:
      found.append(("U+FEFF", index..<index + 3))
    default: break
    }
  }
  return found
}
