import Semantics
import Syntax

let fieldUnknown = Rule(
  "header/field-unknown", .information, fix: .safe,
  summary: "A header line begins with a word that is nearly a key.",
  why: """
    A mistyped key must not turn into prose unseen: the headline would be printed as a paragraph. Only long keys and the
    smallest slips count, as a looser test would mark a third of all articles.
    """,
  silent: [
    "headline Council meets\ndate 2023-11-29 It met.", "Headlines were few.", "date 2023-11-29 It met.\n\nheadlin x",
  ],
  reported: [
    """
    headlin Council meets
    ▔▔▔▔▔▔▔ Read as prose: did you mean the key “headline”?
    date 2023-11-29 It met.
    → Change to “headline”
    headline Council meets
    date 2023-11-29 It met.
    """,
    """
    persom Ana Ruiz, council leader
    ▔▔▔▔▔▔ Read as prose: did you mean the key “person”?
    → Change to “person”
    person Ana Ruiz, council leader
    """,
  ],
  check: .passage(where: .header) { proof in
    // Every paragraph under an open header would be a candidate, so the cheap questions come first.
    guard proof.entry.lines.headerIsOpen else { return }
    var isOpen = true
    for line in proof.copy.lines {
      switch line.form {
      case .blank, .comment, .field, .entity, .setting: continue
      case .date(let date): isOpen = date.body == nil
      case .prose(let text, true, nil) where isOpen && text.count <= 120:
        mark(text, &proof)
        return
      default: return
      }
    }
  })

private func mark(_ text: Extent, _ proof: inout PassageProof) {
  let words = proof.bytes[text.range]
  let word = words.prefix { $0 >= 0x61 && $0 <= 0x7A }
  let range = word.startIndex..<word.endIndex
  guard word.count >= 4, word.count <= 12, let next = words.dropFirst(word.count).first,
    next == 0x20 || next == UInt8(ascii: ":"),
    let key = nearestKey(to: Array(word)),
    isHeaderLine(key + proof.string(word.endIndex..<text.upperBound))
  else { return }
  proof.mark(
    range, "Read as prose: did you mean the key “\(key)”?",
    fixes: [Fix("Change to “\(key)”", range, key, isSafe: true)])
}

private let longKeys = (Key.allCases.map(\.rawValue) + EntityKind.allCases.map(\.rawValue)).filter {
  $0.utf8.count >= 5
}

private func nearestKey(to word: [UInt8]) -> String? {
  longKeys.first { key in
    let key = Array(key.utf8)
    // A plural is a word of its own: “sources close to the talks”.
    if word == key + [UInt8(ascii: "s")] || word == key { return false }
    return slips(from: word, to: key) <= (key.count >= 8 ? 2 : 1)
  }
}
