import Features
import Rules
import Semantics
import Support
import Syntax
import Testing

@Suite struct TypingTests {
  @Test func aStraightMarkTurnsCurlyWhereTheOthersAre() {
    type("\"", "It was “so”. It was \"\n                    ↑", "It was “so”. It was “")
    type("\"", "It was “so”. It was “good\"\n                         ↑", "It was “so”. It was “good”")
    type("\"", "It was “so”.\n\n\"\n↑", "It was “so”.\n\n“")
    type("\"", "It was “so” (\"\n             ↑", "It was “so” (“")
    type("\"", "It was „so“. \"\n             ↑", "It was „so“. „", language: "de")
  }

  @Test func aStraightMarkStaysWhereTheOthersAreStraight() {
    type("\"", "It was \"so\". It was \"\n                    ↑", nil)
    type("\"", "It was \"\n       ↑", nil)
    type("\"", "It was “so”, 6\"\n              ↑", nil)
    type("\"", "It was “so”.\n// \"\n   ↑", nil)
    type("\"", "It was “so” <a href=\"\n                    ↑", nil)
  }

  @Test func aQuoteBlockGoesOn() {
    type("\n", "> We won.\n\n↑", "> We won.\n> ", at: 10)
    type("\n", "> We won.\nIt took\n", "> We won.\n> It took\n", at: 10)
    type("\n", "> We won.\n>\n\n", "> We won.\n>\n> \n", at: 12)
    type("\n", "> We won.\n>\n>\n\n", nil, at: 14)
    type("\n", "> We won.\n> -- Ana Ruiz\n\n", nil, at: 24)
    type("\n", "We won.\n\n", nil, at: 8)
  }

  @Test func aQuotationOverParagraphsOpensTheNext() {
    let start = "It met.\n\n“We won.\n"
    type("\n", start + "\n", nil, at: start.utf8.count)
    type("\n", start + "\n\n", start + "\n“\n", at: start.utf8.count + 1)
    type("\n", "It met.\nIt left.\n“We won.\n\n", "It met.\nIt left.\n“We won.\n“\n", at: 28)
    type("\n", "It met.\nIt left.\n“We won.”\n\n", nil, at: 31)
    type("\n", "It met.\nIt left.\n“We won\n\n", nil, at: 27)
  }
}

/// Types the character at the cursor, or at `offset`, and compares the text; nil where nothing may change.
private func type(
  _ character: String, _ drawing: String, _ expected: String?, language: String? = nil, at offset: Int? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let drawn = Drawn(drawing)
  let header = language.map { "lang \($0)\n\n" } ?? ""
  let article = Article(header + drawn.source)
  let behind = offset ?? (drawn.cursor ?? 0) + 1
  let edits = typing(character, at: header.utf8.count + behind, in: article)
  let result = String(decoding: article.applying(edits).text.allBytes, as: UTF8.self)
  #expect(edits.isEmpty ? expected == nil : result == header + (expected ?? ""), sourceLocation: sourceLocation)
}
