/// New text for a range; an empty range inserts.
package struct TextEdit: Equatable, Sendable {
  package var range: PositionRange
  package var newText: String
  /// Names an entry of the workspace edit's `changeAnnotations`.
  package var annotationID: String?

  package init(range: PositionRange, newText: String, annotationID: String? = nil) {
    self.range = range
    self.newText = newText
    self.annotationID = annotationID
  }
}

extension TextEdit: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    range = try json.get("range")
    newText = try json.get("newText")
    annotationID = try json.find("annotationId")
  }

  package func write(to json: inout JSONWriter) {
    json.begin(#"{"range":"#)
    range.write(to: &json)
    json.raw(#","newText":"#, ifPresent: newText)
    json.raw(#","annotationId":"#, ifPresent: annotationID)
    json.end("}")
  }
}

/// Edits to one version of a document; they all count from the text before any of them.
package struct TextDocumentEdit: Equatable, Sendable {
  package var textDocument: VersionedDocument
  package var edits: [TextEdit]

  package init(textDocument: VersionedDocument, edits: [TextEdit]) {
    self.textDocument = textDocument
    self.edits = edits
  }
}

extension TextDocumentEdit: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    textDocument = try json.get("textDocument")
    edits = try json.get("edits")
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("textDocument", textDocument)
      $0.field("edits", edits)
    }
  }
}

/// Why some edits are made, so that a client can show and confirm them as a group.
package struct ChangeAnnotation: Equatable, Sendable {
  package var label: String
  package var needsConfirmation: Bool
  package var description: String?

  package init(label: String, needsConfirmation: Bool, description: String? = nil) {
    self.label = label
    self.needsConfirmation = needsConfirmation
    self.description = description
  }
}

extension ChangeAnnotation: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    label = try json.get("label")
    needsConfirmation = try json.find("needsConfirmation") ?? false
    description = try json.find("description")
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("label", label)
      $0.field("needsConfirmation", ifTrue: needsConfirmation)
      $0.field("description", ifPresent: description)
    }
  }
}

/// Edits to several documents, in one of the two shapes that clients take.
package struct WorkspaceEdit: Equatable, Sendable {
  package enum Shape: Equatable, Sendable {
    /// For clients without `documentChanges`; documents keep their order.
    case changes([TextDocumentEdit])
    case documentChanges([TextDocumentEdit])
  }

  /// An annotation and the name by which edits refer to it.
  package struct NamedAnnotation: Equatable, Sendable {
    package var id: String
    package var annotation: ChangeAnnotation

    package init(id: String, annotation: ChangeAnnotation) {
      self.id = id
      self.annotation = annotation
    }
  }

  package var shape: Shape
  package var annotations: [NamedAnnotation]

  package init(_ shape: Shape, annotations: [NamedAnnotation] = []) {
    self.shape = shape
    self.annotations = annotations
  }
}

extension WorkspaceEdit: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    if let edits: [TextDocumentEdit] = try json.find("documentChanges") {
      shape = .documentChanges(edits)
    } else {
      var edits: [TextDocumentEdit] = []
      for (uri, value) in json["changes"].members {
        edits.append(TextDocumentEdit(textDocument: VersionedDocument(uri: uri, version: nil), edits: try .init(value)))
      }
      shape = .changes(edits)
    }
    annotations = []
    for (id, value) in json["changeAnnotations"].members {
      annotations.append(NamedAnnotation(id: id, annotation: try ChangeAnnotation(value)))
    }
  }

  package func write(to json: inout JSONWriter) {
    json.object { json in
      switch shape {
      case .documentChanges(let edits): json.field("documentChanges", edits)
      case .changes(let edits):
        json.field("changes") { json in
          for edit in edits {
            json.key(edit.textDocument.uri)
            edit.edits.write(to: &json)
          }
        }
      }
      guard !annotations.isEmpty else { return }
      json.field("changeAnnotations") { json in
        for named in annotations {
          json.key(named.id)
          named.annotation.write(to: &json)
        }
      }
    }
  }
}
