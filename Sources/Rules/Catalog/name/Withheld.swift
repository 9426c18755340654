import Semantics
import Syntax

let nameWithheld = Rule(
  "name/withheld", .warning, whenPublishing: .error,
  summary: "A name that must not appear stands in the article.",
  why: "Minors, victims and people protected by a court are not named, and once printed a name cannot be taken back.",
  silent: [
    "person Jane Roe; withhold\ndate 2023-11-29 The girl, 15, was unhurt.",
    "person Jane Roe; withhold\ndate 2023-11-29 The judge, Richard Roe, heard Jane Doe. It was roe deer country.",
    "person Jane Roe; withhold\nperson Richard Roe\ndate 2023-11-29 Richard Roe spoke. Roe was the judge.",
  ],
  reported: [
    """
    person Jane Roe; withhold
    date 2023-11-29 Jane Roe, 15, was unhurt.
                    ▔▔▔▔▔▔▔▔ This name is withheld: take it out.
    """,
    """
    person Jane Roe; withhold; aka the Roe girl
    date 2023-11-29 The Roe girl was unhurt. Later Roe’s mother took Jane home.
                    ▔▔▔▔▔▔▔▔▔▔▔▔ This name is withheld: take it out.
                                                   ▔▔▔ This name is withheld: take it out.
                                                                     ▔▔▔▔ This name is withheld: take it out.
    """,
  ],
  check: .names { proof, declared in
    for name in declared where name.isWithheld {
      let whole = [name.name] + name.otherNames
      var found = (whole + whole.map { $0.prefix(1).uppercased() + $0.dropFirst() }).flatMap(proof.occurrences)
      // A child is named by the first name, an adult by the surname; both may be somebody else’s.
      if name.kind == .person, name.words.count > 1, let first = name.words.first, let last = name.words.last {
        for (part, isFirst) in [(first, true), (last, false)] {
          guard declared.allSatisfy({ $0 == name || !$0.words.contains(part) }) else { continue }
          for range in proof.occurrences(of: String(decoding: part, as: UTF8.self)) {
            if found.contains(where: { $0.overlaps(range) }) || proof.belongsToOther(range, isFirst: isFirst) {
              continue
            }
            found.append(range)
          }
        }
      }
      for range in Set(found) { proof.mark(range, "This name is withheld: take it out.") }
    }
  })

extension PassageProof {
  /// True for a first name with another surname behind it, and for a surname with another name before it.
  fileprivate func belongsToOther(_ range: Range<Int>, isFirst: Bool) -> Bool {
    if isFirst {
      let next = bytes[range.upperBound...].prefix(2)
      return next.first == 0x20 && next.last.map(isCapital) == true
    }
    guard range.lowerBound > 1, bytes[range.lowerBound - 1] == 0x20 else { return false }
    var start = range.lowerBound - 1
    while start > 0, isWordByte(bytes[start - 1]) || bytes[start - 1] == 0x2E { start -= 1 }
    // A word that begins the sentence is capitalised whatever it is.
    guard start > 1, bytes[start - 1] == 0x20, ![0x2E, 0x21, 0x3F].contains(bytes[start - 2]) else { return false }
    return isCapital(bytes[start])
  }

  private func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A || byte == 0xC3 }
}
