import Semantics
import Syntax

let fieldDuplicate = Rule(
  "header/field-duplicate", .warning, fix: .quick,
  summary: "A field that can have one value is written twice.",
  why: "The last one wins, and whoever wrote the first should know.",
  silent: [
    "by Jane Doe\nby Sam Okafor\ndate 2023-11-29 It met.",
    "headline One\ndate 2023-11-29 It met.\n\ndate 2023-11-30\nheadline Two\nIt met again.",
  ],
  reported: [
    """
    slug council
    ▔▔▔▔ “slug” is written again below, and the last one counts: remove this line.
    slug council-budget
    ▔▔▔▔ ↳ this one counts
    date 2023-11-29 It met.
    → Remove this line
    slug council-budget
    date 2023-11-29 It met.
    """
  ],
  check: .header { proof in
    var last: [Owner: Field] = [:]
    for field in proof.header.fields.reversed() where !repeats(field.key) {
      let owner = Owner(name: field.name, entry: field.entry)
      guard let later = last[owner] else {
        last[owner] = field
        continue
      }
      proof.mark(
        field.keyRange, "“\(field.name)” is written again below, and the last one counts: remove this line.",
        related: [.init(range: later.keyRange, message: "this one counts")],
        fixes: [Fix("Remove this line", field.line, "")])
    }
  })

private struct Owner: Hashable {
  let name: String
  let entry: Int?
}

private func repeats(_ key: Key) -> Bool {
  switch key {
  case .by, .source, .keywords, .allow, .correction, .note, .custom: true
  case .headline, .dek, .rights, .dateline, .section, .slug, .id, .lang, .updated, .embargo, .type, .target, .status:
    false
  }
}
