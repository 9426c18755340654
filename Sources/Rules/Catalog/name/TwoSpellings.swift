import Semantics
import Syntax

let nameTwoSpellings = Rule(
  "name/two-spellings", .information, fix: .quick,
  summary: "A person is spelt in two ways in one article.",
  why: """
    Two spellings one letter apart under the same first name are hardly ever two people. One of them is wrong, and the
    article itself is the witness; a declaration of the name settles it for good.
    """,
  silent: [
    "date 2023-11-29 Ana Ruiz met Ana Reis. Jon Martin met Jan Martin, and the Martins left.",
    "date 2023-11-29 Jon Martin met Jon Hartley. South Korea beat a South Korean team.",
    "person Jon Martin\nperson Jon Marten\ndate 2023-11-29 Jon Martin met Jon Marten.",
  ],
  reported: [
    """
    date 2023-11-29 Jon Martin spoke first. Later Jon Martan left, and Jon Martin stayed.
                        ▔▔▔▔▔▔ ↳ here it is “Martin”
                                                      ▔▔▔▔▔▔ “Jon Martan” here, “Jon Martin” elsewhere: check which is right.
    → Change to “Martin”
    date 2023-11-29 Jon Martin spoke first. Later Jon Martin left, and Jon Martin stayed.
    """
  ],
  check: .whole { proof in
    let cast = proof.cast
    var namesakes: [String: [Namesake]] = [:]
    for figure in cast.figures where figure.kind == .person && figure.declared == nil {
      let words = figure.name.split(separator: " ")
      guard (2...4).contains(words.count), let surname = words.last, surname.count > 4 else { continue }
      let places = cast.mentions(of: figure).filter { $0.setting == .body }.compactMap { mention in
        let start = max(mention.range.upperBound - surname.utf8.count, mention.range.lowerBound)
        let place = start..<mention.range.upperBound
        return mention.form == .full && proof.text.string(in: place) == surname ? place : nil
      }
      guard !places.isEmpty else { continue }
      namesakes[words.dropLast().joined(separator: " "), default: []].append(Namesake(surname: surname, places: places))
    }
    for (first, group) in namesakes where group.count > 1 {
      for (one, other) in near(group) where areOneLetterApart(one.surname, other.surname) {
        let (right, wrong) = one.outweighs(other) ? (one, other) : (other, one)
        for place in wrong.places {
          proof.mark(
            place,
            "“\(first) \(wrong.surname)” here, “\(first) \(right.surname)” elsewhere: check which is right.",
            related: right.places.prefix(1).map { .init(range: $0, message: "here it is “\(right.surname)”") },
            fixes: [Fix("Change to “\(right.surname)”", place, String(right.surname))])
        }
      }
    }
  })

/// A surname, and where it stands behind the same first names.
private struct Namesake {
  let surname: Substring
  let places: [Range<Int>]

  /// The spelling that is used more often is likelier to be right, or else the one that came first.
  func outweighs(_ other: Namesake) -> Bool {
    guard places.count == other.places.count else { return places.count > other.places.count }
    return (places.first?.lowerBound ?? 0) < (other.places.first?.lowerBound ?? 0)
  }
}

/// The pairs that may be one letter apart: with one letter taken out of each, or of one, they are the same.
///
/// A long article has thousands of people of one first name, so not every surname is held against every other.
private func near(_ group: [Namesake]) -> [(Namesake, Namesake)] {
  var owners: [String: [Int]] = [:]
  var pairs: Set<[Int]> = []
  for (number, namesake) in group.enumerated() {
    let letters = Array(namesake.surname.unicodeScalars)
    for left in -1..<letters.count {
      var key = String.UnicodeScalarView()
      for (index, letter) in letters.enumerated() where index != left { key.append(letter) }
      let others = owners[String(key), default: []]
      for other in others.suffix(mostOwners) where other != number { pairs.insert([other, number]) }
      if others.last != number { owners[String(key), default: []].append(number) }
    }
  }
  return pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { (group[$0[0]], group[$0[1]]) }
}

/// So many surnames that differ in one and the same letter are no slips of the pen.
private let mostOwners = 8

/// One slip, and no plural.
private func areOneLetterApart(_ one: Substring, _ other: Substring) -> Bool {
  guard one + "s" != other, other + "s" != one else { return false }
  return slips(from: Array(one.unicodeScalars), to: Array(other.unicodeScalars)) == 1
}
