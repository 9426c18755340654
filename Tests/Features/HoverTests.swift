import Features
import Semantics
import Support
import Syntax
import Testing

@Suite struct HoverTests {
  @Test func aDateSaysItsWeekdayAndHowLongAgoItWas() {
    check(
      """
       date 2023-11-29 The council met.
       ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Wednesday, 29 November 2023 — date of this entry | Yesterday. | Length: 3 words
              ↑
      """)
  }

  @Test func aDayThatDoesNotExistSaysSo() {
    check(
      """
      date 2023-02-30 The council met.
      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ No such day — date of this entry | February 2023 has 28 days. The nearest day is 2023-02-28. | Length: 3 words
        ↑
      """)
  }

  @Test func aPartialDateAsksForItsDay() {
    check(
      """
      date 2023-11 The council met.
      ▔▔▔▔▔▔▔▔▔▔▔▔ November 2023 — date of this entry | The day is missing: YYYY-MM-DD says which. | Length: 3 words
        ↑
      """)
  }

  @Test func aDateWithATimeSaysWhereThatTimeHolds() {
    check(
      """
      date 2023-11-30T09:15-05:30
      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Thursday, 30 November 2023 — date of this entry | Today. | Time: 09:15, UTC−05:30 | Length: 2 words
                        ↑

      Work began.
      """)
  }

  @Test func aTargetSaysHowFarTheCopyIsFromIt() {
    check(
      """
      target 5
             ▔ 5 words — target | Length: 3 words | 2 to go.
             ↑
      date 2023-11-29 The council met.
      """)
    check(
      """
      target 2
      date 2023-11-29 The council met.
      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Wednesday, 29 November 2023 — date of this entry | Yesterday. | Length: 3 of 2 words
       ↑
      """)
  }

  @Test func aKeySaysWhatItIsForAndItsShape() {
    check(
      """
      slug flood-budget
      ▔▔▔▔ slug — field | The short name by which the desk knows it. | Shape: no blanks | slug council-flood-budget
       ↑
      """)
  }

  @Test func anEmbargoSaysItsDay() {
    check(
      """
      embargo 2023-12-01T00:01Z
              ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Friday, 1 December 2023 — embargo | Tomorrow. | Time: 00:01 UTC
               ↑
      """)
  }

  @Test func aShortMentionSaysWhoItIs() {
    check(
      """
      person Ana Ruiz, council leader
      date 2023-11-29

      Ana Ruiz spoke first. Then Ruiz left.
                                 ▔▔▔▔ Ana Ruiz — person | council leader | Also: Ruiz | Mentions: 2 of 2 mentions, line 4 | First: line 4 | Declared: line 1
                                   ↑
      """)
  }

  @Test func aCardSaysWhereSomeoneIsNamedAndQuoted() {
    check(
      """
      Mayor Ana Ruiz spoke first. “It was late,” she said.

      Nobody thanked Ruiz.
                     ▔▔▔▔ Ana Ruiz — person | Mayor | Also: Ruiz | Mentions: 2 of 3 mentions, lines 1, 3 and 5 | Quoted: 2 times, lines 1 and 5 | First: line 1
                       ↑

      “We were tired,” Ruiz said.
      """)
  }

  @Test func aQuotationSaysWhereElseItsSpeakerIsQuoted() {
    check(
      """
      “It was late,” Mayor Ana Ruiz said.
      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Ana Ruiz — quotation | It was late, | Quotation: 1 of 2, 3 words | Known by: Mayor Ana Ruiz said | Also quoted: once more, line 3
          ↑

      “We were tired,” Ruiz said.
      """)
  }

  @Test func aRepeatedFullNameNeedsNoDeclaration() {
    check(
      """
      date 2023-11-29 🚒 Tomás Okafor spoke first. Tomás Okafor left. Then Okafor’s deputy spoke.
                                                                           ▔▔▔▔▔▔ Tomás Okafor — person | Also: Okafor | Mentions: 3 of 3 mentions, line 1 | First: line 1
                                                                             ↑
      """)
  }

  @Test func aBlockQuotationSaysWhoseItIsAndHowWeKnow() {
    check(
      """
      person Ana Ruiz, council leader

      > Every street will get a pump.
        ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Ana Ruiz — block quotation | Every street will get a pump. | Quotation: 1 of 1, 6 words | Known by: -- Ana Ruiz, council leader
            ↑
      > -- Ana Ruiz, council leader
      """)
  }

  @Test func plainWordsSayNothing() {
    check("date 2023-11-29 The council met on time.\n                           ↑")
  }

  @Test func wordsOfTheArticleCannotBreakOutOfMarkdown() {
    let card = Card(range: 0..<1, title: "A*b*", kind: "name", lines: [.words("<b> [x](y)")])
    #expect(card.markdown == "**A\\*b\\*** — name\n\n> \\<b\\> \\[x\\](y)")
    #expect(card.plain == "A*b* — name\n<b> [x](y)")
  }
}

/// Hovers at `↑` and draws the card's lines under its range.
private func check(_ drawing: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let drawn = Drawn(drawing)
  let article = Article(drawn.source)
  let card = hover(at: drawn.cursor ?? 0, in: Proof(article), today: CivilDate("2023-11-30"))
  let marks = card.map { [Drawing.Mark($0.range, $0.plain.split(separator: "\n").joined(separator: " | "))] } ?? []
  #expect(
    Drawing(article.text, marks, cursor: drawn.cursor).whole == drawing, sourceLocation: sourceLocation)
}
