import Features
import Semantics
import Support
import Syntax
import Testing

@Suite struct NavigationTests {
  static let article = """
    person Ana Ruiz, council leader
    date 2023-11-29

    Council leader Ana Ruiz said it was late. Ruiz left.

    > Every street will get a pump.
    > -- Ana Ruiz, council leader

    The lights went out.

    > It is “far too late”.

    > We will see.
    > -- Ruiz
    """

  @Test func aNameLeadsToItsDeclaration() {
    check(.definition, "Ruiz left", ["0:7"])
    check(.declaration, "Ruiz left", ["0:7"])
    check(.typeDefinition, "Ruiz left", ["0:7"])
  }

  @Test func withoutADeclarationANameLeadsToItsFirstFullMention() {
    let article = "Tomás Okafor spoke. Then Tomás Okafor left, and Okafor’s deputy spoke."
    check(.definition, "Okafor’s", ["0:0"], in: article)
    check(.declaration, "Okafor’s", [], in: article)
  }

  @Test func aNameLeadsToTheQuotationsOfThatPerson() {
    check(.implementation, "Ruiz left", ["5:2", "12:2"])
  }

  @Test func aQuotationLeadsToTheWordsThatAttributeIt() {
    check(.definition, "Every street", ["6:2"])
    check(.typeDefinition, "Every street", ["0:7"])
    check(.declaration, "Every street", ["0:7"])
    check(.implementation, "Every street", ["5:2", "12:2"])
  }

  @Test func theVerbIsWhereOneKeyGoesOnFrom() {
    let article = "Ana Ruiz came. “We won,” Ruiz said. “We knew it.”"
    check(.definition, "We won", ["0:34"], in: article)
    check(.definition, "said. “We knew", ["0:40"], in: article)
  }

  @Test func theWordsThatAttributeLeadToTheNextQuotation() {
    check(.definition, "-- Ana", ["10:2"])
  }

  @Test func aQuotationOfNobodyLeadsToTheNext() {
    check(.definition, "It is", ["12:2"])
    check(.typeDefinition, "It is", [])
  }

  @Test func plainWordsLeadNowhere() {
    check(.definition, "went out", [])
  }

  @Test func referencesAreAllMentionsAndPerhapsTheDeclaration() {
    let proof = Proof(Article(Self.article))
    let offset = place(of: "Ruiz left", in: Self.article)
    let places = { (range: Range<Int>) in position(range, in: proof.article) }
    #expect(
      references(at: offset, in: proof, withDeclaration: true).map(places)
        == ["0:7", "3:15", "3:42", "6:5", "13:5"])
    #expect(
      references(at: offset, in: proof, withDeclaration: false).map(places) == ["3:15", "3:42", "6:5", "13:5"])
    #expect(highlights(at: offset, in: proof).filter(\.isDeclaration).map { places($0.range) } == ["0:7"])
  }

  @Test func aQuotationLightsUpThoseOfItsSpeaker() {
    let proof = Proof(Article(Self.article))
    let found = highlights(at: place(of: "We will", in: Self.article), in: proof)
    #expect(found.map { position($0.range, in: proof.article) } == ["5:2", "12:2"])
  }

  @Test func jumpsGoForwardAndBackAndNeverWrap() {
    expectJumps(.next, from: "person", ["5:2", "10:2", "12:2", nil])
    expectJumps(.previous, from: "the very end", ["12:2", "10:2", "5:2", nil])
    expectJumps(.previous, from: "see", ["10:2"])
    expectJumps(.nextBySpeaker, from: "Every", ["12:2", nil])
    expectJumps(.previousBySpeaker, from: "see", ["5:2", nil])
    expectJumps(.nextBySpeaker, from: "It is", [nil])
  }

  private func expectJumps(
    _ way: QuoteJump, from words: String, _ expected: [String?], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let proof = Proof(Article(Self.article))
    var offset = place(of: words, in: Self.article)
    for place in expected {
      let target = jump(way, from: offset, in: proof)
      #expect(target.map { position($0, in: proof.article) } == place, sourceLocation: sourceLocation)
      offset = target?.lowerBound ?? offset
    }
  }
}

/// Asks at the first letter of some words, and compares places as `line:column`, both zero-based.
private func check(
  _ verb: GotoVerb, _ words: String, _ expected: [String], in source: String = NavigationTests.article,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let proof = Proof(Article(source))
  let found = targets(of: verb, at: place(of: words, in: source), in: proof)
  let places = found.map { target in
    switch target {
    case .here(let range): position(range, in: proof.article)
    case .shared(let number): "shared \(number)"
    }
  }
  #expect(places == expected, sourceLocation: sourceLocation)
}

/// The byte offset of some words; the end of the text where they do not stand in it.
private func place(of words: String, in source: String) -> Int {
  source.firstRange(of: words).map { source.utf8.distance(from: source.startIndex, to: $0.lowerBound) }
    ?? source.utf8.count
}

private func position(_ range: Range<Int>, in article: Article) -> String {
  let line = article.text.line(at: range.lowerBound)
  return "\(line):\(range.lowerBound - article.text.lineStart(line))"
}
