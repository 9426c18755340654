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
  check: .passage(where: .broken) { proof in
    for unit in proof.printed {
      var index = unit.lowerBound
      while index < unit.upperBound {
        let rest = proof.bytes[index..<unit.upperBound]
        guard mayBeBroken(rest) else {
          index += 1
          continue
        }
        if let (broken, whole) = breakages.first(where: { rest.starts(with: $0.0) }) {
          let range = index..<index + broken.count
          proof.mark(
            range, "Broken on its way here: this was \(whole).", fixes: [Fix("Change to \(whole)", range, whole)])
          index = range.upperBound
        } else if rest.starts(with: "\u{FFFD}".utf8) {
          proof.mark(index..<index + 3, "A character was lost here: write it again.")
          index += 3
        } else {
          index += 1
        }
      }
    }
  })

/// True at `&`, `â`, `Ã`, `Â` and U+F000 to U+FFFF: everything broken begins with one of these.
private func mayBeBroken(_ rest: ArraySlice<UInt8>) -> Bool {
  switch rest.first {
  case UInt8(ascii: "&"), 0xC3, 0xEF: true
  default: false
  }
}

private let breakages: [([UInt8], String)] = signs.map { (Array($0.utf8), $1) }

/// What was meant, by what it turns into when UTF-8 is read as Windows-1252, or by its name in HTML.
private let signs = [
  ("â€™", "’"), ("â€˜", "‘"), ("â€œ", "“"), ("â€\u{9D}", "”"), ("â€“", "–"), ("â€”", "—"), ("â€¦", "…"), ("Ã©", "é"),
  ("Ã¨", "è"), ("Ã¼", "ü"), ("Ã¶", "ö"), ("Ã¤", "ä"), ("Ã±", "ñ"), ("Ã§", "ç"), ("Ã¡", "á"), ("Ã³", "ó"), ("Â£", "£"),
  ("&amp;", "&"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&#39;", "'"), ("&apos;", "'"),
  ("&rsquo;", "’"), ("&lsquo;", "‘"), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&mdash;", "—"), ("&ndash;", "–"),
  ("&hellip;", "…"), ("&#8217;", "’"), ("&#8220;", "“"), ("&#8221;", "”"), ("&#8212;", "—"),
]
