import Semantics
import Syntax

let tooLong = Rule(
  "header/too-long", nil, whenPublishing: .warning, parameters: ["headline": .number, "slug": .number],
  summary: "A headline or a slug is longer than the wire takes.",
  why: """
    What is too long is cut by a machine, often in the middle of a name. A headline may have 64 characters and a slug 24,
    unless the stylebook sets other numbers.
    """,
  silent: ["headline Council meets\nslug council-budget\ndate 2023-11-29 It met."],
  reported: [
    """
    slug council-approves-flood-budget
                                 ▔▔▔▔▔ 5 characters too many: a slug may have 24.
    date 2023-11-29 It met.
    """
  ],
  check: .header { proof in
    for field in proof.header.fields where field.key == .headline || field.key == .slug {
      let name = field.key.rawValue
      let limit = proof.settings.number(name, of: "header/too-long", default: field.key == .slug ? 24 : 64)
      guard limit > 0, field.value.count > limit else { continue }
      // Bytes that are no UTF-8 are fewer than the characters that stand for them.
      let kept = min(field.value.prefix(limit).utf8.count, field.valueRange.count)
      let extra = field.value.count - limit
      proof.mark(
        field.valueRange.lowerBound + kept..<field.valueRange.upperBound,
        "\(extra) \(extra == 1 ? "character" : "characters") too many: a \(name) may have \(limit).")
    }
  })
