import Semantics
import Syntax

let nameRoleConflict = Rule(
  "name/role-conflict", .information,
  summary: "A declared person has two ages or two roles.",
  why: "One of the two is wrong, and the person will write in.",
  silent: [
    "person Ana Ruiz\ndate 2023-11-29 Ana Ruiz, 41, spoke. Ruiz, 41, then left.",
    "person Ana Ruiz, mayor\ndate 2023-11-29 Deputy Mayor Ana Ruiz spoke. Ana Ruiz, the former governor, left.",
    "person Ana Ruiz, mayor\ndate 2023-11-29 Ana Ruiz, mayor and director of the museum, spoke to the governor, Torvald Hale.",
  ],
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
    """
    person Ana Ruiz, mayor of Arlested
                     ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ ↳ declared here
    date 2023-11-29 Governor Ana Ruiz spoke.
                    ▔▔▔▔▔▔▔▔ “Ana Ruiz” is declared as mayor: check which is right.
    """,
    """
    person Ana Ruiz, mayor
                     ▔▔▔▔▔ ↳ declared here
    date 2023-11-29 It was Ana Ruiz who spoke. Ruiz, the governor, then left. Governor Ruiz did not return.
                                                         ▔▔▔▔▔▔▔▔ “Ana Ruiz” is declared as mayor: check which is right.
    """,
    """
    person Ana Ruiz
    date 2023-11-29 Ana Ruiz (41) spoke.
                              ▔▔ ↳ the other age

    It was 42-year-old Ana Ruiz who then left.
           ▔▔ “Ana Ruiz” has two ages, 41 and 42: check which is right.
    """,
  ],
  check: .whole { proof in
    guard !proof.header.declarations.isEmpty else { return }
    let cast = proof.cast
    for figure in cast.figures where figure.kind == .person && figure.declared != nil {
      var first: (age: Int, range: Range<Int>)?
      for mention in cast.mentions(of: figure) where mention.setting == .body {
        guard let found = age(around: mention.range, proof.text) else { continue }
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
    checkPosts(&proof)
  })

/// `Ana Ruiz, 41,`, `Ana Ruiz (41)` and `41-year-old Ana Ruiz`.
private func age(around name: Range<Int>, _ text: Text) -> (age: Int, range: Range<Int>)? {
  let bytes = text.bytes(in: name.upperBound..<min(name.upperBound + 7, text.count))
  for (opening, ends) in [(", ", ",."), (" (", ")")] where bytes.starts(with: opening.utf8) {
    let digits = bytes.dropFirst(2).prefix(while: isDigit)
    guard let age = years(digits), let next = bytes.dropFirst(2 + digits.count).first, ends.utf8.contains(next) else {
      continue
    }
    return (age, name.upperBound + 2..<name.upperBound + 2 + digits.count)
  }
  let old = Array("-year-old ".utf8)
  let before = text.bytes(in: max(name.lowerBound - old.count - 3, 0)..<name.lowerBound)
  guard before.suffix(old.count) == old[...] else { return nil }
  let digits = before.dropLast(old.count).reversed().prefix(while: isDigit).reversed()
  guard let age = years(digits) else { return nil }
  let end = name.lowerBound - old.count
  return (age, end - digits.count..<end)
}

private func years(_ digits: some Collection<UInt8>) -> Int? {
  guard (1...3).contains(digits.count), let age = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
  return age < 120 ? age : nil
}

/// Looks for the first `Governor Ana Ruiz` and `Ruiz, the governor` of somebody who is declared to hold another such post.
private func checkPosts(_ proof: inout ArticleProof) {
  let cast = proof.cast
  for figure in cast.figures where figure.kind == .person {
    guard case .article(let index) = figure.declared, proof.header.declarations.indices.contains(index),
      let role = proof.header.declarations[index].role, let roleRange = proof.header.declarations[index].roleRange
    else { continue }
    let held = Set(words(role)).intersection(posts)
    guard held.count == 1, let post = held.first, words(role).allSatisfy({ !shades.contains($0) }) else { continue }
    for mention in cast.mentions(of: figure) where mention.setting == .body && !mention.isQuoted {
      guard let found = otherPost(around: mention.range, proof.text), found.post != post else { continue }
      proof.mark(
        found.range, "“\(figure.name)” is declared as \(post): check which is right.",
        related: [.init(range: roleRange, message: "declared here")])
      break
    }
  }
}

/// The post that stands right before a name, or right behind it between commas and alone.
private func otherPost(around name: Range<Int>, _ text: Text) -> (post: String, range: Range<Int>)? {
  let start = max(name.lowerBound - 40, 0)
  let before = String(decoding: text.bytes(in: start..<name.lowerBound), as: UTF8.self)
  let line = before.split(whereSeparator: \.isNewline).last ?? ""
  if before.hasSuffix(" "), let title = line.split(separator: " ").last, posts.contains(title.lowercased()) {
    let earlier = line.split(separator: " ").dropLast().last.map { $0.lowercased() } ?? ""
    guard !shades.contains(earlier), !earlier.hasSuffix("-"), title.first?.isUppercase == true else { return nil }
    let end = name.lowerBound - 1
    return (title.lowercased(), end - title.utf8.count..<end)
  }
  let after = String(decoding: text.bytes(in: name.upperBound..<min(name.upperBound + 60, text.count)), as: UTF8.self)
  guard after.hasPrefix(", the ") else { return nil }
  let word = after.dropFirst(6).prefix { $0.isLetter }
  let clause = after.dropFirst(2).prefix { !",.;\n".contains($0) }
  guard posts.contains(String(word)), words(String(clause)).filter(posts.contains).count == 1 else { return nil }
  let place = name.upperBound + 6
  return (String(word), place..<place + word.utf8.count)
}

private func words(_ text: String) -> [String] {
  text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
}

/// Posts of which nobody is likely to hold two.
private let posts: Set<String> = [
  "mayor", "governor", "senator", "president", "premier", "chancellor", "ambassador", "bishop", "archbishop", "judge",
  "sheriff", "coroner", "captain", "colonel", "sergeant", "headmaster", "treasurer",
]

/// Words that make another post of a post.
private let shades: Set<String> = [
  "former", "ex", "ex-", "deputy", "vice", "then", "acting", "assistant", "lieutenant", "past", "future", "incoming",
  "outgoing", "late",
]

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
    guard !one.holds(other), !other.holds(one) else { continue }
    let start = max(tail.upperBound - role.utf8.count, tail.lowerBound)
    proof.mark(
      start..<tail.upperBound, "“\(name)” has two roles: check which is right.",
      related: [.init(range: range, message: "declared here")])
  }
}
