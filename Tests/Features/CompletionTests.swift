import Features
import Semantics
import Support
import Syntax
import Testing

@Suite struct CompletionTests {
  @Test func keysComeAtTheStartOfAHeaderLine() {
    check("headline Flood\ns\n ↑", "section, slug, source, status")
    check("headline Flood\nh\n ↑", "")
    check("slug a\nby Jane Doe\nb\n ↑", "by")
  }

  @Test func afterTheHeaderAKeyNeedsTwoLettersOfItsOwnLine() {
    check("date 2023-11-29 Body.\n\np\n ↑", "")
    check("date 2023-11-29 Body.\n\npe\n  ↑", "person")
    check("date 2023-11-29 Body.\n\npe went\n  ↑", "")
    check("date 2023-11-29 Body.\n\nsl\n  ↑", "")
  }

  @Test func daysComeAfterADateKeyAndAnswerToTheirNames() {
    check(
      "date \n     ↑",
      "2023-11-30, 2023-11-29, 2023-12-01, 2023-12-02, 2023-12-03, 2023-12-04, 2023-12-05, 2023-12-06, 2023-12-07")
    check("date yes\n        ↑", "2023-11-29")
    check("embargo mon\n           ↑", "2023-12-04")
    check("date 2023-11\n            ↑", "2023-11-30, 2023-11-29")
  }

  @Test func closedSetsComeAfterTheirKeys() {
    check("status p\n        ↑", "published")
    check("lang en-\n        ↑", "en-GB, en-US")
    check("person Ana Ruiz, leader; a\n                          ↑", "aka")
  }

  @Test func aStylebookIsCompletedWordByWord() {
    func book(_ drawing: String, _ expected: String) { check(drawing, expected, isStylebook: true) }
    book("p\n ↑", "pack, profile, person, place")
    book("pack ap \n        ↑", "ap, reuters, uk")
    book("rule quote/st\n             ↑", "quote/stray-close, quote/straight")
    book("rule stray\n          ↑", "quote/stray-close")
    book("rule quote/straight \n                    ↑", "off, error, warning, information, hint")
    book("set \n    ↑", "header/too-long, quote/straight, text/dash")
    book("set quote/straight mode \n                        ↑", "consistent, curly, straight, off")
    book("set header/too-long \n                    ↑", "headline, slug")
    book("show speakers o\n               ↑", "on, off")
    book("person Ana Ruiz; a\n                  ↑", "aka")
    check("rule quote/st\n             ↑", "")
  }

  @Test func whatIsAllowedIsARule() {
    check("allow text/enc\n              ↑", "text/encoding")
    check("It met.\n\n// allow text/enc\n                 ↑", "text/encoding")
  }

  @Test func namesGoOnFromACapital() {
    let article = "person Ana Ruiz\norg Anchor Trust\ndate 2023-11-29 Ana Ruiz and the Anchor Trust met.\n\n"
    check(article + "Then An\n       ↑", "Ana Ruiz, Anchor Trust")
    check(article + "Then Ana R\n          ↑", "Ana Ruiz", replacing: "Ana R")
    check(article + "Then Ru\n       ↑", "Ana Ruiz", replacing: "Ru")
    check(article + "Then “An\n        ↑", "Ana Ruiz, Anchor Trust", replacing: "An")
    check(article + "Then an\n       ↑", "")
    check(article + "Then An old\n     ↑", "")
  }

  @Test func namesBeyondASCIIAndInCapitalsGoOnToo() {
    let article = "person Émile Zola\norg SØRBØ Verk\nplace Nordre Ås\n\nÉmile Zola, SØRBØ Verk and Nordre Ås.\n\n"
    check(article + "Then É\n      ↑", "Émile Zola", answeringTo: "Émile Zola")
    check(article + "Then Sø\n       ↑", "SØRBØ Verk")
    check(article + "Then Å\n      ↑", "Nordre Ås", answeringTo: "Ås")
    check(article + "Then Émile Z\n            ↑", "Émile Zola", replacing: "Émile Z")
    check(article + "> We won.\n> — émile zo\n            ↑", "Émile Zola")
  }

  @Test func clientsThatCompareFromTheStartKeepWhatIsSuggested() {
    let article = "person Ana Ruiz\n\nAna Ruiz met her.\n\n"
    check(article + "Then Ru\n       ↑", "Ana Ruiz", answeringTo: "Ruiz")
    check(article + "Then An\n       ↑", "Ana Ruiz", answeringTo: "Ana Ruiz")
    check("date sun\n        ↑", "2023-12-03", answeringTo: "Sunday")
  }

  @Test func speakersComeAfterTheDashOfAQuoteBlock() {
    let article = "person Ana Ruiz, council leader\norg Anchor Trust\n\nAnchor Trust met.\n\n> We won.\n"
    check(article + "> -- \n     ↑", "Ana Ruiz, council leader; Anchor Trust", separator: "; ")
    check(article + "-- Ru\n     ↑", "Ana Ruiz, council leader", separator: "; ")
  }

  @Test func aSuggestionExplainsItself() {
    let proof = Proof(Article("person Ana Ruiz\n\nAna Ruiz met Ruiz."))
    #expect(explanation(of: "slug", in: proof)?.hasPrefix("The short name") == true)
    #expect(explanation(of: "Ana Ruiz", in: proof) == "2 mentions, first on line 3")
    #expect(explanation(of: "nobody", in: proof) == nil)
  }
}

/// Completes at `↑` and compares what would be inserted.
private func check(
  _ drawing: String, _ expected: String, replacing: String? = nil, answeringTo filter: String? = nil,
  separator: String = ", ", isStylebook: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
) {
  let drawn = Drawn(drawing)
  let article = Article(Text(drawn.source), isStylebook: isStylebook)
  let found = completion(at: drawn.cursor ?? 0, in: Proof(article), today: CivilDate("2023-11-30"))
  #expect(
    found.map { $0.kind == .key ? $0.label : $0.insertion }.joined(separator: separator) == expected,
    sourceLocation: sourceLocation)
  if let replacing {
    #expect(found.first.map { article.text.string(in: $0.range) } == replacing, sourceLocation: sourceLocation)
  }
  if let filter { #expect(found.first?.filter == filter, sourceLocation: sourceLocation) }
}
