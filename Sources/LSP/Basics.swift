/// A document's address, spelled as the client spells it.
package typealias DocumentURI = String

/// A zero-based line, and a column counted in the units of the negotiated encoding; numbers from outside are never negative.
package struct Position: Hashable, Sendable {
  package var line: Int
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }
}

extension Position: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    line = clamped(try json.get("line"))
    character = clamped(try json.get("character"))
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("line", line)
      $0.field("character", character)
    }
  }
}

/// The protocol's numbers run from 0 to 2³¹ − 1.
private func clamped(_ number: Int) -> Int { min(max(number, 0), Int(Int32.max)) }

/// What the protocol calls a range: from a position up to, and without, another.
package struct PositionRange: Hashable, Sendable {
  package var start: Position
  package var end: Position

  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}

extension PositionRange: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    start = try json.get("start")
    end = try json.get("end")
  }

  package func write(to json: inout JSONWriter) {
    json.range(
      (UInt32(clamping: start.line), UInt32(clamping: start.character)),
      (UInt32(clamping: end.line), UInt32(clamping: end.character)))
  }
}

/// A range in a document.
package struct Location: Hashable, Sendable {
  package var uri: DocumentURI
  package var range: PositionRange

  package init(uri: DocumentURI, range: PositionRange) {
    self.uri = uri
    self.range = range
  }
}

extension Location: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    uri = try json.get("uri")
    range = try json.get("range")
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("uri", uri)
      $0.field("range", range)
    }
  }
}

/// A location that also says which words led to it, for clients that underline them.
package struct LocationLink: Equatable, Sendable {
  package var originSelectionRange: PositionRange?
  package var targetURI: DocumentURI
  package var targetRange: PositionRange
  /// Inside `targetRange`.
  package var targetSelectionRange: PositionRange

  package init(
    originSelectionRange: PositionRange?, targetURI: DocumentURI, targetRange: PositionRange,
    targetSelectionRange: PositionRange
  ) {
    self.originSelectionRange = originSelectionRange
    self.targetURI = targetURI
    self.targetRange = targetRange
    self.targetSelectionRange = targetSelectionRange
  }
}

extension LocationLink: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("originSelectionRange", ifPresent: originSelectionRange)
      $0.field("targetUri", targetURI)
      $0.field("targetRange", targetRange)
      $0.field("targetSelectionRange", targetSelectionRange)
    }
  }
}

/// Text for people, marked up or plain.
package struct MarkupContent: Equatable, Sendable {
  package enum Kind: String, JSONCodable, Sendable {
    case plaintext, markdown
  }

  package var kind: Kind
  package var value: String

  package init(kind: Kind, value: String) {
    self.kind = kind
    self.value = value
  }
}

extension MarkupContent: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    if let value = json.string {
      self.init(kind: .plaintext, value: value)
    } else {
      self.init(kind: try json.get("kind"), value: try json.get("value"))
    }
  }

  package func write(to json: inout JSONWriter) {
    json.begin(#"{"kind":"#)
    json.quoted(kind.rawValue)
    json.raw(#","value":"#, ifPresent: value)
    json.end("}")
  }
}

/// A command that the client may send back with `workspace/executeCommand`.
package struct Command: Equatable, Sendable {
  package var title: String
  package var command: String
  package var arguments: [LSPAny]

  package init(title: String, command: String, arguments: [LSPAny] = []) {
    self.title = title
    self.command = command
    self.arguments = arguments
  }
}

extension Command: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    title = try json.get("title")
    command = try json.get("command")
    arguments = try json.find("arguments") ?? []
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("title", title)
      $0.field("command", command)
      $0.field("arguments", ifPresent: arguments.isEmpty ? nil : arguments)
    }
  }
}
