import Semantics
import Syntax

let dateMalformed = Rule(
  "header/date-malformed", .warning, fix: .safe,
  summary: "A line is nearly a date line, but its date has another shape.",
  why: """
    Only `date YYYY-MM-DD` starts an entry. Other ways to write a date are never guessed at, as 3/4 is a day in March
    to one reader and a day in April to the next; so the line is read as prose until it has the one shape.
    """,
  silent: ["date 2023-11-29 The council met.", "date night was a success\n", "Dates for the hearings follow."],
  reported: [
    """
    date 2023/11/29 The council met.
    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ This is no date line yet: write “date YYYY-MM-DD”.
    → Change to “date 2023-11-29”
    date 2023-11-29 The council met.
    """,
    """
    date 29/11/2023 The council met.
    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ This is no date line yet: write “date YYYY-MM-DD”.
    → Change to “date 2023-11-29”
    date 2023-11-29 The council met.
    """,
    """
    date 3/4/2023 The council met.
    ▔▔▔▔▔▔▔▔▔▔▔▔▔ This is no date line yet: write “date YYYY-MM-DD”.
    → Change to “date 2023-04-03”
    date 2023-04-03 The council met.
    → Change to “date 2023-03-04”
    date 2023-03-04 The council met.
    """,
    """
    Date: Nov. 29, 2023
    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ This is no date line yet: write “date YYYY-MM-DD”.

    The council met.
    → Change to “date 2023-11-29”
    date 2023-11-29

    The council met.
    """,
    """
    Date 2023-11-29 The council met.
    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ This is no date line yet: write “date YYYY-MM-DD”.
    → Change to “date 2023-11-29”
    date 2023-11-29 The council met.
    """,
    """
    date 2023-11-29The council met.
    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ This is no date line yet: write “date YYYY-MM-DD”.
    → Change to “date 2023-11-29”
    date 2023-11-29 The council met.
    """,
  ],
  check: .passage(where: .header) { proof in
    for (line, headerIsOpen) in proof.zoneLines {
      guard case .prose(let text, _, .date) = line.form else { continue }
      let words = proof.string(text)
      // What is not UTF-8 is no date, and its words are longer than its bytes.
      guard words.utf8.count == text.count else { continue }
      let near = NearDate(words)
      let start = text.lowerBound
      let range = start..<start + near.length
      let fixes = near.readings.filter { $0.year > 1600 }.enumerated().map { index, date in
        Fix(
          "Change to “date \(date)”", range, "date \(date)" + (near.runsOn ? " " : ""), isSafe: near.isSure,
          isPreferred: near.readings.count == 1)
      }
      // In the body the line may be meant as it stands: the date of a concert, say.
      proof.mark(
        range, "This is no date line yet: write “date YYYY-MM-DD”.", headerIsOpen ? nil : .information, fixes: fixes)
    }
  })
