import Semantics
import Syntax

let nameFullAgain = Rule(
  "name/full-again", nil, fix: .quick,
  summary: "A declared person is named in full a second time.",
  why: "Once introduced, a person goes by the surname; the full name again reads like somebody new.",
  silent: ["person Ana Ruiz\ndate 2023-11-29 Ana Ruiz spoke. Ruiz won. “Ana Ruiz was right,” he said."],
  reported: [
    """
    person Ana Ruiz
    date 2023-11-29 Ana Ruiz spoke, and then Ana Ruiz left.
                                             ▔▔▔▔▔▔▔▔ Introduced above: “Ruiz” is enough.
    → Change to “Ruiz”
    person Ana Ruiz
    date 2023-11-29 Ana Ruiz spoke, and then Ruiz left.
    """
  ],
  check: .whole { proof in
    guard !proof.header.declarations.isEmpty else { return }
    let cast = proof.cast
    for figure in cast.figures where figure.kind == .person && figure.declared != nil {
      guard let surname = DeclaredName.words(of: figure.name).last, surname != figure.name else { continue }
      let full = cast.mentions(of: figure).filter { $0.setting == .body && $0.form == .full && !$0.isQuoted }
      for mention in full.dropFirst() {
        proof.mark(
          mention.range, "Introduced above: “\(surname)” is enough.",
          fixes: [Fix("Change to “\(surname)”", mention.range, surname)])
      }
    }
  })
