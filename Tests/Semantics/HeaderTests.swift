import Semantics
import Testing

@Suite struct HeaderTests {
  @Test func fieldsBelongToTheDocumentOrToTheirEntry() {
    let header = Article(
      """
      headline Council approves budget
      person Ana Ruiz, council leader; aka Ruiz; not Ana Ruis; withhold
       date 2023-11-29 The council met.

       date 2023-11-30T09:15Z
      headline Work begins
      Crews arrived.

      correction: A name was wrong.
      """
    ).header
    #expect(header.entries.map(\.value.day) == [29, 30])
    #expect(header.fields.map(\.value) == ["Council approves budget", "Work begins", "A name was wrong."])
    #expect(header.fields.map(\.entry) == [nil, 1, 1])
    #expect(header.document(.headline)?.value == "Council approves budget")
    #expect(header.field(.headline, ofEntry: 1)?.value == "Work begins")
    #expect(header.declarations.map(\.name) == ["Ana Ruiz"])
    #expect(header.declarations.first?.role == "council leader")
    #expect(header.declarations.first?.attributes.map(\.kind) == [.aka, .not, .withhold])
  }

  @Test func entriesCoverTheArticleFromTheirDateOn() {
    let text = " date 2023-11-29 One.\n\n date 2023-11-30 Two.\n\nThree.\n"
    let header = Article(text).header
    #expect(header.entries.map(\.range) == [0..<23, 23..<text.utf8.count])
    #expect(header.entry(at: 30)?.number == 1)
    #expect(header.entry(at: 0)?.number == 0)
    #expect(Article("Prose.").entries.isEmpty)
  }
}
