import Semantics
import Syntax

let needsBlankLine = Rule(
  "structure/needs-blank-line", .information, fix: .quick,
  summary: "A heading, a date or a correction stands inside a paragraph.",
  why: "Without a blank line above it is part of the paragraph, and will be printed as such.",
  silent: ["It met.\n\n# What next\n\nIt will meet again.", "They came in at\n#4 in the list."],
  reported: [
    """
    It met on Wednesday.
    # What happens next
    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Read as part of the paragraph: put a blank line above.
    It will meet again.
    → Put a blank line above
    It met on Wednesday.

    # What happens next
    It will meet again.
    """,
    """
    It met on Wednesday.
    date 2023-11-30 It met again.
    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Read as part of the paragraph: put a blank line above.
    → Put a blank line above
    It met on Wednesday.

    date 2023-11-30 It met again.
    """,
  ],
  check: .passage(where: .header) { proof in
    for (line, _) in proof.zoneLines {
      guard case .prose(let text, _, .crowded) = line.form else { continue }
      let words = proof.bytes[text.range]
      var end = text.upperBound
      if words.first != UInt8(ascii: "#") {
        // The key and its date are enough to show what is meant.
        let blanks = words.indices.filter { words[$0] == 0x20 }
        end = blanks.count > 1 ? blanks[1] : end
      }
      let start = line.extent.lowerBound
      proof.mark(
        text.lowerBound..<end, "Read as part of the paragraph: put a blank line above.",
        fixes: [Fix("Put a blank line above", start..<start, proof.lineBreak, isPreferred: true)])
    }
  })
