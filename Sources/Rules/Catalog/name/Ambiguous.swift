import Semantics
import Syntax

let nameAmbiguous = Rule(
  "name/ambiguous", .information, fix: .quick,
  summary: "A surname alone could be either of two declared people.",
  why: "Brothers, couples and namesakes need their first names, or readers credit one with the other’s words.",
  silent: ["person Ana Ruiz\nperson Luis Ruiz\ndate 2023-11-29 Ana Ruiz and Luis Ruiz spoke."],
  reported: [
    """
    person Ana Ruiz
    person Luis Ruiz
    date 2023-11-29 Ana Ruiz and Luis Ruiz spoke, and then Ruiz left.
                                                           ▔▔▔▔ Which one: Ana Ruiz or Luis Ruiz?
    → Change to “Ana Ruiz”
    person Ana Ruiz
    person Luis Ruiz
    date 2023-11-29 Ana Ruiz and Luis Ruiz spoke, and then Ana Ruiz left.
    → Change to “Luis Ruiz”
    person Ana Ruiz
    person Luis Ruiz
    date 2023-11-29 Ana Ruiz and Luis Ruiz spoke, and then Luis Ruiz left.
    """
  ],
  check: .whole { proof in
    let people = proof.header.declarations.filter { $0.kind == .person }.map(DeclaredName.init)
    let bySurname = Dictionary(grouping: people.filter { $0.surname != $0.name }, by: \.surname).filter { group in
      Set(group.value.map(\.name)).count > 1
    }
    guard !bySurname.isEmpty else { return }
    for mention in proof.cast.mentions where mention.setting == .body && !mention.isQuoted {
      let words = proof.text.string(in: mention.range)
      guard let bearers = bySurname[words] else { continue }
      let names = bearers.map(\.name)
      proof.mark(
        mention.range, "Which one: \(names.joined(separator: " or "))?",
        fixes: names.map { Fix("Change to “\($0)”", mention.range, $0) })
    }
  })
