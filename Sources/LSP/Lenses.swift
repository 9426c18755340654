/// A line of text above a line of the article, which does something when it is clicked.
package struct CodeLens: Equatable, Sendable {
  package var range: PositionRange
  /// Nil until it is resolved.
  package var command: Command?
  package var data: LSPAny?

  package init(range: PositionRange, command: Command?, data: LSPAny? = nil) {
    self.range = range
    self.command = command
    self.data = data
  }
}

extension CodeLens: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    range = try json.get("range")
    command = try json.find("command")
    data = json["data"].isAbsent ? nil : LSPAny(json["data"])
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("range", range)
      $0.field("command", ifPresent: command)
      $0.field("data", ifPresent: data)
    }
  }
}

/// A word shown in the text that is not in the article.
package struct InlayHint: JSONWritable, Equatable, Sendable {
  package var position: Position
  package var label: String
  package var tooltip: MarkupContent?
  package var hasSpaceBefore: Bool
  package var hasSpaceAfter: Bool

  package init(
    position: Position, label: String, tooltip: MarkupContent? = nil, hasSpaceBefore: Bool = false,
    hasSpaceAfter: Bool = false
  ) {
    self.position = position
    self.label = label
    self.tooltip = tooltip
    self.hasSpaceBefore = hasSpaceBefore
    self.hasSpaceAfter = hasSpaceAfter
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("position", position)
      $0.field("label", label)
      $0.field("tooltip", ifPresent: tooltip)
      $0.field("paddingLeft", ifTrue: hasSpaceBefore)
      $0.field("paddingRight", ifTrue: hasSpaceAfter)
    }
  }
}

/// Words that lead to another document or to the web.
package struct DocumentLink: JSONWritable, Equatable, Sendable {
  package var range: PositionRange
  package var target: String
  package var tooltip: String?

  package init(range: PositionRange, target: String, tooltip: String? = nil) {
    self.range = range
    self.target = target
    self.tooltip = tooltip
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("range", range)
      $0.field("target", target)
      $0.field("tooltip", ifPresent: tooltip)
    }
  }
}
