import LSP

/// What is played while nobody waits, so that the first article that is opened is not the first.
enum Rehearsal {
  /// The article is opened, there is no stylebook beside it, and it is published.
  static let events: [Event] = [
    .message(opening), .woke, .file(DocumentKey("file:///newsmark/stylebook.news"), nil), .woke,
  ]

  private static let opening: Body = {
    let text = """
      date 2023-11-29
      by Ana Ruiz

      # Fish return to Port Ellery

      It rained at the the quay on Nov. 28, 2023, he said.  “It was not the ‘first’ time,” said Karim Haddad , who owns 3 boats.

      > “We waited.

      It's “over.
      """
    var json = JSONWriter()
    json.object {
      $0.field("jsonrpc", "2.0")
      $0.field("method", "textDocument/didOpen")
      $0.field("params") {
        $0.field("textDocument") {
          $0.field("uri", "file:///newsmark/rehearsal.news")
          $0.field("languageId", "newsmark")
          $0.field("version", 1)
          $0.field("text", text)
        }
      }
    }
    return Body(json.bytes)
  }()
}

extension Session {
  /// One that has nothing open and knows of no files, and talks with the same client.
  var understudy: Session {
    var other = Session(name: name, version: version)
    other.phase = .running
    other.client = client
    other.client.diagnostics.pull = false
    other.encoding = encoding
    other.today = today
    return other
  }
}
