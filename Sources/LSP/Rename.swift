/// A request to give what is under the cursor a new name.
package struct RenameParams: PositionParams, Equatable {
  package var textDocument: TextDocumentIdentifier
  package var position: Position
  package var newName: String

  package init(_ json: JSON) throws(ResponseError) {
    textDocument = try json.get("textDocument")
    position = try json.get("position")
    newName = try json.get("newName")
  }
}

/// What would be renamed, and the text that the client's box starts with.
package struct PrepareRenameResult: JSONWritable, Equatable, Sendable {
  package var range: PositionRange
  package var placeholder: String

  package init(range: PositionRange, placeholder: String) {
    self.range = range
    self.placeholder = placeholder
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("range", range)
      $0.field("placeholder", placeholder)
    }
  }
}

/// Ranges with the same text, which the client changes together while one is typed in.
package struct LinkedEditingRanges: JSONWritable, Equatable, Sendable {
  package var ranges: [PositionRange]
  /// A regular expression for what may be typed; nil leaves it to the client.
  package var wordPattern: String?

  package init(ranges: [PositionRange], wordPattern: String? = nil) {
    self.ranges = ranges
    self.wordPattern = wordPattern
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("ranges", ranges)
      $0.field("wordPattern", ifPresent: wordPattern)
    }
  }
}
