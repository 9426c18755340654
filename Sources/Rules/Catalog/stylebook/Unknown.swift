import Semantics
import Syntax

let stylebookUnknown = Rule(
  "stylebook/unknown", .warning, fix: .quick,
  summary: "A stylebook sets something that does not exist.",
  why: "A mistyped setting that is passed over in silence leaves the desk believing that it holds.",
  silent: [
    "rule quote/straight off\nrule quote/* hint\nset header/too-long headline 50\npack ap\nprofile publish\n",
    "show speakers on\nterm defence; not defense\n\nA word to whoever keeps this book.\n",
  ],
  reported: [
    """
    rule quote/strait off
         ▔▔▔▔▔▔▔▔▔▔▔▔ There is no rule “quote/strait”.
    → Change to “quote/straight”
    rule quote/straight off
    """,
    """
    profile publsh
            ▔▔▔▔▔▔ There is no such profile.
    → Change to “publish”
    profile publish
    """,
    """
    pack ap apa
            ▔▔▔ There is no pack “apa”.
    → Change to “ap”
    pack ap ap
    """,
    """
    set quote/straight mod curly
                       ▔▔▔ quote/straight has mode, and no “mod”.
    → Change to “mode”
    set quote/straight mode curly
    """,
    """
    set text/dash style longest
                        ▔▔▔▔▔▔▔ This is to be em, spaced-em or en.
    set header/too-long slug many
                             ▔▔▔▔ This is to be a number.
    set quote/unclosed limit 3
        ▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Nothing can be set for quote/unclosed.
    """,
    """
    rule quote/straight loud
                        ▔▔▔▔ A rule can be off, error, warning, information, hint.
    """,
    """
    paks ap
    ▔▔▔▔ A stylebook knows rule, set, pack, profile, show and declarations; this is neither.
    → Change to “pack”
    pack ap
    """,
  ],
  check: .stylebook { proof in
    for fault in Stylebook(proof.header).faults {
      let fixes = fault.nearest.map { [Fix("Change to “\($0)”", fault.range, $0)] } ?? []
      proof.mark(fault.range, fault.message, fixes: fixes)
    }
    for (word, range) in shortLines(of: proof.article) {
      let choices = SettingKey.allCases.map(\.rawValue)
      let fixes = nearest(to: word, among: choices).map { [Fix("Change to “\($0)”", range, $0)] } ?? []
      guard !fixes.isEmpty else { continue }
      proof.mark(
        range, "A stylebook knows \(choices.joined(separator: ", ")) and declarations; this is neither.", fixes: fixes)
    }
  })

/// The first words of paragraphs that are no sentence: in lower case, at most four words.
private func shortLines(of book: Article) -> [(word: String, range: Range<Int>)] {
  book.places.flatMap { place in
    (place.passage?.copy.lines ?? []).compactMap { line in
      guard case .prose(let text, true, _) = line.form else { return nil }
      let words = book.text.string(in: text.from(place.start)).split(separator: " ")
      guard let word = words.first, words.count <= 4, word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
        return nil
      }
      let start = text.from(place.start).lowerBound
      return (String(word), start..<start + word.utf8.count)
    }
  }
}
