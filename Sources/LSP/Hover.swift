/// A card about what is under the cursor.
package struct Hover: JSONWritable, Equatable, Sendable {
  package var contents: MarkupContent
  /// What the card is about.
  package var range: PositionRange?

  package init(contents: MarkupContent, range: PositionRange?) {
    self.contents = contents
    self.range = range
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("contents", contents)
      $0.field("range", ifPresent: range)
    }
  }
}
