import Support
import Syntax
import Testing

/// The edges of the line grammar that are of no interest to the person who types.
@Suite struct LineTests {
  @Test(arguments: [
    ("\u{FEFF} date 2023-11-29", "date        2023-11-29"),
    ("date 2023-11-29T09:15", "date        2023-11-29T09:15"),
    ("date 2023-11-29T9:15", "paragraph   date 2023-11-29T9:15  ← a date in another shape"),
    ("date 2023-11-29T09:15+0100", "paragraph   date 2023-11-29T09:15+0100  ← a date in another shape"),
    ("dates 2023-11-29", "paragraph   dates 2023-11-29"),
    ("date:2023-11-29", "paragraph   date:2023-11-29"),
    ("Keywords floods", "paragraph   Keywords floods"),
    ("x- desk", "paragraph   x- desk"),
    ("target 12 000", "paragraph   target 12 000  ← no value for target"),
    ("allow me to say and/or", "paragraph   allow me to say and/or  ← no value for allow"),
    ("person bell hooks", "person      bell hooks"),
    ("#", "paragraph   #"),
    ("//", "comment"),
    ("//no", "paragraph   //no"),
    ("-30- x", "paragraph   -30- x"),
    ("  ###  ", "end mark    ###"),
    (">", "quote"),
    ("\\ # x", "paragraph   # x"),
    ("\\ x", "paragraph   \\ x"),
    ("> x\n-- Ana \(String(repeating: "n", count: 80))", nil),
    ("> x\n-----", "quote       x\nparagraph   -----"),
    ("> x\n--Ana", "quote       x\nattribution Ana"),
    ("> x\n// y\n\n-- Ana", "quote       x\ncomment     y\n\nattribution Ana"),
    ("> x\n\ny\n\n-- Ana", "quote       x\n\nparagraph   y\n\nparagraph   -- Ana"),
  ])
  func isRead(source: String, expected: String?) {
    guard let expected else {
      #expect(!tree(of: Text(source)).contains("attribution"))
      return
    }
    #expect(tree(of: Text(source)) == expected)
  }

  @Test(arguments: ["\\", "#", ">", "-", "/", "\"", " ", "“", "\u{A0}", "\r", ";"])
  func aLineOfAMillionSignsIsReadInATrice(sign: String) {
    let text = Text(String(repeating: sign, count: 1_000_000 / sign.utf8.count))
    let start = ContinuousClock.now
    let count = readLines(of: text).reduce(0) { $0 + $1.line.extent.count }
    #expect(count == text.count)
    #expect(ContinuousClock.now - start < .seconds(30))
  }
}
