import Semantics
import Testing

/// The quoted words of each quotation, its paragraphs parted by a bar.
private func quoted(_ source: String) -> [String] {
  let article = Article(source)
  return article.quotations.map { $0.words.map { article.text.string(in: $0) }.joined(separator: "|") }
}

/// Each slip with its mark.
private func slips(_ source: String) -> [String] {
  let article = Article(source)
  return article.slips.map { "\($0.kind) \(article.text.string(in: $0.mark))" }
}

@Suite struct MarkTests {
  @Test(arguments: [
    ("“We won,” she said.", "We won,"),
    ("\"We won,\" she said.", "We won,"),
    ("« Nous avons gagné », dit-elle.", " Nous avons gagné "),
    ("Sie sagte: „Wir haben gewonnen“.", "Wir haben gewonnen"),
    ("Mówi: „Wygraliśmy”.", "Wygraliśmy"),
    ("Sie sagte: »Wir haben gewonnen«.", "Wir haben gewonnen"),
    ("She called it ''a gift'' to all.", "a gift"),
    ("She called it ``a gift'' to all.", "a gift"),
    ("It was (\"a gift\") to all.", "a gift"),
    ("“He said ‘no’ to me,” she said.", "He said ‘no’ to me,"),
    ("“He said \"no\" to me,” she said.", "He said \"no\" to me,"),
  ])
  func opensAndCloses(_ source: String, _ words: String) {
    #expect(quoted(source) == [words])
    #expect(slips(source).filter { !$0.hasPrefix("twoApostrophes") } == [])
  }

  @Test func inchesAndHeightsAreNoMarks() {
    #expect(quoted("The shelf is 12\" deep and he is 6'2\" tall.") == [])
    #expect(slips("The shelf is 12\" deep and he is 6'2\" tall.") == [])
    #expect(quoted("“He is 6’2”, a giant,” she said.") == ["He is 6’2”, a giant,"])
    #expect(slips("“He is 6’2”, a giant,” she said.") == [])
  }

  @Test func tagsHoldNoQuotations() {
    #expect(quoted("See <a href=\"https://example.com\"> for “more”.") == ["more"])
    #expect(quoted("A < b and \"c\" > d.") == ["c"])
  }

  @Test func aTagMayRunOverTwoLines() {
    #expect(slips("<post author=\"@roe\" day=\"May 12, 2016\n\n\">The fair is small.<post/>") == [])
    let post = "She wrote <post author=\"@roe\">“The fair is “small” now“</post>."
    #expect(slips(post) == ["nesting “", "wrongWayRound “"])
    #expect(slips("It is <a joke, \"said Roe.") == ["unclosed \""])
  }

  @Test func aDoubledApostropheMayBeSplitByAStop() {
    #expect(quoted("(Roe said, ''The fair is small.'.')") == ["The fair is small."])
    #expect(quoted("(Roe said, ‘‘The fair is small.’.’)") == ["The fair is small."])
  }

  @Test func doubledApostrophesMayOpenALineBeforeABlank() {
    #expect(slips("’’ The fair is small’’, Roe said.").filter { !$0.hasPrefix("twoApostrophes") } == [])
  }

  @Test func aMarkBetweenBlanksIsIgnored() {
    #expect(slips("A stray \" mark here.") == [])
  }

  @Test func marksTurnedTheWrongWayAreJudgedByTheirNeighbours() {
    #expect(quoted("“We won,“ she said.") == ["We won,"])
    #expect(slips("“We won,“ she said.") == ["wrongWayRound “"])
    #expect(quoted("She said ”No” twice.") == ["No"])
    #expect(slips("She said ”No” twice.") == ["wrongWayRound ”"])
    #expect(quoted("”… in that case we go,” she said.") == ["… in that case we go,"])
  }

  @Test func kindsOfMarksMayBeMixed() {
    #expect(quoted("“We won,\" she said.") == ["We won,"])
    #expect(slips("“We won,\" she said.") == ["mixedMarks \""])
  }

  @Test func sameMarksInsideAreNested() {
    #expect(quoted("“He said “no” to me.”") == ["He said “no” to me."])
    #expect(slips("“He said “no” to me.”") == ["nesting “"])
  }
}

@Suite struct SingleMarkTests {
  @Test func theyQuoteInBritishCopy() {
    #expect(quoted("lang en-GB\n\n‘We won,’ she said. “They lost,” he said.") == ["We won,", "They lost,"])
    #expect(quoted("lang en-GB\n\n‘He said “no” to me,’ she said.") == ["He said “no” to me,"])
    #expect(quoted("lang en-GB\n\n'We don't know,' she said.") == ["We don't know,"])
    #expect(quoted("lang en-GB\n\n‘The workers’ pay is low,’ she said.") == ["The workers’ pay is low,"])
    #expect(slips("lang en-GB\n\n‘We won, she said.") == ["unclosed ‘"])
  }

  @Test func theyQuoteWhereThereAreNoOthers() {
    #expect(quoted("‘We won,’ she said.") == ["We won,"])
    #expect(quoted("‘We won,’ she said.\n\n“They lost,” he said.") == ["They lost,"])
    #expect(slips("‘We won, she said.") == [])
  }

  @Test func oneDoubleMarkFarBelowTurnsThemIntoApostrophes() {
    var article = Article("‘We won,’ she said.\n\nThen: They lost.")
    #expect(article.quotations.count == 1)
    article.replace(29..<29, with: Array("“No”. ".utf8))
    #expect(article.quotations.map { article.text.string(in: $0.range) } == ["“No”"])
  }

  @Test(arguments: [
    "rock ’n’ roll", "rock ‘n’ roll", "the ‘90s", "get ‘em", "not ‘til May", "the girls’ school", "it’s",
  ])
  func apostrophesAreNone(_ words: String) {
    #expect(quoted("lang en-GB\n\nThis is \(words) here.") == [])
    #expect(slips("lang en-GB\n\nThis is \(words) here.") == [])
  }
}

@Suite struct ParagraphTests {
  @Test func aQuotationGoesOnWithAMarkOnEachParagraph() {
    let source = "She said: “The first day was long.\n\n“The second was longer.\n\n“The third never came.”\n\nHe left."
    #expect(quoted(source) == ["The first day was long.|The second was longer.|The third never came."])
    #expect(slips(source) == [])
  }

  @Test(arguments: [
    // It neither starts its paragraph nor a sentence.
    "He called it “hardly a gift.\n\n“We won,” she said.",
    // It does not end a sentence.
    "“We won and\n\n“They lost,” she said.",
    // An attribution clause follows a comma of it.
    "“We won, he said.\n\n“They lost,” she said.",
    "“We won, Mr. Roe said Thursday, saying that all had left.\n\n“They lost,” she said.",
    "“We won, Roe points out.\n\n“They lost,” she said.",
    "“We won, the long-serving town clerk and poet said.\n\n“They lost,” she said.",
    "She was, in May 2016, “caught and held,’ Roe said.\n\n“They lost,” she said.",
    // No mark of the same kind opens the next paragraph.
    "“We won.\n\nThey lost.",
    "“We won.\n\n\"They lost,\" she said.",
    "“We won.",
    "“We won.\n\n***\n\n“They lost,” she said.",
    "“We won.\n\n12:40 p.m.\n\n“They lost,” she said.",
    "“We won.\n\n# Later\n\n“They lost,” she said.",
    " date 2016-05-12 “We won.\n\n date 2016-05-13 “They lost,” she said.",
  ])
  func elseItIsUnclosed(_ source: String) {
    #expect(slips(source) == ["unclosed “"])
  }

  @Test(arguments: [
    // A paragraph in which another hand set the marks.
    "“We won.\n\n\"They lost.”",
    "“We won.\n\n\"They lost.\n\n\"All left.”",
    // A story quoted paragraph by paragraph; one begins with marks of its own.
    "\"The fair was small.\n\n“We won,” Roe said.\n\n\"All left.\"",
    // After a clause a sentence may begin small.
    "The law says, “no fair is small.\n\n“All fairs are large.”",
    "“1. Who won?\n2. Who lost?\n\n“Who left?”",
    "“We won.\n\nTHE OTHER SIDE\n\n“They lost.”",
    // What looks like a clause of attribution is none.
    "“We won. Later, Roe said that all had left.\n\n“They lost.”",
    "“We won. The truth is that, with Roe insisted on, all had left. They are gone.\n\n“They lost.”",
    "“We won! Good shot taken! All had left.\n\n“They lost.”",
    "“We are puzzled, because some say Roe left.\n\n“They lost.”",
  ])
  func orInOtherWays(_ source: String) {
    #expect(slips(source).filter { !$0.hasPrefix("mixedMarks") } == [])
  }

  @Test func aListMayEndAQuotation() {
    #expect(slips("“They ask:\n\n1. Who won?\n2. Who lost?”") == [])
  }

  @Test func commentsDoNotCount() {
    #expect(slips("“We won.\n\n// check\n\n“They lost,” she said.") == [])
  }

  @Test func aLineIsAParagraphOfItsOwn() {
    #expect(quoted("“We won,” she said.\n“They lost,” he said.") == ["We won,", "They lost,"])
    #expect(slips("He called it “a gift.\nShe called it “a loss”.") == ["unclosed “"])
  }

  @Test func aLineLeftOpenAndOneThatEndsInACloseAreOneQuotation() {
    #expect(quoted("She read: “Roses are red,\nviolets are blue.”") == ["Roses are red,|violets are blue."])
    #expect(slips("She read: “Roses are red,\nviolets are blue.”") == [])
  }

  @Test func aHardWrappedBlockIsOneUnit() {
    let source =
      "The mayor, who had walked the whole of the way from the\nharbour, said “we have seen the worst of it and we are\nstill here” to all."
    #expect(quoted(source) == ["we have seen the worst of it and we are\nstill here"])
    #expect(slips(source) == [])
  }

  @Test func itemsOfAListAreUnitsOfTheirOwn() {
    #expect(slips("- “one”\n- “two\n- “three”") == ["unclosed “"])
    let items = ["“There is a pump in every street”", "“there is none in mine, not one", "“there is one in the next”"]
    let list = items.map { "• She said \($0), and went on to other things" }.joined(separator: "\n")
    #expect(slips(list) == ["unclosed “"])
  }

  @Test func aParagraphThatOnlyClosesLacksItsReminder() {
    #expect(slips("“The first day was long.\n\nThe second was longer.”") == ["continuationOpenMissing "])
  }

  @Test func aHeadingAndAHeadlineStandAlone() {
    #expect(quoted("headline “We won”, says mayor\n\n# “Never again”") == ["We won", "Never again"])
    #expect(slips("headline “We won, says mayor\n\nText.") == ["unclosed “"])
  }

  @Test func textAfterTheEndMarkCarriesNone() {
    #expect(quoted("Text.\n\nENDS\n“Not for print”") == [])
    #expect(slips("Text.\n\nENDS\n“Not for print") == [])
  }
}

@Suite struct SlipTests {
  @Test func oneErrorAParagraph() {
    #expect(slips("We won,” she said. They lost,” he said.") == ["strayClose ”"])
    #expect(slips("“We won, “he said.") == ["reopened “"])
  }

  @Test func placesForAMissingMark() {
    let text = "“We won, she said. They lost."
    let slip = Article(text).slips.first
    #expect(
      slip?.places.map { String(decoding: Array(text.utf8)[..<$0], as: UTF8.self) } == [
        "“We won,", "“We won, she said.", "“We won, she said. They lost.",
      ])
    let stray = "It rained. She said, We won.”"
    #expect(
      Article(stray).slips.first?.places.map { String(decoding: Array(stray.utf8)[$0...], as: UTF8.self) } == [
        "We won.”", "She said, We won.”", "It rained. She said, We won.”",
      ])
  }

  @Test func doubledApostrophesAreReportedWithBothMarks() {
    let slip = Article("A ''gift'' to all.").slips.first
    #expect(slip?.kind == .twoApostrophes)
    #expect(slip?.mark == 2..<4)
    #expect(slip?.partner == 8..<10)
  }
}

@Suite struct BlockQuotationTests {
  @Test func aBlockIsOneQuotationWithItsSpeaker() {
    let article = Article(
      "Text.\n\n> Every street gets a pump.\n> No house is left out.\n> -- Ana Ruiz, council leader\n\nMore.")
    let quotation = article.quotations.first
    #expect(article.quotations.count == 1)
    #expect(quotation?.isBlock == true)
    #expect(quotation?.words.count == 2)
    let speaker = quotation?.attribution?.speaker
    #expect(speaker?.isName == true && article.text.string(in: speaker?.mention ?? 0..<0) == "Ana Ruiz")
    #expect(quotation?.attribution?.evidence == .attributionLine)
  }

  @Test func marksInsideABlockArePartOfIt() {
    #expect(quoted("> “Every street gets a pump.”\n\n— Ana Ruiz") == ["“Every street gets a pump.”"])
    #expect(slips("> “Every street gets a pump.") == ["unclosed “"])
  }

  @Test func twoBlocksAreTwo() {
    #expect(quoted("> One.\n\n> Two.") == ["One.", "Two."])
  }
}
