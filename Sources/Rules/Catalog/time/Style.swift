import Semantics
import Syntax

let timeStyle = Rule(
  "time/style", nil, in: [.ap: .information], fix: .safe,
  summary: "A date is not written in the house style.",
  why: "The Associated Press shortens long months before a day and writes no st, nd, rd or th.",
  silent: [
    "date 2023-11-29 It met on Jan. 13, 2017, and in January 2017.", "date 2023-11-29 “On January 13th,” he said.",
  ],
  reported: [
    """
    date 2023-11-29 It met on January 13th, 2017.
                              ▔▔▔▔▔▔▔▔▔▔▔▔ House style is “Jan. 13”.
    → Change to “Jan. 13”
    date 2023-11-29 It met on Jan. 13, 2017.
    """
  ],
  check: .passage { proof in
    for unit in proof.paragraphs {
      for mention in dateMentions(in: proof.bytes, unit) where !mention.isDayFirst && mention.isSure {
        let range = mention.monthExtent.lowerBound..<mention.dayExtent.upperBound
        let styled = "\(shortMonths[mention.month - 1]) \(mention.day)"
        guard proof.string(range) != styled, !proof.isQuoted(range) else { continue }
        proof.mark(
          range, "House style is “\(styled)”.", fixes: [Fix("Change to “\(styled)”", range, styled, isSafe: true)])
      }
    }
  })

private let shortMonths = [
  "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
]
