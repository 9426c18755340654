import Semantics
import Syntax

let nameNotIntroduced = Rule(
  "name/not-introduced", .hint, fix: .quick,
  summary: "A declared person is named by surname before the full name.",
  why: "Readers meet a person by the full name first; a surname alone sends them back up the page.",
  silent: [
    "person Ana Ruiz\ndate 2023-11-29 Ana Ruiz spoke. Ruiz won.", "date 2023-11-29 Ruiz spoke.",
    "headline Ruiz wins\nperson Ana Ruiz\ndate 2023-11-29 Ana Ruiz spoke.",
  ],
  reported: [
    """
    person Ana Ruiz
    date 2023-11-29 It was Ruiz who spoke, and Ana Ruiz left.
                           ▔▔▔▔ The full name comes first: Ana Ruiz.
    → Change to “Ana Ruiz”
    person Ana Ruiz
    date 2023-11-29 It was Ana Ruiz who spoke, and Ana Ruiz left.
    """
  ],
  check: .whole { proof in
    guard !proof.header.declarations.isEmpty else { return }
    let cast = proof.cast
    for figure in cast.figures where figure.kind == .person && figure.declared != nil {
      let inBody = cast.mentions(of: figure).filter { $0.setting == .body && !$0.isQuoted }
      guard let first = inBody.first, first.form == .surname else { continue }
      proof.mark(
        first.range, "The full name comes first: \(figure.name).",
        fixes: [Fix("Change to “\(figure.name)”", first.range, figure.name)])
    }
  })
