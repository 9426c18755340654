import Semantics
import Syntax

let nameWithheld = Rule(
  "name/withheld", .warning, whenPublishing: .error,
  summary: "A name that must not appear stands in the article.",
  why: "Minors, victims and people protected by a court are not named, and once printed a name cannot be taken back.",
  silent: ["person Jane Roe; withhold\ndate 2023-11-29 The girl, 15, was unhurt."],
  reported: [
    """
    person Jane Roe; withhold
    date 2023-11-29 Jane Roe, 15, was unhurt.
                    ▔▔▔▔▔▔▔▔ This name is withheld: take it out.
    """
  ],
  check: .names { proof, declared in
    for name in declared where name.isWithheld {
      for words in [name.name] + name.otherNames {
        for range in proof.occurrences(of: words) { proof.mark(range, "This name is withheld: take it out.") }
      }
    }
  })
