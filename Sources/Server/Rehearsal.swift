import LSP

/// What is played while nobody waits, so that what a writer waits for is not done for the first time.
///
/// An act is played in one go, and a message that comes meanwhile waits for its end.
enum Rehearsal {
  /// Played when the client is there: an article is opened, there is no stylebook beside it, and it is published.
  case opening
  /// Played from the first keystroke on, as it takes memory that those who only read can do without: a name is typed in an article,
  /// and something is asked with each letter.
  case outline, hover, completion

  var next: Rehearsal? {
    switch self {
    case .outline: .hover
    case .hover: .completion
    case .opening, .completion: nil
    }
  }

  var events: [Event] {
    switch self {
    case .opening: Rehearsal.opened
    case .outline: Rehearsal.asking("documentSymbol", at: { _ in "" })
    case .hover: Rehearsal.asking("hover", at: { _ in #","position":{"line":1,"character":4}"# })
    case .completion: Rehearsal.asking("completion", at: { #","position":{"line":9,"character":\#($0 + 1)}"# })
    }
  }

  private static let opened: [Event] = [
    message(
      #"""
      "method":"textDocument/didOpen","params":{"textDocument":{"uri":"\#(uri)","languageId":"newsmark","version":1,"text":"\#
      date 2023-11-29\nby Ana Ruiz\n\n# Fish return to Port Ellery\n\nIt rained at the the quay on Nov. 28, 2023, he said.  \#
      “It was not the ‘first’ time,” said Karim Haddad , who owns 3 boats.\n\n> “We waited.\n\nIt's “over. Mr. "}}
      """#),
    .woke, .file(DocumentKey("file:///newsmark/stylebook.news"), nil), .woke,
  ]

  /// Types at the end of the article, and asks about a place that may follow from where the caret stands.
  private static func asking(_ question: String, at place: (Int) -> String) -> [Event] {
    var events = opened
    for (column, letter) in zip(16..., "Had") {
      let caret = #"{"line":9,"character":\#(column)}"#
      events += [
        message(
          #"""
          "method":"textDocument/didChange","params":{"textDocument":{"uri":"\#(uri)","version":\#(column)},\#
          "contentChanges":[{"range":{"start":\#(caret),"end":\#(caret)},"text":"\#(letter)"}]}
          """#),
        message(
          #"""
          "id":\#(column),"method":"textDocument/\#(question)","params":{"textDocument":{"uri":"\#(uri)"}\#(place(column))}
          """#),
        .woke, .woke, .woke,
      ]
    }
    return events
  }

  private static func message(_ fields: String) -> Event {
    .message(Body(Array(#"{"jsonrpc":"2.0",\#(fields)}"#.utf8)))
  }

  private static let uri = "file:///newsmark/rehearsal.news"
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
