/// A place where the client would like to know what can come next.
package struct CompletionParams: PositionParams, Equatable {
  package var textDocument: TextDocumentIdentifier
  package var position: Position
  /// The character that was typed, where one of the trigger characters was.
  package var triggerCharacter: String?

  package init(_ json: JSON) throws(ResponseError) {
    textDocument = try json.get("textDocument")
    position = try json.get("position")
    triggerCharacter = json["context"]["triggerCharacter"].string
  }
}

/// What can come next; `isIncomplete` makes the client ask again on the next key.
package struct CompletionList: JSONWritable, Equatable, Sendable {
  package var isIncomplete: Bool
  package var items: [CompletionItem]

  package init(isIncomplete: Bool = false, items: [CompletionItem]) {
    self.isIncomplete = isIncomplete
    self.items = items
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("isIncomplete", isIncomplete)
      $0.field("items", items)
    }
  }
}

/// One thing that can come next; it goes to the client, and comes back to be resolved.
package struct CompletionItem: Equatable, Sendable {
  package enum Kind: Int, JSONCodable, Sendable {
    case text = 1
    case method, function, constructor, field, variable, `class`, interface, module, property
    case unit, value, `enum`, keyword, snippet, color, file, reference, folder, enumMember
    case constant, `struct`, event, `operator`, typeParameter
  }

  package enum Format: Int, JSONCodable, Sendable {
    case plainText = 1
    case snippet
  }

  package var label: String
  package var kind: Kind?
  package var detail: String?
  package var documentation: MarkupContent?
  package var isPreselected = false
  package var sortText: String?
  package var filterText: String?
  package var format: Format?
  package var textEdit: TextEdit?
  package var additionalEdits: [TextEdit] = []
  package var command: Command?
  package var data: LSPAny?

  package init(label: String) { self.label = label }
}

extension CompletionItem: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    label = try json.get("label")
    kind = json["kind"].int.flatMap(Kind.init(rawValue:))
    detail = json["detail"].string
    documentation = try json.find("documentation")
    isPreselected = json["preselect"].bool ?? false
    sortText = json["sortText"].string
    filterText = json["filterText"].string
    format = json["insertTextFormat"].int.flatMap(Format.init(rawValue:))
    textEdit = try json.find("textEdit")
    additionalEdits = try json.find("additionalTextEdits") ?? []
    command = try json.find("command")
    data = json["data"].isAbsent ? nil : LSPAny(json["data"])
  }

  package func write(to json: inout JSONWriter) {
    json.begin(#"{"label":"#)
    json.string(label)
    if let kind {
      json.raw(#","kind":"#)
      json.bare(kind.rawValue)
    }
    json.raw(#","detail":"#, ifPresent: detail)
    json.field("documentation", ifPresent: documentation)
    json.field("preselect", ifTrue: isPreselected)
    json.raw(#","sortText":"#, ifPresent: sortText)
    json.raw(#","filterText":"#, ifPresent: filterText)
    if let format {
      json.raw(#","insertTextFormat":"#)
      json.bare(format.rawValue)
    }
    json.field("textEdit", ifPresent: textEdit)
    json.field("additionalTextEdits", ifPresent: additionalEdits.isEmpty ? nil : additionalEdits)
    json.field("command", ifPresent: command)
    json.field("data", ifPresent: data)
    json.end("}")
  }
}
