import LSP
import Testing

/// Rows that were written for an earlier outline are as good as new ones.
@Suite struct OutliningTests {
  private static let trees = #"{"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}}"#

  /// An edit, and words whose rows it moves, renames or lets stand.
  @Test(arguments: [
    ("0:0-0:0", "\n\n"), ("0:0-0:0", "x"), ("2:0-2:0", "Dagny Okafor, "), ("0:22-0:26", "Okafor"), ("4:1-4:1", "\n"),
    ("6:0-7:0", ""), ("3:0-4:0", ""), ("10:1-10:1", "é"),
  ])
  func rowsFollowAnEdit(range: String, words: String) throws {
    var client = try Client.greeted(Self.trees)
    try client.open(
      """
      # What the mayor, Ana Ruiz, said
      “It was "line":7 and {"line":8} that failed,” said Ana Ruiz. She left.

      “We waited,” Ruiz said. “Nobody
      came.”

      # Later

      “So be it,” she said, “until the morning.

      “And then we shall see.”

      > Every street will get a pump.
      > -- Ana Ruiz

      """)
    let edited = try outline(after: range, words, in: &client)
    #expect(edited.contains("We waited") || words.isEmpty)
  }

  /// What stands under an entry or a heading ends where the next begins, and the words of an entry are counted to its end.
  @Test(arguments: [
    ("4:0-4:0", "# Before\n\n"), ("4:0-5:0", ""), ("6:2-6:5", "her"), ("8:1-8:1", "#"), ("8:0-8:3", ""),
    ("2:0-3:0", ""), ("3:5-3:15", "2023-12-01"), ("12:0-12:0", "date 2023-12-02\n"), ("12:0-12:4", "daze"),
    ("1:7-1:7", "Maria "), ("0:0-1:0", ""), ("14:17-14:17", "\n\n## The end"), ("6:0-6:0", "\n"),
  ])
  func linesFollowAnEdit(range: String, words: String) throws {
    var client = try Client.greeted(Self.trees)
    try client.open(
      """
      headline Council approves flood budget
      person Ana Ruiz, council leader
      target 300
      date 2023-11-29 The council said it was “overdue”.
      # What happens next

      “We waited,” said Ruiz.

      ## The pumps

      # What it costs

      date 2023-11-30T09:15Z Work began.

      The end of “it”.
      """)
    let edited = try outline(after: range, words, in: &client)
    #expect(edited.contains("2023-11-30T09:15Z Work began") || words == "daze")
  }

  /// The outline that follows an edit, which is what a fresh server makes of the edited text.
  private func outline(after range: String, _ words: String, in client: inout Client) throws -> String {
    _ = try outline(&client)
    try client.edit(range, words)
    // The article is asked at once; the text is known when that is answered.
    let edited = try outline(&client)
    var fresh = try Client.greeted(Self.trees)
    try fresh.open(try client.text())
    #expect(edited == (try outline(&fresh)))
    return edited
  }

  private func outline(_ client: inout Client) throws -> String {
    LSPAny(try client.answer("textDocument/documentSymbol", #"{"textDocument":{"uri":"file:///a.news"}}"#)).text
  }
}
