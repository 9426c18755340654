/// What an action is for; clients ask for a kind and mean every kind below it.
package struct CodeActionKind: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static let quickFix = CodeActionKind(rawValue: "quickfix")
  package static let refactor = CodeActionKind(rawValue: "refactor")
  package static let refactorRewrite = CodeActionKind(rawValue: "refactor.rewrite")
  package static let source = CodeActionKind(rawValue: "source")
  package static let sourceFixAll = CodeActionKind(rawValue: "source.fixAll")
  package static let sourceOrganize = CodeActionKind(rawValue: "source.organizeImports")

  /// True where this kind is `other` or a kind of it.
  package func isKind(of other: CodeActionKind) -> Bool {
    other.rawValue.isEmpty || self == other || rawValue.hasPrefix(other.rawValue + ".")
  }
}

extension CodeActionKind: JSONCodable {}

/// A request for what could be done about a part of a document.
package struct CodeActionParams: DocumentParams {
  package var textDocument: TextDocumentIdentifier
  package var range: PositionRange
  /// The client's copies of our findings in that part.
  package var diagnostics: [Diagnostic]
  /// The only kinds that are wanted; nil for all.
  package var only: [CodeActionKind]?
  /// False where the person did not ask, such as for a light bulb.
  package var isInvoked: Bool

  package init(_ json: JSON) throws(ResponseError) {
    textDocument = try json.get("textDocument")
    range = try json.get("range")
    diagnostics = try json["context"].find("diagnostics") ?? []
    only = try json["context"].find("only")
    isInvoked = json["context"]["triggerKind"].int != 2
  }
}

/// One thing that could be done; it goes to the client, and may come back to have its edit filled in.
package struct CodeAction: Equatable, Sendable {
  package var title: String
  package var kind: CodeActionKind?
  package var diagnostics: [Diagnostic] = []
  package var isPreferred = false
  /// Why it cannot be done just now.
  package var disabledReason: String?
  package var edit: WorkspaceEdit?
  package var command: Command?
  package var data: LSPAny?

  package init(title: String, kind: CodeActionKind?) {
    self.title = title
    self.kind = kind
  }
}

extension CodeAction: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    title = try json.get("title")
    kind = try json.find("kind")
    diagnostics = try json.find("diagnostics") ?? []
    isPreferred = json["isPreferred"].bool ?? false
    disabledReason = json["disabled"]["reason"].string
    edit = try json.find("edit")
    command = try json.find("command")
    data = json["data"].isAbsent ? nil : LSPAny(json["data"])
  }

  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("title", title)
      json.field("kind", ifPresent: kind)
      json.field("diagnostics", ifPresent: diagnostics.isEmpty ? nil : diagnostics)
      json.field("isPreferred", ifTrue: isPreferred)
      if let disabledReason { json.field("disabled") { $0.field("reason", disabledReason) } }
      json.field("edit", ifPresent: edit)
      json.field("command", ifPresent: command)
      json.field("data", ifPresent: data)
    }
  }
}

/// An action, or, for a client that knows no actions, its command alone.
package enum CodeActionOrCommand: JSONWritable, Equatable, Sendable {
  case action(CodeAction)
  case command(Command)

  package func write(to json: inout JSONWriter) {
    switch self {
    case .action(let action): action.write(to: &json)
    case .command(let command): command.write(to: &json)
    }
  }
}
