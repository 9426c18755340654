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
    var namesakes: [Substring: [Namesake]] = [:]
    for figure in cast.figures where figure.kind == .person && figure.declared == nil {
      // Its words have single blanks between them.
      guard (1...3).contains(figure.name.utf8.count { $0 == UInt8(ascii: " ") }),
        let blank = figure.name.utf8.lastIndex(of: UInt8(ascii: " "))
      else { continue }
      let namesake = Namesake(figure: figure, surname: figure.name[blank...].dropFirst())
      guard namesake.surname.count > 4 else { continue }
      namesakes[figure.name[..<blank], default: []].append(namesake)
    }
    for (first, group) in namesakes where group.count > 1 {
      for (one, other) in near(group) where areOneLetterApart(one.surname, other.surname) {
        let (places, others) = (one.places(in: cast, proof.text), other.places(in: cast, proof.text))
        guard !places.isEmpty, !others.isEmpty else { continue }
        let isRight = outweigh(places, others)
        let (right, wrong) = isRight ? (one.surname, other.surname) : (other.surname, one.surname)
        for place in isRight ? others : places {
          proof.mark(
            place,
            "“\(first) \(wrong)” here, “\(first) \(right)” elsewhere: check which is right.",
            related: (isRight ? places : others).prefix(1).map { .init(range: $0, message: "here it is “\(right)”") },
            fixes: [Fix("Change to “\(right)”", place, String(right))])
        }
      }
    }
  })

/// Somebody of two words or more with the last of them.
private struct Namesake {
  let figure: Figure
  let surname: Substring

  /// Where the surname stands behind the first names.
  func places(in cast: Cast, _ text: Text) -> [Range<Int>] {
    figure.mentions.compactMap { index in
      let mention = cast.mentions[Int(index)]
      guard mention.setting == .body, mention.form == .full else { return nil }
      let start = max(mention.range.upperBound - surname.utf8.count, mention.range.lowerBound)
      let place = start..<mention.range.upperBound
      return text.string(in: place) == surname ? place : nil
    }
  }
}

/// The spelling that is used more often is likelier to be right, or else the one that came first.
private func outweigh(_ places: [Range<Int>], _ others: [Range<Int>]) -> Bool {
  guard places.count == others.count else { return places.count > others.count }
  return (places.first?.lowerBound ?? 0) < (others.first?.lowerBound ?? 0)
}

/// The pairs that may be one letter apart: with one letter taken out of each, or of one, they are the same.
///
/// A long article has thousands of people of one first name, so not every surname is held against every other.
private func near(_ group: [Namesake]) -> [(Namesake, Namesake)] {
  // Hashes of what is left: what only looks the same is told apart by those who ask.
  var rests: [(hash: UInt64, number: Int)] = []
  for (number, namesake) in group.enumerated() {
    let letters = Array(namesake.surname.unicodeScalars)
    for left in -1..<letters.count {
      var hash: UInt64 = 0
      for index in letters.indices where index != left {
        hash = (hash ^ UInt64(letters[index].value)) &* 0x9E37_79B9_7F4A_7C15
      }
      // It is all one which of two same letters in a row is taken out.
      if let last = rests.last, last == (hash, number) { continue }
      rests.append((hash, number))
    }
  }
  rests.sort(by: <)
  var pairs: [(Int, Int)] = []
  for (index, rest) in rests.enumerated() {
    for other in rests[max(index - mostOwners, 0)..<index] where other.hash == rest.hash {
      pairs.append((other.number, rest.number))
    }
  }
  pairs.sort(by: <)
  return pairs.enumerated().filter { $0 == 0 || pairs[$0 - 1] != $1 }.map { (group[$1.0], group[$1.1]) }
}

/// So many surnames that differ in one and the same letter are no slips of the pen.
private let mostOwners = 8

/// One slip, and no plural.
private func areOneLetterApart(_ one: Substring, _ other: Substring) -> Bool {
  guard one + "s" != other, other + "s" != one else { return false }
  return slips(from: Array(one.unicodeScalars), to: Array(other.unicodeScalars)) == 1
}
