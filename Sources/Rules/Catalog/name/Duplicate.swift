import Semantics
import Syntax

let nameDuplicate = Rule(
  "name/duplicate", .warning, fix: .quick,
  summary: "The same name is declared twice.",
  why: "Two declarations of one person drift apart, and only one of them counts.",
  silent: ["person Ana Ruiz\nperson Luis Ruiz\ndate 2023-11-29 Ana Ruiz and Luis Ruiz spoke."],
  reported: [
    """
    person Ana Ruiz, council leader
           ▔▔▔▔▔▔▔▔ ↳ declared here
    person Ana Ruiz; aka Ruiz
           ▔▔▔▔▔▔▔▔ Declared above already: make one line of the two.
    date 2023-11-29 Ana Ruiz spoke.
    → Merge into the line above
    person Ana Ruiz, council leader; aka Ruiz
    date 2023-11-29 Ana Ruiz spoke.
    """
  ],
  check: .header { proof in
    var first: [String: Declaration] = [:]
    for declaration in proof.header.declarations {
      let key = "\(declaration.kind.rawValue) \(declaration.name.lowercased())"
      guard let known = first[key] else {
        first[key] = declaration
        continue
      }
      proof.mark(
        declaration.nameRange, "Declared above already: make one line of the two.",
        related: [.init(range: known.nameRange, message: "declared here")],
        fixes: [merge(declaration, into: known, proof)])
    }
  })

/// Keeps the first line and adds what only the second one says.
private func merge(_ second: Declaration, into first: Declaration, _ proof: HeaderProof) -> Fix {
  var addition = ""
  let rest = proof.words((second.roleRange ?? second.nameRange).upperBound..<second.valueRange.upperBound)
  if first.role == nil, let role = second.role { addition = ", \(role)" }
  let end = first.role == nil ? first.nameRange.upperBound : first.valueRange.upperBound
  var edits = [Fix.Edit(second.line, "")]
  if first.role == nil, !addition.isEmpty { edits.insert(.init(end..<end, addition), at: 0) }
  if !rest.isEmpty {
    let last = first.valueRange.upperBound
    edits.insert(.init(last..<last, rest), at: edits.count - 1)
  }
  return Fix("Merge into the line above", edits)
}
