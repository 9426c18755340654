import Semantics
import Syntax

let dash = Rule(
  "text/dash", nil, fix: .safe, parameters: ["style": .choice(["em", "spaced-em", "en"])],
  summary: "Hyphens stand for a dash.",
  why:
    "Two hyphens, or one between blanks, are what a keyboard offers; `set text/dash style` names the dash to print: em, spaced-em or en.",
  silent: [
    "date 2023-11-29 The vote – a close one – passed.", "date 2023-11-29 “No -- never,” he said of the 3-2 vote.",
  ],
  reported: [
    """
    date 2023-11-29 The vote -- a close one - passed.
                            ▔▔▔▔ Hyphens for a dash: use “ — ”.
                                           ▔▔▔ Hyphens for a dash: use “ — ”.
    → Use “ — ”
    date 2023-11-29 The vote — a close one - passed.
    → Use “ — ”
    date 2023-11-29 The vote -- a close one — passed.
    """
  ],
  check: .passage(where: .hyphen) { proof in
    let dash: String
    switch proof.settings.parameters["text/dash"]?["style"] {
    case "em": dash = "—"
    case "en": dash = " – "
    default: dash = " — "
    }
    for unit in proof.paragraphs {
      for range in proof.places(of: " -- ", in: unit) + proof.places(of: " - ", in: unit) where !proof.isQuoted(range) {
        let after = range.upperBound < unit.upperBound ? proof.bytes[range.upperBound] : 0x20
        guard range.lowerBound > unit.lowerBound, isWordByte(after), !isDigit(after) else { continue }
        proof.mark(
          range, "Hyphens for a dash: use “\(dash)”.", fixes: [Fix("Use “\(dash)”", range, dash, isSafe: true)])
      }
    }
  })
