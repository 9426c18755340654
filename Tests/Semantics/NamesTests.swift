import Testing

@testable import Semantics

/// Who an article names, one line a figure: `person Ana Ruiz: Ana Ruiz, Ruiz`.
private func cast(_ article: String) -> [String] {
  let article = Article(article)
  let cast = Cast(of: article)
  return cast.figures.map { figure in
    let words = cast.mentions(of: figure).map { article.text.string(in: $0.range) }
    return "\(figure.kind) \(figure.name): " + words.joined(separator: ", ")
  }
}

@Suite struct NamesTests {
  @Test func aSurnameStandsForTheFullName() {
    #expect(
      cast("Mayor Hanne Lindqvist thanked the volunteers. “I counted them,” Lindqvist said.")
        == ["person Hanne Lindqvist: Hanne Lindqvist, Lindqvist"])
  }

  @Test func particlesAndSuffixesBelongToTheName() {
    #expect(
      cast("Senator Maria de la Cruz met Prince Omar bin Salman. Robert Vance Jr. stayed away.")
        == [
          "person Maria de la Cruz: Maria de la Cruz", "person Omar bin Salman: Omar bin Salman",
          "person Robert Vance Jr.: Robert Vance Jr.",
        ])
  }

  @Test func aSuffixMayStandBehindAComma() {
    #expect(
      cast("Engineer Torvald Hale, Jr., who advised the town, left. Hale said so.")
        == ["person Torvald Hale, Jr.: Torvald Hale, Jr., Hale"])
  }

  @Test func twoPeopleWithOneSurnameStayApart() {
    #expect(
      cast("Lawyer Anna Holm left. Holm was tired. Her brother Peter Holm stayed. Holm was not.")
        == ["person Anna Holm: Anna Holm, Holm", "person Peter Holm: Peter Holm, Holm"])
  }

  @Test func aCompanyMayBeNamedAfterAPerson() {
    let found = cast("Founder Greta Wexmore sold Wexmore Industries Ltd. in May. Wexmore said that she would rest.")
    #expect(found.contains("person Greta Wexmore: Greta Wexmore, Wexmore"))
    #expect(found.contains { $0.hasPrefix("org Wexmore Industries Ltd") })
  }

  @Test func aWordAtTheStartOfASentenceIsANameOnlyIfMoreSpeaksForIt() {
    #expect(
      cast("Council workers left early. Bridges were closed. Lawyer Rose Bridges protested, and Bridges won.")
        == ["person Rose Bridges: Bridges, Rose Bridges, Bridges"])
    #expect(cast("Streets were closed. Nobody said why.") == [])
  }

  @Test func aDatelineInCapitalsIsAPlace() {
    #expect(cast("CAIRO — The museum opened on Friday.") == ["place CAIRO: CAIRO"])
  }

  @Test func aHeadlineInCapitalsNamesWhatTheCopyNames() {
    let found = cast(
      """
      headline LINDQVIST THANKS VOLUNTEERS AFTER FLOOD

      Mayor Hanne Lindqvist thanked the volunteers.
      """)
    #expect(found == ["person Hanne Lindqvist: LINDQVIST, Hanne Lindqvist"])
  }

  @Test func eastAsianFamilyNamesComeFirst() {
    #expect(
      cast("President Moon Sang-min spoke first. Moon thanked the miners.")
        == ["person Moon Sang-min: Moon Sang-min, Moon"])
  }

  @Test func spanishFamilyNamesMayStandInTheMiddle() {
    #expect(
      cast("President Juan Manuel Ortega Paredes resigned. Ortega left the palace, said a guard.")
        == ["person Juan Manuel Ortega Paredes: Juan Manuel Ortega Paredes, Ortega"])
  }

  @Test func possessivesAreNoPartOfTheName() {
    let article = Article("Mayor Hanne Lindqvist's plan failed. Lindqvist’s deputy resigned.")
    let mentions = Cast(of: article).mentions
    #expect(mentions.map { article.text.string(in: $0.range) } == ["Hanne Lindqvist", "Lindqvist"])
    #expect(mentions.map(\.isPossessive) == [true, true])
  }

  @Test func anAcronymStandsForItsOrganisation() {
    #expect(
      cast("The Harbour Safety Board (HSB) met on Monday. The HSB will meet again.")
        == ["org Harbour Safety Board: Harbour Safety Board, HSB, HSB"])
  }

  @Test func whatIsDeclaredAlwaysWins() {
    let found = cast(
      """
      org Lindqvist, a bakery; aka the bakery
      place Ruiz

      Lindqvist said that the bakery would close. Mr. Ruiz is far away.
      """)
    #expect(found == ["org Lindqvist: Lindqvist, the bakery", "place Ruiz: Ruiz"])
  }

  @Test func theArticleSaysWhatAPersonIs() {
    let cast = Cast(
      of: Article(
        """
        Council spokeswoman Ana Ruiz and Torvald Hale, the renowned bridge engineer, met on Friday. The wealthy tech \
        billionaire Sam Okafor came late.
        """))
    #expect(
      cast.figures.map(\.role) == ["Council spokeswoman", "renowned bridge engineer", "wealthy tech billionaire"])
  }

  @Test func theFirstFullMentionStandsInTheCopy() throws {
    let article = Article(
      """
      headline Ana Ruiz resigns

      Ruiz resigned on Friday. Council leader Ana Ruiz was tired.
      """)
    let cast = Cast(of: article)
    let ruiz = try #require(cast.figure(named: "Ana Ruiz"))
    let first = try #require(ruiz.firstFullMention)
    #expect(article.text.string(in: cast.mentions[first].range) == "Ana Ruiz")
    #expect(cast.mentions[first].range.lowerBound > 50)
    #expect(cast.mention(at: 30)?.figure == ruiz.number)
  }

  /// A twin of the article that the project was begun with, in other names.
  @Test func anArticleOfManyKindsOfNames() {
    let found = cast(
      """
       date 2024-03-08 In the aftermath of the conflict between Norway and Chile, the Ostmark organization in Lima has \
      extended an invitation to Erik Valdane, the renowned shipping billionaire. Valdane has not replied.

      Ostmark spokesperson Tariq Belkora said the visit would show the “wounds” of the city. Belkora added that the \
      Chilean Ministry of Transport had been told, and that Seaglow would carry the guests to the Atacama Desert.
      """)
    #expect(found.contains("person Erik Valdane: Erik Valdane, Valdane"))
    #expect(found.contains("person Tariq Belkora: Tariq Belkora, Belkora"))
    #expect(found.contains("org Ostmark: Ostmark, Ostmark"))
    #expect(found.contains("org Chilean Ministry of Transport: Chilean Ministry of Transport"))
    #expect(found.contains("place Norway: Norway"))
    #expect(found.contains("place Lima: Lima"))
    #expect(found.contains("place Atacama Desert: Atacama Desert"))
  }
}
