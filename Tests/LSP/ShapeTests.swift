import LSP
import Testing

/// What each answer looks like on the wire, where the shape is not plain from the type.
@Suite struct Shapes {
  private static let range = PositionRange(start: Position(line: 0, character: 1), end: Position(line: 0, character: 3))
  private let range = Shapes.range
  private let wide = PositionRange(start: Position(line: 0, character: 0), end: Position(line: 2, character: 0))
  private let rangeText = #"{"start":{"line":0,"character":1},"end":{"line":0,"character":3}}"#
  private let wideText = #"{"start":{"line":0,"character":0},"end":{"line":2,"character":0}}"#

  @Test func goto() {
    let link = LocationLink(
      originSelectionRange: nil, targetURI: "u", targetRange: wide, targetSelectionRange: range)
    check(GotoResult([link], linkSupport: false), #"[{"uri":"u","range":\#(rangeText)}]"#)
    check(
      GotoResult([link], linkSupport: true),
      #"[{"targetUri":"u","targetRange":\#(wideText),"targetSelectionRange":\#(rangeText)}]"#)
    check(GotoResult([], linkSupport: true), "null")
  }

  @Test func selectionRangesNest() {
    check(
      SelectionRange(smallest: range, wider: [wide]),
      #"{"range":\#(rangeText),"parent":{"range":\#(wideText)}}"#)
  }

  @Test func reports() {
    check(DiagnosticReport.full([], resultID: "7"), #"{"kind":"full","resultId":"7","items":[]}"#)
    let item = WorkspaceDiagnosticReport.Item(uri: "u", version: nil, report: .unchanged(resultID: "7"))
    check(
      WorkspaceDiagnosticReport(items: [item]),
      #"{"items":[{"uri":"u","version":null,"kind":"unchanged","resultId":"7"}]}"#)
  }

  @Test func tokens() {
    let tokens = SemanticTokens(resultID: "1", data: [0, 9, 10, 4_294_967_295, 100])
    check(tokens, #"{"resultId":"1","data":[0,9,10,4294967295,100]}"#)
    check(SemanticTokensDelta.full(tokens), #"{"resultId":"1","data":[0,9,10,4294967295,100]}"#)
    check(
      SemanticTokensDelta.edits([.init(start: 5, deleteCount: 5, data: [])], resultID: "2"),
      #"{"resultId":"2","edits":[{"start":5,"deleteCount":5,"data":[]}]}"#)
  }

  @Test func progress() {
    check(
      ProgressParams(token: .string("t"), note: .begin(title: "Reading", message: nil)),
      #"{"token":"t","value":{"kind":"begin","title":"Reading","percentage":0}}"#)
    check(
      ProgressParams(token: .int(1), note: .report(message: "x", percentage: nil)),
      #"{"token":1,"value":{"kind":"report","message":"x"}}"#)
    check(ProgressParams(token: .int(1), note: .end(message: nil)), #"{"token":1,"value":{"kind":"end"}}"#)
  }

  @Test func lensesHintsAndLinks() {
    check(
      CodeLens(range: range, command: Command(title: "t", command: "c")),
      #"{"range":\#(rangeText),"command":{"title":"t","command":"c"}}"#)
    check(
      InlayHint(position: range.start, label: "l", hasSpaceBefore: true),
      #"{"position":{"line":0,"character":1},"label":"l","paddingLeft":true}"#)
    check(DocumentLink(range: range, target: "t"), #"{"range":\#(rangeText),"target":"t"}"#)
    check(LinkedEditingRanges(ranges: [range]), #"{"ranges":[\#(rangeText)]}"#)
    check(PrepareRenameResult(range: range, placeholder: "p"), #"{"range":\#(rangeText),"placeholder":"p"}"#)
    check(
      FoldingRange(startLine: 1, endLine: 2, kind: .region), #"{"startLine":1,"endLine":2,"kind":"region"}"#)
    check(DocumentHighlight(range: range, kind: .read), #"{"range":\#(rangeText),"kind":2}"#)
  }

  @Test func window() {
    check(MessageParams(type: .info, message: "m"), #"{"type":3,"message":"m"}"#)
    check(
      ShowDocumentParams(uri: "u", selection: range), #"{"uri":"u","takeFocus":true,"selection":\#(rangeText)}"#)
    check(
      RegistrationParams([.init(id: "1", method: "m", options: ["watchers": []])]),
      #"{"registrations":[{"id":"1","method":"m","registerOptions":{"watchers":[]}}]}"#)
    check(LogTraceParams(message: "m"), #"{"message":"m"}"#)
  }

  @Test func whatComesBackIsWhatWent() throws {
    var item = CompletionItem(label: "Musk")
    item.kind = .class
    item.documentation = MarkupContent(kind: .markdown, value: "**Musk**")
    item.format = .snippet
    item.textEdit = TextEdit(range: range, newText: "$1")
    item.data = ["n": 1, "x": .decimal("0.5"), "a": [true, .null]]
    #expect(try CompletionItem(JSON(parsing: item.jsonBytes)) == item)

    var action = CodeAction(title: "t", kind: .quickFix)
    let related = Diagnostic.Related(location: Location(uri: "u", range: wide), message: "r")
    action.diagnostics = [
      Diagnostic(range: range, severity: .hint, code: "c", message: "m", tags: [.unnecessary], related: [related])
    ]
    action.isPreferred = true
    action.disabledReason = "r"
    action.edit = WorkspaceEdit(.changes([]))
    #expect(try CodeAction(JSON(parsing: action.jsonBytes)) == action)
    check(CodeActionOrCommand.command(Command(title: "t", command: "c")), #"{"title":"t","command":"c"}"#)

    let symbol = WorkspaceSymbol(name: "n", kind: .string, containerName: "c", uri: "u", range: nil, data: 1)
    #expect(try WorkspaceSymbol(JSON(parsing: symbol.jsonBytes)) == symbol)
    let call = CallHierarchyItem(name: "n", kind: .class, uri: "u", range: wide, selectionRange: range, data: "d")
    #expect(try CallHierarchyItem(JSON(parsing: call.jsonBytes)) == call)
    check(
      CallHierarchyCall(.incoming, item: call, places: [range]),
      #"{"from":\#(String(decoding: call.jsonBytes, as: UTF8.self)),"fromRanges":[\#(rangeText)]}"#)
  }

  @Test func kindsOfActionsAreATree() {
    #expect(CodeActionKind.refactorRewrite.isKind(of: .refactor))
    #expect(CodeActionKind.quickFix.isKind(of: CodeActionKind(rawValue: "")))
    #expect(!CodeActionKind(rawValue: "refactoring").isKind(of: .refactor))
  }

  @Test func paramsOfLaterFamilies() throws {
    let document = #""textDocument":{"uri":"u"}"#
    let position = #""position":{"line":0,"character":1}"#
    let action = try CodeActionParams(
      JSON(parsing: #"{\#(document),"range":\#(rangeText),"context":{"only":["quickfix"],"triggerKind":2}}"#))
    #expect(action.only == [.quickFix] && !action.isInvoked && action.diagnostics.isEmpty)
    #expect(try RenameParams(JSON(parsing: #"{\#(document),\#(position),"newName":"x"}"#)).newName == "x")
    let type = try OnTypeFormattingParams(JSON(parsing: #"{\#(document),\#(position),"ch":"\n","options":null}"#))
    #expect(type.character == "\n" && !type.options.insertFinalNewline)
    #expect(try FormattingParams(JSON(parsing: "{\(document)}")).range == nil)
    #expect(try SelectionRangeParams(JSON(parsing: #"{\#(document),"positions":[]}"#)).positions.isEmpty)
    #expect(try WorkspaceSymbolParams(JSON(parsing: "{}")).query.isEmpty)
    #expect(
      try SemanticTokensDeltaParams(JSON(parsing: #"{\#(document),"previousResultId":"3"}"#)).previousResultID == "3")
    let files = try DidChangeWatchedFilesParams(JSON(parsing: #"{"changes":[{"uri":"u","type":3}]}"#))
    #expect(files.changes[0].kind == .deleted)
    #expect(throws: ResponseError.self) {
      try DidChangeWatchedFilesParams(JSON(parsing: #"{"changes":[{"uri":"u","type":9}]}"#))
    }
  }

  private func check(_ value: some JSONWritable, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(String(decoding: value.jsonBytes, as: UTF8.self) == text, sourceLocation: sourceLocation)
  }
}
