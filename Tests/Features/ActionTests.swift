import Features
import Rules
import Semantics
import Support
import Syntax
import Testing

@Suite struct ActionTests {
  @Test func aTitleOnTheDateLineBecomesTheHeadlineOrTheSection() {
    check(
      "Promote to headline", " date 2023-11-29 Bridge opens at last\n                        ↑\n\nThe bridge is open.",
      " date 2023-11-29\nheadline Bridge opens at last\n\nThe bridge is open.")
    check(
      "Promote to section", "date 2023-11-29 World\n                  ↑\nThe bridge is open.",
      "date 2023-11-29\nsection World\nThe bridge is open.")
  }

  @Test func aTitleBelowTheHeaderBecomesTheHeadline() {
    check(
      "Promote to headline", "date 2023-11-29\n\n🌉 Bridge opens\n     ↑\n\nThe bridge is open.",
      "date 2023-11-29\n\nheadline 🌉 Bridge opens\n\nThe bridge is open.")
  }

  @Test func aSentenceIsNoTitleAndNeitherIsTheLastLine() {
    check("Promote to headline", "date 2023-11-29 The bridge is open.\n                   ↑\n\nIt is.", nil)
    check("Promote to headline", "date 2023-11-29 Bridge opens at last\n                   ↑", nil)
    check("Promote to headline", "headline A\ndate 2023-11-29 Bridge opens\n                   ↑\n\nIt is.", nil)
    check("Promote to section", "date 2023-11-29 bridge opens\n                   ↑\n\nIt is.", nil)
  }

  @Test func linesBecomeParagraphs() {
    check(
      "Split into paragraphs", "date 2023-11-29 It met.\nIt left.\n  ↑\n// who?\nIt slept.\n\nThe end.",
      "date 2023-11-29 It met.\n\nIt left.\n\n// who?\nIt slept.\n\nThe end.")
    check("Split into paragraphs", "It met.\n ↑\nnote It left.\n", nil)
    check("Split into paragraphs", "It met “once\n ↑\nand twice.”\n", nil)
    check(
      "Split into paragraphs",
      "The council approved the budget on Wednesday after a\n ↑\nlong debate about the pumps.", nil)
  }

  @Test func aWholeQuotationBecomesABlock() {
    check(
      "Turn into a quote block", "He spoke.\n\n“We won. It took years.\n   ↑\n\n“It will last.”\n\nHe left.",
      "He spoke.\n\n> We won. It took years.\n>\n> It will last.\n\nHe left.")
    check(
      "Turn into a quote block",
      "date 2023-11-29 Ana Ruiz said: “We won.”\n                                  ↑\n\nHe left.",
      "date 2023-11-29 Ana Ruiz said:\n\n> We won.\n\nHe left.")
    check(
      "Turn into a quote block", "person Ana Ruiz\n\n“We won,” said Ana Ruiz.\n   ↑",
      "person Ana Ruiz\n\n> We won.\n> -- Ana Ruiz")
    check("Turn into a quote block", "They said “no choice” twice.\n             ↑", nil)
  }

  @Test func aBlockBecomesAQuotation() {
    check(
      "Turn into a quotation",
      "He “spoke”.\n\n> We won.\n   ↑\n> It took\n> years.\n>\n> It will last.\n> -- Ana Ruiz, leader\n",
      "He “spoke”.\n\n“We won. It took years.\n\n“It will last,” said Ana Ruiz, leader.\n")
    check("Turn into a quotation", "> We “won”.\n   ↑", nil)
    check("Turn into a quotation", "> We won.\n   ↑\nHe left.", "“We won.”\n\nHe left.")
  }

  @Test func aLineThatMeansAFieldBecomesOne() {
    check("Make this a field", "By Jane Doe\n ↑\ndate 2023-11-29 It met.", "by Jane Doe\ndate 2023-11-29 It met.")
    check(
      "Make this a field", "date 2023-11-29 It met.\n\nBy Jane Doe\n ↑\n\nIt left.",
      "by Jane Doe\ndate 2023-11-29 It met.\n\nIt left.")
    check(
      "Make this a field", "date 2023-11-29 It met.\n\nCorrection: It did not.\n ↑",
      "date 2023-11-29 It met.\n\ncorrection It did not.")
    check(
      "Make this a field", "date 2023-11-29 It met.\nCorrection: It did not.\n ↑",
      "date 2023-11-29 It met.\n\ncorrection It did not.")
    check("Make this a field", "date 2023-11-29 It met.\n\nBy the time it met it was late.\n ↑", nil)
    check("Make this a field", "Updated: Nov. 29\n ↑", nil)
  }

  @Test func aTimeStampStartsAnEntry() {
    check(
      "Start an entry", "date 2023-11-29 It met.\n\n12:40 p.m.\n ↑\n\nIt left.",
      "date 2023-11-29 It met.\n\ndate 2023-11-29T12:40\n\nIt left.")
    check(
      "Start an entry", "date 2023-11-29 It met.\n9.15 GMT\n ↑\nIt left.",
      "date 2023-11-29 It met.\n\ndate 2023-11-29T09:15Z\nIt left.")
    check("Start an entry", "date 2023-11-29 It met.\n\n12:40 ET\n ↑", nil)
    check("Start an entry", "date 2023-11-29 It met.\n\n1:2:3\n ↑", nil)
    check("Start an entry", "date 2023-11 It met.\n\n12:40\n ↑", nil)
  }

  @Test func aNameIsDeclaredInTheHeader() {
    check(
      "Declare the person Tomás Okafor",
      "date 2023-11-29 Tomás Okafor and others left. Tomás Okafor spoke.\n                     ↑",
      "person Tomás Okafor\ndate 2023-11-29 Tomás Okafor and others left. Tomás Okafor spoke.")
    check("Declare the person Ana Ruiz", "person Ana Ruiz\n\nAna Ruiz spoke.\n ↑", nil)
  }

  @Test func aLateDeclarationMovesUp() {
    check(
      "Move to the header", "\u{FEFF}date 2023-11-29 It met.\n\nperson Ana Ruiz\n ↑\n\nIt left.",
      "\u{FEFF}person Ana Ruiz\ndate 2023-11-29 It met.\n\nIt left.")
  }

  @Test func aHeaderIsInsertedOnTop() {
    check(
      "Insert a header", "It met.\n ↑", "headline TK\nby TK\nslug TK\ndate 2023-11-30\n\nIt met.")
    check(
      "Insert a header", "date 2023-11-29 It met.\n ↑", "headline TK\nby TK\nslug TK\ndate 2023-11-29 It met.")
    check("Insert a header", "slug a\n ↑\ndate 2023-11-29 It met.", nil)
  }

  @Test func aFindingIsMendedOrAllowed() {
    let drawing = "date: 2023-11-29 It met.\n    ↑"
    check("Remove the colon", drawing, "date 2023-11-29 It met.")
    check("Allow header/colon here", drawing, "// allow header/colon\ndate: 2023-11-29 It met.")
    check("Allow header/colon in this file", drawing, "allow header/colon\ndate: 2023-11-29 It met.")
    check(
      "Allow header/colon in this file", "allow quote/straight\n" + drawing,
      "allow quote/straight, header/colon\ndate: 2023-11-29 It met.")
    check("Make every safe fix", drawing, "date 2023-11-29 It met.")
  }

  @Test func aStylebookTakesWhatIsMeantForAll() {
    let article = Article("date: 2023-11-29 Tomás Okafor and others left. Tomás Okafor spoke.")
    let book = Article(Text("term Gaza Strip"), isStylebook: true)
    var checker = Checker()
    let found = actions(
      at: 4..<20, Set(Action.Kind.allCases), checker.findings(in: article), in: Proof(article), stylebook: book,
      today: nil
    ).filter { $0.sheet == .stylebook }
    #expect(
      found.map { book.applying($0.edits).text.string(in: 0..<100) }.contains("term Gaza Strip\nrule header/colon off"))
    let name = actions(at: 20..<20, [.refactoring], [], in: Proof(article), stylebook: book, today: nil)
    let shared = name.first { $0.sheet == .stylebook }
    #expect(shared?.title == "Declare the person Tomás Okafor in the stylebook")
    #expect(shared.map { book.applying($0.edits).text.string(in: 0..<100) } == "term Gaza Strip\nperson Tomás Okafor")
  }

  @Test func theSafestComesFirst() {
    let found = offered("date: 2023-11-29 It said “so.\n                         ↑")
    #expect(found.first?.title.hasPrefix("Insert") == true)
    #expect(found.first?.isPreferred == true)
    #expect(found.last?.kind != .fixAll, "a safe fix elsewhere is nobody's business here")
  }

  @Test func nothingIsOfferedThatWasNotAskedFor() {
    let article = Article("date: 2023-11-29 It said “so.")
    var checker = Checker()
    let found = checker.findings(in: article)
    for kind in Action.Kind.allCases {
      let some = actions(at: 0..<30, [kind], found, in: Proof(article), today: nil)
      #expect(!some.isEmpty && some.allSatisfy { $0.kind == kind })
    }
  }
}

/// The actions at `↑`, or none where the drawing has no cursor.
private func offered(_ drawing: String) -> [Action] {
  let drawn = Drawn(drawing)
  let article = Article(drawn.source)
  var checker = Checker()
  let today = CivilDate("2023-11-30")
  let cursor = drawn.cursor ?? 0
  return actions(
    at: cursor..<cursor, Set(Action.Kind.allCases), checker.findings(in: article, today: today), in: Proof(article),
    today: today)
}

/// Does what is offered at `↑` under that title, and compares the text; nil where it must not be offered.
private func check(
  _ title: String, _ drawing: String, _ expected: String?, sourceLocation: SourceLocation = #_sourceLocation
) {
  let found = offered(drawing)
  let article = Article(Drawn(drawing).source)
  let action = found.first { $0.title == title }
  let result = action.map { article.applying($0.edits).text.allBytes }.map { String(decoding: $0, as: UTF8.self) }
  #expect(result == expected, "offered: \(found.map(\.title))", sourceLocation: sourceLocation)
}
