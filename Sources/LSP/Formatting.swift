/// The client's habits, as far as an article has a use for them.
package struct FormattingOptions: JSONReadable, Equatable, Sendable {
  package var trimTrailingWhitespace: Bool
  package var insertFinalNewline: Bool
  package var trimFinalNewlines: Bool

  package init(_ json: JSON) {
    trimTrailingWhitespace = json["trimTrailingWhitespace"].bool ?? false
    insertFinalNewline = json["insertFinalNewline"].bool ?? false
    trimFinalNewlines = json["trimFinalNewlines"].bool ?? false
  }
}

/// A request to format a whole document, or the part of it that `range` names.
package struct FormattingParams: DocumentParams, Equatable {
  package var textDocument: TextDocumentIdentifier
  package var range: PositionRange?
  package var options: FormattingOptions

  package init(_ json: JSON) throws(ResponseError) {
    textDocument = try json.get("textDocument")
    range = try json.find("range")
    options = FormattingOptions(json["options"])
  }
}

/// A request to format what a typed character has completed.
package struct OnTypeFormattingParams: PositionParams, Equatable {
  package var textDocument: TextDocumentIdentifier
  /// Behind the character.
  package var position: Position
  package var character: String
  package var options: FormattingOptions

  package init(_ json: JSON) throws(ResponseError) {
    textDocument = try json.get("textDocument")
    position = try json.get("position")
    character = try json.get("ch")
    options = FormattingOptions(json["options"])
  }
}
