import Semantics
import Syntax

let encoding = Rule(
  "text/encoding", .warning, fix: .quick,
  summary: "A character was broken on its way here.",
  why: """
    Text that was read in the wrong encoding shows `â€™` for an apostrophe, and text from a web page may carry `&amp;`.
    Readers see it at once, and searches fail.
    """,
  silent: ["date 2023-11-29 It’s in São Paulo, at AT&T; see R&D.", "date 2023-11-29 He pointed to the château."],
  reported: [
    """
    date 2023-11-29 Itâ€™s close.
                      ▔▔▔ Broken on its way here: this was ’.
    → Change to ’
    date 2023-11-29 It’s close.
    """,
    """
    date 2023-11-29 Salt &amp; Sons won.
                         ▔▔▔▔▔ Broken on its way here: this was &.
    → Change to &
    date 2023-11-29 Salt & Sons won.
    """,
    """
    date 2023-11-29 The caf\u{FFFD} is open.
                           ▔ A character was lost here: write it again.
    """,
  ],
  check: .passage { proof in
    for unit in proof.printed where mayBeBroken(unit, proof.bytes) {
      for (broken, whole) in breakages {
        for range in proof.places(of: broken, in: unit) {
          proof.mark(
            range, "Broken on its way here: this was \(whole).", fixes: [Fix("Change to \(whole)", range, whole)])
        }
      }
      for range in proof.places(of: "\u{FFFD}", in: unit) {
        proof.mark(range, "A character was lost here: write it again.")
      }
    }
  })

/// Looks for the bytes with which everything broken begins, as hardly any unit holds one of them.
private func mayBeBroken(_ unit: Extent, _ bytes: [UInt8]) -> Bool {
  bytes[unit.range].contains { $0 == UInt8(ascii: "&") || $0 == 0xC3 || $0 == 0xEF }
}

/// What was meant, by what it turns into when UTF-8 is read as Windows-1252, or by its name in HTML.
private let breakages: [(StaticString, String)] = [
  ("â€™", "’"), ("â€˜", "‘"), ("â€œ", "“"), ("â€\u{9D}", "”"), ("â€“", "–"), ("â€”", "—"), ("â€¦", "…"), ("Ã©", "é"),
  ("Ã¨", "è"), ("Ã¼", "ü"), ("Ã¶", "ö"), ("Ã¤", "ä"), ("Ã±", "ñ"), ("Ã§", "ç"), ("Ã¡", "á"), ("Ã³", "ó"), ("Â£", "£"),
  ("&amp;", "&"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&#39;", "'"), ("&apos;", "'"),
  ("&rsquo;", "’"), ("&lsquo;", "‘"), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&mdash;", "—"), ("&ndash;", "–"),
  ("&hellip;", "…"), ("&#8217;", "’"), ("&#8220;", "“"), ("&#8221;", "”"), ("&#8212;", "—"),
]
