import Semantics
import Syntax

let spacing = Rule(
  "text/spacing", .hint, fix: .safe,
  summary: "A blank stands before a comma or a full stop, or none behind it, or the stop is there twice.",
  why: "They are the traces of an edit: a word went and its blank or its stop stayed, or two sentences were joined.",
  silent: [
    "date 2023-11-29 The vote . . . was close. It rained... Then it stopped.", "date 2023-11-29 “We won , he” said.",
    "date 2023-11-29 See https://example.org/a.Html or Example.Com, v1.2, and the U.S.Senate.",
  ],
  reported: [
    """
    date 2023-11-29 The vote , which was close, ended .
                            ▔▔ No blank stands before this mark.
                                                     ▔▔ No blank stands before this mark.
    → Leave the blank out
    date 2023-11-29 The vote, which was close, ended .
    → Leave the blank out
    date 2023-11-29 The vote , which was close, ended.
    """,
    """
    date 2023-11-29 The vote was close..
                                      ▔▔ One full stop is enough.
    → Leave one
    date 2023-11-29 The vote was close.
    """,
    """
    date 2023-11-29 The vote was close.Then it rained.
                                      ▔ A blank stands between two sentences.
    → Insert a blank
    date 2023-11-29 The vote was close. Then it rained.
    """,
  ],
  check: .passage(where: .stop) { proof in
    let bytes = proof.bytes
    for unit in proof.paragraphs {
      // A comma and a full stop are one bit apart.
      for index in unit.range.dropFirst() where bytes[index] | 0x02 == 0x2E {
        let here = SpacingPlace(bytes: bytes, unit: unit, index: index)
        if here.isAfterBlank {
          let blank = index - 1..<index
          proof.suggest("No blank stands before this mark.", "Leave the blank out", index - 1..<index + 1, blank, "")
        } else if here.isDoubled {
          proof.suggest("One full stop is enough.", "Leave one", index..<index + 2, index..<index + 2, ".")
        } else if here.joinsSentences {
          let behind = index + 1..<index + 1
          proof.suggest("A blank stands between two sentences.", "Insert a blank", index..<index + 1, behind, " ")
        }
      }
    }
  })

extension PassageProof {
  /// Marks a range outside quotation marks; a blank that is put in is for the person to see first.
  fileprivate mutating func suggest(
    _ message: String, _ title: String, _ range: Range<Int>, _ edited: Range<Int>, _ text: String
  ) {
    guard !isQuoted(range) else { return }
    mark(range, message, fixes: [Fix(title, edited, text, isSafe: text != " ")])
  }
}

/// A comma or a full stop and what stands around it.
private struct SpacingPlace {
  let bytes: [UInt8]
  let unit: Extent
  let index: Int

  private func byte(_ distance: Int) -> UInt8 {
    let place = index + distance
    return place >= unit.lowerBound && place < unit.upperBound ? bytes[place] : 0x0A
  }

  /// `word ,` and `word .` before a blank or the end; not ` . . . `, and not where two blanks are the matter.
  var isAfterBlank: Bool {
    guard byte(-1) == 0x20, isWordByte(byte(-2)), byte(1) <= 0x20 else { return false }
    return byte(2) != bytes[index] && byte(1) != bytes[index]
  }

  /// `close..` at the end of a sentence.
  var isDoubled: Bool {
    bytes[index] == 0x2E && byte(1) == 0x2E && byte(2) <= 0x20 && isSmall(byte(-1)) && isSmall(byte(-2))
  }

  /// `close.Then it`: three small letters before, and a capital word of its own behind.
  var joinsSentences: Bool {
    guard bytes[index] == 0x2E, (1...3).allSatisfy({ isSmall(byte(-$0)) }), isLetter(byte(1)), !isSmall(byte(1)) else {
      return false
    }
    var start = index
    while start > unit.lowerBound, isSmall(bytes[start - 1]) { start -= 1 }
    let isPlainWord = start == unit.lowerBound || bytes[start - 1] == 0x20
    var end = index + 2
    while end < unit.upperBound, isSmall(bytes[end]) { end += 1 }
    return isPlainWord && (end < unit.upperBound && bytes[end] == 0x20) && end > index + 2
  }

  private func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}
