import Semantics

let unusedAllow = Rule(
  "stylebook/unused-allow", .hint, fix: .quick,
  summary: "A silencer silences nothing.",
  why: "Left where it is, it will one day hide a mistake that nobody has seen.",
  silent: [
    "// allow header/date-invalid -- the calendar of a novel\ndate 2023-02-30 It met.",
    "// allow the mayor to see this first\ndate 2023-11-29 It met.",
  ],
  reported: [
    """
    // allow quote/unclosed
             ▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Nothing to allow here: remove this.
    date 2023-11-29 It met.
    → Remove the line
    date 2023-11-29 It met.
    """,
    """
    // allow header/date-invald -- the calendar of a novel
             ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ There is no rule “header/date-invald”.
    date 2023-02-30 It met.
    → Change to “header/date-invalid”
    // allow header/date-invalid -- the calendar of a novel
    date 2023-02-30 It met.
    """,
  ],
  check: .silencers { proof, silenced in
    for (silencer, used) in zip(silenced.silencers, silenced.used) {
      let needless = zip(silencer.codes, used).filter { !$1 }.map(\.0)
      for code in needless {
        if !Rule.exists(code.text) {
          let fixes = nearest(to: code.text, among: catalog.map(\.code)).map {
            [Fix("Change to “\($0)”", code.range, $0)]
          }
          proof.mark(code.range, "There is no rule “\(code.text)”.", .warning, fixes: fixes ?? [])
        } else if Rule.all(of: code.text).contains(where: { proof.settings.severity(of: $0) != nil }) {
          let fixes = silencer.codes.count == 1 ? [Fix("Remove the line", silencer.line, "")] : []
          proof.mark(code.range, "Nothing to allow here: remove this.", fixes: fixes, isUnnecessary: true)
        }
      }
    }
  })
