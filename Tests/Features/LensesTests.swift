import Features
import Semantics
import Support
import Testing

@Suite struct LensesTests {
  @Test func anEntryCountsItsWordsAndWhoSpeaksHowMuch() {
    check(
      """
      headline Not a word of copy
      person Ana Ruiz, council leader
      person Tomás Okafor
      date 2023-11-29 Eight words “of which three are” quoted, I know.

      # Nor is this

      > One two three four.
      > -- Ana Ruiz

      “One, two,” Tomás Okafor said.

      date 2023-11-30

      // no words
      ENDS
      None here.
      """,
      [
        "date 2023-11-29: 3 quotations, 18 words: Ana Ruiz 40 %, Tomás Okafor 20 %, others 40 %",
        "date 2023-11-30: 0 quotations, 0 words",
      ])
  }

  @Test func onlyTheThreeWhoSpeakMostAreNamed() {
    check(
      """
      > Four words of it.
      > -- Ana Ruiz

      > Just three words.
      > -- Tomás Okafor

      > Two words.
      > -- Torvald Hale

      > One.
      > -- Nim Castellan
      """,
      [": 4 quotations, 10 words: Ana Ruiz 40 %, Tomás Okafor 30 %, Torvald Hale 20 %, others 10 %"])
  }

  @Test func anArticleWithoutADateHasOneAtItsTop() {
    check("“It was late,” she left.", [": 1 quotation, 5 words"])
    check("", [])
    check("\n\n// comment", [])
  }

  @Test func wordsAreHeldAgainstTheTarget() {
    check("target 600\ndate 2023-11-29 Three words here.", ["date 2023-11-29: 0 quotations, 3 of 600 words"])
    check(
      "target 600\ndate 2023-11-29 One.\n\ndate 2023-11-30\ntarget 5\n\nOne two.",
      ["date 2023-11-29: 0 quotations, 1 of 600 words", "date 2023-11-30: 0 quotations, 2 of 5 words"])
  }

  @Test func anEntryThatIsGoneHasNone() {
    let proof = Proof(Article("date 2023-11-29 Body."))
    #expect(lens(ofEntry: 1, in: proof) == nil)
    #expect(lens(ofEntry: -1, in: proof) == nil)
    #expect(lens(ofEntry: nil, in: proof) == nil)
  }
}

/// Each lens as what it stands on and what it says.
private func check(_ source: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
  let proof = Proof(Article(source))
  let found = lensPlaces(of: proof).map { place in
    "\(proof.words(place.range)): \(lens(ofEntry: place.entry, in: proof)?.title ?? "none")"
  }
  #expect(found == expected, sourceLocation: sourceLocation)
}
