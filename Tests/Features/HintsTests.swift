import Features
import Semantics
import Support
import Syntax
import Testing

@Suite struct HintsTests {
  @Test func aParagraphThatGoesOnWithAQuotationSaysSo() {
    check(
      """
      person Ana Ruiz

      Ana Ruiz said: “It was late.

        “It was dark.
        ▔ continued (Goes on with the quotation from line 3, by Ana Ruiz.)

      “It was over.”
      ▔ continued (Goes on with the quotation from line 3, by Ana Ruiz.)
      """)
  }

  @Test func everythingElseIsQuietUnlessAskedFor() {
    check("person Ana Ruiz\n\nAna Ruiz spoke.\n\n“It was late,” she said.\n\n> Too late.\n> Too late.")
  }

  @Test func aQuotationWhoseParagraphNamesNobodyNamesItsSpeaker() {
    check(
      """
      Ana Ruiz left the chamber. “It was late,” Ana Ruiz said.

      “And it was dark.”
                        ▔ — Ana Ruiz (By line 1: Ana Ruiz said.)

      “It was over,” Ana Ruiz said.
      """, showSpeakers: true)
  }

  @Test func aPronounThatAttributesIsNamed() {
    check(
      """
      person Ana Ruiz

      Ana Ruiz left the chamber.

      “It was late,” she said. “It was dark,” she added.
                        ▔ Ana Ruiz (“she” is Ana Ruiz.)
                                                 ▔ Ana Ruiz (“she” is Ana Ruiz.)
      """, showSpeakers: true)
  }

  @Test func aQuoteBlockWithItsSpeakerNeedsNoHint() {
    check("> Too late.\n-- Ana Ruiz\n", showSpeakers: true)
  }

  @Test func onlyTheRangeIsRead() {
    let source = "“It was late.\n\n“It was dark.\n\n“It was over.”\n"
    let proof = Proof(Article(source))
    let all = hints(in: 0..<source.utf8.count, of: proof)
    #expect(all.count == 2)
    for hint in all {
      #expect(hints(in: hint.offset..<hint.offset, of: proof) == [hint])
      #expect(hints(in: hint.offset + 1..<hint.offset + 2, of: proof).isEmpty)
    }
  }
}

/// Draws each hint under the character that it stands before.
private func check(
  _ drawing: String, showSpeakers: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
) {
  let article = Article(Drawn(drawing).source)
  let found = hints(in: 0..<article.text.count, of: Proof(article), showSpeakers: showSpeakers)
  let marks = found.map { hint in
    Drawing.Mark(hint.offset..<hint.offset, hint.text)
  }
  #expect(Drawing(article.text, marks).whole == drawing, sourceLocation: sourceLocation)
}

extension Hint {
  fileprivate var text: String { "\(label) (\(note))" }
}
