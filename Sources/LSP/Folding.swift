/// Lines that can be folded away under the first of them.
package struct FoldingRange: JSONWritable, Equatable, Sendable {
  package enum Kind: String, JSONWritable, Sendable {
    case comment, imports, region
  }

  /// The whole lines from the first, which stays, to the last.
  package var startLine: Int
  package var endLine: Int
  package var kind: Kind?
  /// Shown in the place of the folded lines.
  package var collapsedText: String?

  package init(startLine: Int, endLine: Int, kind: Kind? = nil, collapsedText: String? = nil) {
    self.startLine = startLine
    self.endLine = endLine
    self.kind = kind
    self.collapsedText = collapsedText
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("startLine", startLine)
      $0.field("endLine", endLine)
      $0.field("kind", ifPresent: kind)
      $0.field("collapsedText", ifPresent: collapsedText)
    }
  }
}
