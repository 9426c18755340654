import Syntax

/// An edit as clients send it, but in bytes.
struct Edit: CustomStringConvertible {
  let range: Range<Int>
  let words: [UInt8]

  var description: String { "\(range) → \(String(reflecting: String(decoding: words, as: UTF8.self)))" }

  /// An edit of the kind that moves lines, passages and quotations about.
  static func random(in text: Text, _ dice: inout Dice) -> Edit {
    let low = place(in: text, &dice)
    let length = dice.once(in: 3) ? dice.below(dice.once(in: 8) ? 400 : 12) : 0
    let range = low..<min(low + length, text.count)
    if !range.isEmpty, dice.once(in: 3) { return Edit(range: range, words: []) }
    if dice.once(in: 12) {
      // A stretch of the article once more, as a paste does.
      let start = dice.below(text.count)
      return Edit(range: range, words: text.bytes(in: start..<start + dice.below(600)))
    }
    return Edit(range: range, words: Array(dice.pick(strokes).utf8))
  }

  /// A letter right behind it, or a paragraph's break a little before it.
  func goneOn(in text: Text) -> Edit {
    let end = min(range.lowerBound + words.count, text.count)
    return words == [0x78]
      ? Edit(range: max(end - 9, 0)..<end, words: [0x0A, 0x0A]) : Edit(range: end..<end, words: [0x78])
  }

  /// Anywhere, but most often beside a line break, where most can go wrong.
  private static func place(in text: Text, _ dice: inout Dice) -> Int {
    if dice.once(in: 2) { return dice.below(text.count + 1) }
    let start = text.lineStart(dice.below(text.lineCount + 1))
    return min(max(start + dice.below(5) - 2, 0), text.count)
  }

  private static let strokes = [
    "a", "e", " ", "A", ".", ",", "\n", "\n", "\n\n", "\r", "\r\n", "\r\n\r\n", "\n\r", "\u{A0}", "\t", "\u{FEFF}",
    "\"", "'", "“", "”", "‘", "’", "«", "»", "„", "''", "``", "12\"", ".”", "“We", ",” she said.", "\n\n“",
    "date 2023-11-29 ", " date 2023-11-29\n", "\n\ndate 2023-11 ", "date 2023 was dry", "\nheadline ", "\nby ",
    "slug x\n", "\nlang en-GB\n", "lang de\n", "\nperson Ana Ruiz, council leader; aka Ruiz; not Ruis\n",
    "\n\nplace Nether Arle\n",
    "\n-30-\n", "\nENDS\n", "###", "# ", "\n\n## ", "> ", "\n> ", "\n>", "\n-- Ana Ruiz", "\n— ", "// ",
    "\n// allow quote/* -- why\n",
    "\nallow quote/unclosed\n", "\\", "correction 2023-11-30 ", "Ana Ruiz", "Ruiz", "Mr. ", " said ",
    "Wednesday, Nov. 29", "<p", ">",
    "12:40 p.m.\n", "***\n", "🎉", "é", "שלום", "\0", "y ", "word word word word word word word word word word ",
  ]
}
