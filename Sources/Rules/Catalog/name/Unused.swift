import Semantics
import Syntax

let nameUnused = Rule(
  "name/unused", .hint, fix: .quick,
  summary: "A name is declared and never used.",
  why: "It is left over from an earlier draft, or the name in the copy is spelt in another way.",
  silent: [
    "person Ana Ruiz\ndate 2023-11-29 It was Ruiz who spoke.",
    "person Jane Roe; withhold\ndate 2023-11-29 The girl was unhurt.",
    "term flood gate; not floodgate\ndate 2023-11-29 It met.",
  ],
  reported: [
    """
    person Ana Ruiz
           ▔▔▔▔▔▔▔▔ Declared but not in the article: remove the line, or check the spelling.
    date 2023-11-29 The council met.
    → Remove the line
    date 2023-11-29 The council met.
    """
  ],
  check: .whole { proof in
    let declarations = proof.header.declarations
    guard !declarations.isEmpty else { return }
    let cast = proof.cast
    for figure in cast.figures {
      guard case .article(let index) = figure.declared, index < declarations.count else { continue }
      let declaration = declarations[index]
      guard figure.mentions.isEmpty, !declaration.isWithheld, declaration.kind != .term else { continue }
      proof.mark(
        declaration.nameRange, "Declared but not in the article: remove the line, or check the spelling.",
        fixes: [Fix("Remove the line", declaration.line, "")], isUnnecessary: true)
    }
  })
