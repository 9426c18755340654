import Semantics
import Syntax

let nameRoleConflict = Rule(
  "name/role-conflict", .information,
  summary: "A declared person has two ages or two roles.",
  why: "One of the two is wrong, and the person will write in.",
  silent: ["person Ana Ruiz\ndate 2023-11-29 Ana Ruiz, 41, spoke. Ruiz, 41, then left."],
  reported: [
    """
    person Ana Ruiz
    date 2023-11-29 Ana Ruiz, 41, spoke.
                              ▔▔ ↳ the other age

    It was Ruiz, 42, who then left.
                 ▔▔ “Ana Ruiz” has two ages, 41 and 42: check which is right.
    """,
    """
    person Ana Ruiz, council leader
                     ▔▔▔▔▔▔▔▔▔▔▔▔▔▔ ↳ declared here
    date 2023-11-29 Ana Ruiz spoke.

    > Every street will get a pump.
    > -- Ana Ruiz, harbour master
                   ▔▔▔▔▔▔▔▔▔▔▔▔▔▔ “Ana Ruiz” has two roles: check which is right.
    """,
  ],
  check: .whole { proof in
    guard !proof.header.declarations.isEmpty else { return }
    let cast = proof.cast
    for figure in cast.figures where figure.kind == .person && figure.declared != nil {
      var first: (age: Int, range: Range<Int>)?
      for mention in cast.mentions(of: figure) where mention.setting == .body {
        guard let found = age(after: mention.range.upperBound, proof.text) else { continue }
        guard let known = first else {
          first = found
          continue
        }
        if known.age == found.age { continue }
        proof.mark(
          found.range, "“\(figure.name)” has two ages, \(known.age) and \(found.age): check which is right.",
          related: [.init(range: known.range, message: "the other age")])
      }
    }
    checkRoles(&proof)
  })

/// `, 41,` after a name.
private func age(after place: Int, _ text: Text) -> (age: Int, range: Range<Int>)? {
  let bytes = text.bytes(in: place..<place + 7)
  guard bytes.starts(with: ", ".utf8) else { return nil }
  let digits = bytes.dropFirst(2).prefix(while: isDigit)
  guard (1...3).contains(digits.count), let age = Int(String(decoding: digits, as: UTF8.self)), age < 120,
    let next = bytes.dropFirst(2 + digits.count).first, next == UInt8(ascii: ",") || next == UInt8(ascii: ".")
  else { return nil }
  return (age, place + 2..<place + 2 + digits.count)
}

private func checkRoles(_ proof: inout ArticleProof) {
  for quotation in proof.blocks {
    guard let attribution = quotation.attribution else { continue }
    let name = proof.text.string(in: attribution.speaker.mention)
    let tail =
      attribution.speaker.mention.upperBound..<max(attribution.range.upperBound, attribution.speaker.mention.upperBound)
    let role = String(proof.text.string(in: tail).drop { $0 == "," || $0 == " " })
    guard !role.isEmpty,
      let declared = proof.header.declarations.first(where: { $0.kind == .person && $0.name == name }),
      let known = declared.role, let range = declared.roleRange
    else { continue }
    let (one, other) = (role.lowercased(), known.lowercased())
    guard !one.contains(other), !other.contains(one) else { continue }
    let start = max(tail.upperBound - role.utf8.count, tail.lowerBound)
    proof.mark(
      start..<tail.upperBound, "“\(name)” has two roles: check which is right.",
      related: [.init(range: range, message: "declared here")])
  }
}
