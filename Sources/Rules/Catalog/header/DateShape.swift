import Semantics
import Syntax

let dateShape = Rule(
  "header/date-shape", .information,
  summary: "A line begins like a date line but is prose.",
  why:
    "A line that starts with `date` and a number is almost a header; the writer should know that it is read as prose.",
  silent: ["date 2023-11 The council met.", "date palms grow here"],
  reported: [
    """
    date 2023 was dry, say the growers.
    ▔▔▔▔▔▔▔▔▔ This is read as prose: a date line is “date YYYY-MM-DD”.
    """
  ],
  check: .passage(where: .header) { proof in
    for (line, _) in proof.zoneLines {
      guard case .prose(let text, _, .dateShape) = line.form else { continue }
      let words = proof.bytes[text.range]
      let number = words.firstIndex(where: isDigit) ?? words.startIndex
      let end = words[number...].firstIndex { $0 == 0x20 || $0 == 0x09 } ?? words.endIndex
      proof.mark(text.lowerBound..<end, "This is read as prose: a date line is “date YYYY-MM-DD”.")
    }
  })
