import Semantics
import Syntax

let fieldValue = Rule(
  "header/field-value", .information, fix: .quick,
  summary: "A header line has a known key but not a value that goes with it, so it is read as prose.",
  why: """
    The shape of its value is what tells a field from a sentence: `by the time police arrived` is prose. Where the field
    was meant, the finding shows a value that would do; where prose was meant, a backslash says so.
    """,
  silent: ["by Jane Doe\nlang en-GB\ndate 2023-11-29 It met.", "\\by the time police arrived, it was over"],
  reported: [
    """
    by the time police arrived, the hall was empty
    ▔▔ Read as prose: “by” takes a name, as in “by Jane Doe”.
    → Keep it as prose
    \\by the time police arrived, the hall was empty
    """,
    """
    lang english
    ▔▔▔▔ Read as prose: “lang” takes a language tag, as in “lang en-GB”.
    date 2023-11-29 It met.
    → Keep it as prose
    \\lang english
    date 2023-11-29 It met.
    """,
    """
    person , council leader
    ▔▔▔▔▔▔ Read as prose: “person” takes a name first, as in “person Ana Ruiz, council leader”.
    → Keep it as prose
    \\person , council leader
    """,
  ],
  check: .passage(where: .header) { proof in
    for (line, _) in proof.zoneLines {
      guard case .prose(let text, _, let missed?) = line.form else { continue }
      let hint: String
      var shade: Severity?
      switch missed {
      case .value(let key):
        hint = "takes \(shape(of: key))"
        if key == .lang || key == .updated || key == .embargo { shade = .warning }
      case .entityName(let kind): hint = "takes a name first, as in “\(kind.rawValue) \(example(of: kind))”"
      default: continue
      }
      let words = proof.bytes[text.range]
      let end = words.firstIndex { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ":") } ?? words.endIndex
      let key = text.lowerBound..<end
      proof.mark(
        key, "Read as prose: “\(proof.string(key))” \(hint).", shade,
        fixes: [Fix("Keep it as prose", text.lowerBound..<text.lowerBound, "\\")])
    }
  })

private func shape(of key: Key) -> String {
  switch key {
  case .by: "a name, as in “by Jane Doe”"
  case .dateline: "a place, as in “dateline Port Ellery”"
  case .section: "a section’s name, as in “section World”"
  case .slug, .id: "one word without blanks, as in “\(key.rawValue) council-budget”"
  case .lang: "a language tag, as in “lang en-GB”"
  case .source: "an address or a name, as in “source https://example.com/budget”"
  case .updated, .embargo: "a date, as in “\(key.rawValue) 2023-11-29T09:15Z”"
  case .type: "article, live, opinion, analysis or review"
  case .status: "draft, ready, published, withheld or killed"
  case .target: "a number of words, as in “target 600”"
  case .allow: "rule codes, as in “allow quote/straight”"
  case .headline, .dek, .rights, .keywords, .correction, .note, .custom: "some words"
  }
}

private func example(of kind: EntityKind) -> String {
  switch kind {
  case .person: "Ana Ruiz, council leader"
  case .org: "Harbour Board"
  case .place: "Port Ellery"
  case .event: "Harbour Day"
  case .term: "flood gate"
  }
}
