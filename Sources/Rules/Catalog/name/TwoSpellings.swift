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
      for (number, one) in group.enumerated() {
        for other in group.dropFirst(number + 1) where areOneLetterApart(one.surname, other.surname) {
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

/// One slip, and no plural.
private func areOneLetterApart(_ one: Substring, _ other: Substring) -> Bool {
  guard one + "s" != other, other + "s" != one else { return false }
  return slips(from: Array(one.unicodeScalars), to: Array(other.unicodeScalars)) == 1
}
