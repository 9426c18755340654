/// A document that the client has opened, with its text.
package struct DidOpenParams: DocumentParams {
  package var textDocument: TextDocumentIdentifier
  package var languageID: String
  package var version: Int
  /// Valid UTF-8, as `JSON.pieces` has it.
  package var text: [[UInt8]]

  package init(_ json: JSON) throws(ResponseError) {
    let document = json["textDocument"]
    textDocument = try json.get("textDocument")
    languageID = document["languageId"].string ?? ""
    version = document["version"].int ?? 0
    text = try document.text(\.pieces)
  }
}

/// The edits of one keystroke or more, each counted from the text that the one before it left.
package struct DidChangeParams: DocumentParams, Equatable {
  package struct Change: JSONReadable, Equatable, Sendable {
    /// Nil where `text` is the whole new text.
    package var range: PositionRange?
    /// Valid UTF-8.
    package var text: [UInt8]

    package init(_ json: JSON) throws(ResponseError) {
      range = try json.find("range")
      text = try json.text(\.utf8)
    }
  }

  package var textDocument: TextDocumentIdentifier
  /// Nil where the client leaves it out.
  package var version: Int?
  package var changes: [Change]

  package init(_ json: JSON) throws(ResponseError) {
    textDocument = try json.get("textDocument")
    version = json["textDocument"]["version"].int
    changes = try json.get("contentChanges")
  }
}

extension JSON {
  fileprivate func text<Bytes>(_ read: (JSON) -> Bytes?) throws(ResponseError) -> Bytes {
    let text = self["text"]
    guard !text.isMissing else { throw ResponseError(.invalidParams, "'text' is missing in \(path)") }
    guard let bytes = read(text) else { throw text.mismatch("a string") }
    return bytes
  }
}
