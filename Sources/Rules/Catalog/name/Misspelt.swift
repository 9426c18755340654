import Semantics
import Syntax

let nameMisspelt = Rule(
  "name/misspelt", .information, fix: .safe,
  summary: "A declared name is spelt in another way.",
  why: """
    A misspelt name is the error that costs a paper most and the easiest to prevent. A spelling that the declaration
    lists after `not` is surely wrong; one letter away from the declared name is worth a look.
    """,
  silent: [
    "person Ana Ruiz\ndate 2023-11-29 Ana Ruiz spoke. Ruiz’s plan won.",
    "person Jon Martin\ndate 2023-11-29 Jon Martin spoke. The Martins left. Jane Marten stayed.",
    "person Jon Martin\nperson Eva Marten\ndate 2023-11-29 Jon Martin and Eva Marten spoke. Marten won.",
  ],
  reported: [
    """
    person Ana Ruiz; not Ana Ruis
    date 2023-11-29 Council leader Ana Ruis spoke.
                                   ▔▔▔▔▔▔▔▔ The declaration says “Ana Ruiz”, not “Ana Ruis”.
    → Change to “Ana Ruiz”
    person Ana Ruiz; not Ana Ruis
    date 2023-11-29 Council leader Ana Ruiz spoke.
    """,
    """
    person Jon Martin
    date 2023-11-29 Jon Martin spoke. Marton then left with Jon Martan.
                                      ▔▔▔▔▔▔ One letter away from “Martin”: check the spelling.
                                                            ▔▔▔▔▔▔▔▔▔▔ One letter away from “Jon Martin”: check the spelling.
    → Change to “Martin”
    person Jon Martin
    date 2023-11-29 Jon Martin spoke. Martin then left with Jon Martan.
    → Change to “Jon Martin”
    person Jon Martin
    date 2023-11-29 Jon Martin spoke. Marton then left with Jon Martin.
    """,
  ],
  check: .names { proof, declared in
    var marked: [Range<Int>] = []
    for name in declared {
      for wrong in name.wrongNames where wrong != name.name {
        for range in proof.occurrences(of: wrong) {
          marked.append(range)
          let right = DeclaredName.words(of: wrong).count == 1 ? name.surname : name.name
          proof.mark(
            range, "The declaration says “\(right)”, not “\(wrong)”.", .warning,
            fixes: [Fix("Change to “\(right)”", range, right, isSafe: !proof.isQuoted(range))])
        }
      }
    }
    marked.sort { $0.lowerBound < $1.lowerBound }
    var first = 0
    for miss in proof.nearMisses(of: declared) {
      while first < marked.count, marked[first].upperBound <= miss.range.lowerBound { first += 1 }
      if first < marked.count, marked[first].overlaps(miss.range) { continue }
      proof.mark(
        miss.range, "One letter away from “\(miss.right)”: check the spelling.",
        fixes: [Fix("Change to “\(miss.right)”", miss.range, miss.right)])
    }
  })
