import Support
import Syntax
import Testing

@Suite struct DrawingTests {
  /// Marks each word that begins with `x`, so that the drawing of a text is a drawing of itself.
  private func annotated(_ source: String, cursor: Int? = nil) -> String {
    let bytes = Array(source.utf8)
    var marks: [Drawing.Mark] = []
    for index in bytes.indices where bytes[index] == UInt8(ascii: "x") && (index == 0 || bytes[index - 1] <= 0x20) {
      let end = bytes[index...].firstIndex { $0 <= 0x20 } ?? bytes.count
      marks.append(Drawing.Mark(index..<end, "found"))
    }
    return Drawing(Text(bytes), marks, cursor: cursor).whole
  }

  @Test(arguments: [
    "plain xa and xbc\n      ▔▔ found\n             ▔▔▔ found\nnext",
    "\ttab xa\n\t    ▔▔ found",
    "🌊🌊 xa\n     ▔▔ found\n",
    "👩‍🚒 and xé\n       ▔▔ found",
    "漢字 x漢\n     ▔▔▔ found",
    "nothing here\n\nor here",
    "",
  ])
  func aDrawingOfItsOwnSourceIsItself(_ drawing: String) {
    #expect(annotated(Drawn(drawing).source) == drawing)
  }

  @Test(arguments: ["one two\n    ↑", "🌊 two\n   ↑\nthree", "\ttwo\n\t ↑", "end\n   ↑", "漢字x\n    ↑"])
  func theCursorIsFoundWhereItIsDrawn(_ drawing: String) throws {
    let drawn = Drawn(drawing)
    let cursor = try #require(drawn.cursor)
    #expect(Drawing(Text(drawn.source), [], cursor: cursor).whole == drawing)
  }

  @Test func carriageReturnsDoNotShow() {
    #expect(annotated("xa b\r\nc xd\r\n") == annotated("xa b\nc xd\n"))
  }

  @Test func aMarkOverSeveralLinesIsDrawnUnderEach() {
    let drawing = Drawing(Text("one\ntwo three\n"), [.init(0..<7, "both")]).whole
    #expect(drawing == "one\n▔▔▔ both\ntwo three\n▔▔▔ both\n")
  }

  @Test func anExcerptShowsTheWordsAroundTheMark() {
    let text = String(repeating: "before ", count: 40) + "here " + String(repeating: "after ", count: 40)
    let excerpt = Drawing(Text(text), [.init(280..<284, "note")]).excerpt(columns: 40)
    #expect(
      excerpt == """
        …before before before here after…
                              ▔▔▔▔ note
        """)
    #expect(Drawing(Text("short"), [.init(99..<120, "far")]).excerpt(columns: 40) == " short\n      ▔ far")
  }
}
