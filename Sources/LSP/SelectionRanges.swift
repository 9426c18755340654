/// Several cursors, each of which wants to select more and more around it.
package struct SelectionRangeParams: DocumentParams, Equatable {
  package var textDocument: TextDocumentIdentifier
  package var positions: [Position]

  package init(_ json: JSON) throws(ResponseError) {
    textDocument = try json.get("textDocument")
    positions = try json.get("positions")
  }
}

/// A range and the wider ones around it, the smallest first; never empty.
package struct SelectionRange: JSONWritable, Equatable, Sendable {
  package var smallest: PositionRange
  package var wider: [PositionRange]

  package init(smallest: PositionRange, wider: [PositionRange]) {
    self.smallest = smallest
    self.wider = wider
  }

  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("range", smallest)
      guard let next = wider.first else { return }
      json.field("parent", SelectionRange(smallest: next, wider: Array(wider.dropFirst())))
    }
  }
}
