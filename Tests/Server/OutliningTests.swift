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
    _ = try outline(&client)
    try client.edit(range, words)
    // The article is asked at once; the text is known when that is answered.
    let edited = try outline(&client)
    var fresh = try Client.greeted(Self.trees)
    try fresh.open(try client.text())
    #expect(edited == (try outline(&fresh)))
    #expect(edited.contains("We waited") || words.isEmpty)
  }

  private func outline(_ client: inout Client) throws -> String {
    LSPAny(try client.answer("textDocument/documentSymbol", #"{"textDocument":{"uri":"file:///a.news"}}"#)).text
  }
}
