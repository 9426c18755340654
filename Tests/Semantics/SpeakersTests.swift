import Semantics
import Testing

/// Whose words each quotation is: `quoted words ← speaker`.
private func speakers(_ source: String) -> [String] {
  let article = Article(source)
  return article.quotations.map { quotation in
    let words = quotation.words.map { article.text.string(in: $0) }.joined(separator: "|")
    let speaker = quotation.attribution.map { article.text.string(in: $0.speaker.mention) } ?? "nobody"
    return "\(words) ← \(speaker)"
  }
}

private func first(_ source: String) -> Quotation? { Article(source).quotations.first }

@Suite struct ClauseTests {
  @Test(arguments: [
    // After the quotation, in either order.
    ("“The pumps work,” Ruiz said.", "Ruiz"),
    ("“The pumps work,” said Ruiz.", "Ruiz"),
    ("“The pumps work,” said Council leader Ana Ruiz, who lives there.", "Ana Ruiz"),
    ("“The pumps work,” Ana Ruiz, the council leader, told reporters.", "Ana Ruiz"),
    ("“The pumps work,” she said on Monday.", "she"),
    ("“Do the pumps work?” Khan asked.", "Khan"),
    ("“The pumps work,” according to Ruiz.", "Ruiz"),
    ("“The pumps work”, said a spokesman for the council.", "a spokesman"),
    ("“The pumps work,” Ruiz thundered.", "Ruiz"),
    ("“The pumps work.” — Ana Ruiz", "Ana Ruiz"),
    // Before it.
    ("Ruiz said, “The pumps work.”", "Ruiz"),
    ("Ruiz said the pumps were “a gift”.", "Ruiz"),
    ("Ruiz, who lives there, called the pumps “a gift”.", "Ruiz"),
    ("Ana Ruiz: “The pumps work.”", "Ana Ruiz"),
    ("Ruiz left early and said the pumps were “a gift”.", "Ruiz"),
    ("Ruiz praised the crew, calling them “heroes”.", "Ruiz"),
    ("According to Ruiz, the pumps are “a gift”.", "Ruiz"),
    ("In her words, “the pumps work”.", "her"),
    ("Ruiz’s claim that the pumps were “a gift” angered Khan.", "Ruiz"),
    ("Minister of Education Ana Ruiz said the roof was “sound”.", "Ana Ruiz"),
    ("The crews left, with Khan saying the pumps were “a gift”.", "Khan"),
    ("Khan on Monday said the pumps were “a gift”.", "Khan"),
    ("Khan said that she believed the pumps were “a gift”.", "Khan"),
    ("A trial began; Khan said the pumps were “a gift”.", "Khan"),
    ("The pumps were called “a gift” by Khan.", "Khan"),
    ("Added Khan: “The pumps work.”", "Khan"),
    ("Ruiz called the report on the flood “thin”.", "Ruiz"),
    ("Khan described its claims as “bold”.", "Khan"),
    ("In other words, explained the chair Ana Ruiz: “Nobody knows it.”", "Ana Ruiz"),
    ("Khan saying he was here and Ruiz calling it “a great meeting” was no news.", "Ruiz"),
    ("Khan said the plan was “a gift,” while trying to explain it.", "Khan"),
    // After a question or a cry.
    ("“This is fantastic!” beamed Hanne Lindqvist, who had come early.", "Hanne Lindqvist"),
    ("“Do the pumps work?” Khan demanded. Nobody knew.", "Khan"),
    ("“Do the pumps work?” Khan, an engineer from the harbour, asked.", "Khan"),
    // In other marks.
    ("« Les pompes marchent », said Khan.", "Khan"),
    ("„Die Pumpen laufen“, said Ruiz.", "Ruiz"),
    ("‘The pumps all work now,’ said Ruiz.", "Ruiz"),
    // In brackets another speaks than outside.
    ("The plant (Khan called it “a gift”) was shut, Ruiz said.", "Khan"),
    // At the end of the sentence.
    ("The pumps were “a gift” until June, the ministry said.", "the ministry"),
  ])
  func tells(_ source: String, _ speaker: String) {
    let article = Article(source)
    let found = article.quotations.first?.attribution.map { article.text.string(in: $0.speaker.mention) }
    #expect(found == speaker, "\(source)")
  }

  @Test func saysHowItIsKnown() {
    let article = Article("“The pumps work,” Ruiz said.")
    let attribution = article.quotations.first?.attribution
    #expect(attribution?.evidence == .clauseAfter)
    #expect(attribution.map { article.text.string(in: $0.range) } == "Ruiz said")
    #expect(first("Ruiz said, “The pumps work.”")?.attribution?.evidence == .clauseBefore)
    #expect(first("“The pumps work,” according to Ruiz.")?.attribution?.evidence == .accordingTo)
  }

  @Test func severalSpeakersStaySeveral() {
    #expect(first("“The pumps work,” they said.")?.attribution?.speaker.form == .several)
    #expect(first("“The pumps work,” said Ana Ruiz and Sam Khan.")?.attribution?.speaker.form == .several)
    #expect(first("“The pumps work,” residents said.")?.attribution?.speaker.form == .description)
  }

  @Test(arguments: ["The shop sells “organic” food.", "It is “organic” food.", "“The pumps work.”"])
  func noSpeakerRatherThanAWrongOne(_ source: String) {
    #expect(first(source)?.attribution == nil)
  }
}

@Suite struct CarryingOnTests {
  @Test func withinAParagraph() {
    #expect(
      speakers("“The pumps work,” Ruiz said. “They always did.”") == [
        "The pumps work, ← Ruiz", "They always did. ← Ruiz",
      ])
    #expect(
      speakers("“The pumps work. They always did.” “And they will,” Ruiz said.").first
        == "The pumps work. They always did. ← Ruiz")
  }

  @Test func toTheNextParagraph() {
    #expect(
      speakers("“The pumps work,” Ruiz said.\n\n“They always did.”\n\n“They always will.”") == [
        "The pumps work, ← Ruiz", "They always did. ← Ruiz", "They always will. ← Ruiz",
      ])
    #expect(
      speakers("“The pumps work,” Ruiz said.\n“They always did.”") == [
        "The pumps work, ← Ruiz", "They always did. ← Ruiz",
      ])
    #expect(first("“The pumps work,” Ruiz said.\n\nNight fell.\n\n# Later\n\n“Who goes there?”")?.attribution != nil)
    #expect(Article("“A pump,” Ruiz said.\n\n# Later\n\n“Who goes there?”").quotations.last?.attribution == nil)
  }

  @Test func fromAnIntroduction() {
    let source = "Ana Ruiz told the council:\n\n“The pumps work.”"
    #expect(speakers(source) == ["The pumps work. ← Ana Ruiz"])
    #expect(first(source)?.attribution?.evidence == .introduced)
  }

  @Test func fromASignatureBelow() {
    #expect(
      speakers("“We have waited too long for this.”\n\n- Ana Ruiz\n\nNobody answered.")
        == ["We have waited too long for this. ← Ana Ruiz"])
  }

  @Test func thePronounBelowIsWhoWasNamedAbove() {
    #expect(
      speakers("“No,” Ruiz said. “We wait.\n\n“And we stay,” he continued.")
        == ["No, ← Ruiz", "We wait.|And we stay, ← Ruiz"])
  }

  @Test func aShortQuotationWithItsCommaOutsideIsSpeech() {
    #expect(first("„Alles ist gut“, said Ruiz.")?.nature == .speech)
  }

  @Test(arguments: ["They ran an ad titled “Who are they?”", "It is a habit called “late waving” in the town."])
  func aNameThatIsBorneIsNobodysWords(_ source: String) {
    #expect(first(source)?.nature != .speech)
  }

  @Test func overSeveralParagraphs() {
    #expect(
      speakers("“The pumps work.\n\n“They always did,” Ruiz said.") == ["The pumps work.|They always did, ← Ruiz"])
  }
}

@Suite struct NatureTests {
  @Test(arguments: [
    ("She starred in the film “The Long Night” in May.", Quotation.Nature.title),
    ("He said on Channel 4’s “Late Hour,” Khan was right.", .title),
    ("She came to see the documentary, “Harbours,” in May.", .title),
    ("Khan, the star of the show, “The Long and Narrow Way,” said no.", .title),
    ("“Bridge closed for good” — Harbour Post, May 12, 2016", .title),
    ("“The bridge is closed for good.” — Ana Ruiz, May 12, 2016", .speech),
    ("The so-called “Harbour Song” was played.", .title),
    ("“The Harbour Wakes at Dawn,” by Ana Ruiz, is out.", .title),
    ("The “autopsy” of it was long.", .term),
    ("“We won,” she said.", .speech),
    ("“No Way!” he shouted.", .speech),
    ("He called it “absurd”.", .speech),
    ("Asked again, she said, “We’ll See.”", .speech),
  ])
  func tellsTitlesAndTermsFromSpeech(_ source: String, _ nature: Quotation.Nature) {
    #expect(first(source)?.nature == nature, "\(source)")
  }
}

@Suite struct CastSpeakerTests {
  private func names(_ source: String) -> [String] {
    let article = Article(source)
    let cast = Cast(of: article)
    return article.quotations.map { $0.attribution.flatMap(cast.speaker)?.name ?? "nobody" }
  }

  @Test func aSurnameIsThePerson() {
    #expect(names("Ana Ruiz runs the council.\n\n“The pumps work,” Ruiz said.") == ["Ana Ruiz"])
  }

  @Test func pronounsGoBackToWhoTheyFit() {
    #expect(
      names("Mary Khan met John Ruiz. “The pumps work,” she said. “They do,” he said.") == ["Mary Khan", "John Ruiz"])
  }

  @Test func theyAndDescriptionsStayOpen() {
    #expect(names("Ana Ruiz spoke. “The pumps work,” they said.") == ["nobody"])
    #expect(names("Ana Ruiz spoke. “The pumps work,” a spokesman said.") == ["nobody"])
  }
}
