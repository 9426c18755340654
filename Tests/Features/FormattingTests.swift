import Features
import Rules
import Semantics
import Support
import Syntax
import Testing

@Suite struct FormattingTests {
  @Test func oneBlankLineStandsBetweenBlocks() {
    check(
      "headline A\nby Jane Doe\ndate 2023-11-29\nIt met.\nIt left.\n\n\n# What next\nIt slept.\n> We won.\n> -- Ana Ruiz\nENDS\nNotes",
      "headline A\nby Jane Doe\ndate 2023-11-29\n\nIt met.\nIt left.\n\n# What next\n\nIt slept.\n\n> We won.\n> -- Ana Ruiz\n\nENDS\n\nNotes\n"
    )
  }

  @Test func headerLinesStandAsTheyWereWritten() {
    check(
      "slug a\n\n\nperson Ana Ruiz\n date 2023-11-29 It met.\n", "slug a\n\nperson Ana Ruiz\n date 2023-11-29 It met.\n"
    )
  }

  @Test func blanksAtTheEndOfALineGoAndOneLineBreakEndsTheArticle() {
    check("\n \nIt met. \t\n\u{A0}\n \n  It left.\u{A0}\n\n \n", "It met.\n\n  It left.\n")
    check("It met.", "It met.\n")
    check(" \n\n", "")
    check("", "")
  }

  @Test func lineBreaksAndTheByteOrderMarkStay() {
    check("\u{FEFF}\r\nIt met.\r\n# A\r\n\r\n# B", "\u{FEFF}It met.\r\n# A\r\n\r\n# B\r\n")
    check("# A\rIt met.\r \n\nIt left.", "# A\r\rIt met.\r\rIt left.\r")
    check("a\r// c\n> q\n", "a\r\r// c\n> q\n")
    check("\n\u{FEFF}It met.\n", "\n\u{FEFF}It met.\n")
  }

  @Test func theDashBeforeASpeakerIsTwoHyphens() {
    check("> We won.\n— Ana Ruiz\n", "> We won.\n-- Ana Ruiz\n")
    check("> We won.\n> --Ana Ruiz, leader \n", "> We won.\n> -- Ana Ruiz, leader\n")
    let long = "A" + String(repeating: "n", count: 77)
    check("> We won.\n– \(long)\n", "> We won.\n– \(long)\n")
  }

  @Test func aCommentStaysWithTheLineBelow() {
    check("It met.\n// allow quote/unclosed\n> We “won.\n", "It met.\n\n// allow quote/unclosed\n> We “won.\n")
    check("It met.\n// ask \n> We won.\n", "It met.\n\n// ask\n> We won.\n")
    check("It met.\n// ask\nIt left.\n", "It met.\n// ask\nIt left.\n")
  }

  @Test func aBlankLineThatWouldChangeTheReadingIsNotPutIn() {
    check("> We won.\n# Next\n", "> We won.\n# Next\n")
    check("> We won.\n\\slug x\n", "> We won.\n\\slug x\n")
  }

  @Test func onlyTheLinesAskedForAreFormatted() {
    let article = Article("It met. \n\n\nIt left. \n\n\n# A \n")
    let edits = formatting(of: article, in: 11..<12)
    #expect(string(article.applying(edits)) == "It met. \n\n\nIt left.\n\n\n# A \n")
  }
}

private func string(_ article: Article) -> String { String(decoding: article.text.allBytes, as: UTF8.self) }

private func check(_ source: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let article = Article(source)
  let formatted = string(article.applying(formatting(of: article)))
  #expect(formatted.debugDescription == expected.debugDescription, sourceLocation: sourceLocation)
}
