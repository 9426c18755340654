/// The parameters of a request or notification about one document.
package protocol DocumentParams: JSONReadable, Sendable {
  var textDocument: TextDocumentIdentifier { get }
}

/// The parameters of a request about one place in a document.
package protocol PositionParams: DocumentParams {
  var position: Position { get }
}

/// Names a document.
package struct TextDocumentIdentifier: Hashable, Sendable {
  package var uri: DocumentURI
}

extension TextDocumentIdentifier: JSONReadable {
  package init(_ json: JSON) throws(ResponseError) { uri = try json.get("uri") }
}

/// Names a document and the version an edit is meant for; nil for one that is not open.
package struct VersionedDocument: Hashable, Sendable {
  package var uri: DocumentURI
  package var version: Int?

  package init(uri: DocumentURI, version: Int?) {
    self.uri = uri
    self.version = version
  }
}

extension VersionedDocument: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    uri = try json.get("uri")
    version = try json.find("version")
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("uri", uri)
      $0.field("version", version)
    }
  }
}

/// A document and nothing else: the parameters of `documentSymbol`, `foldingRange`, `codeLens` and others.
package struct DocumentOnlyParams: DocumentParams {
  package var textDocument: TextDocumentIdentifier

  package init(textDocument: TextDocumentIdentifier) { self.textDocument = textDocument }

  package init(_ json: JSON) throws(ResponseError) { textDocument = try json.get("textDocument") }
}

/// A document and a place in it: the parameters of `hover`, the goto verbs, `documentHighlight` and others.
package struct TextDocumentPositionParams: PositionParams, Equatable {
  package var textDocument: TextDocumentIdentifier
  package var position: Position

  package init(_ json: JSON) throws(ResponseError) {
    textDocument = try json.get("textDocument")
    position = try json.get("position")
  }
}

/// A document and a part of it: the parameters of `inlayHint`, `semanticTokens/range` and others.
package struct DocumentRangeParams: DocumentParams {
  package var textDocument: TextDocumentIdentifier
  package var range: PositionRange

  package init(_ json: JSON) throws(ResponseError) {
    textDocument = try json.get("textDocument")
    range = try json.get("range")
  }
}
