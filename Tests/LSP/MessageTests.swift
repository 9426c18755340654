import LSP
import Testing

@Suite struct Messages {
  @Test(arguments: ["1", "-3", "\"a\\\"b\"", "\"{0a}\"", "null", "1.5", "12345678901234567890", "0.0"])
  func idsComeBackAsTheyCame(id: String) throws {
    guard case .request(let read, "m", _) = try Message(#"{"jsonrpc":"2.0","id":\#(id),"method":"m"}"#) else {
      Issue.record("not a request")
      return
    }
    let answer = Outgoing.response(to: read, Null())
    #expect(String(decoding: answer.body, as: UTF8.self) == #"{"jsonrpc":"2.0","id":\#(id),"result":null}"#)
  }

  @Test(arguments: [
    ("nonsense", ResponseError.Code.parseError, RequestID.null), ("[]", .invalidRequest, .null),
    (#"[{"jsonrpc":"2.0","id":1,"method":"m"}]"#, .invalidRequest, .null), ("7", .invalidRequest, .null),
    ("{}", .invalidRequest, .null), (#"{"id":4}"#, .invalidRequest, .int(4)),
    (#"{"id":4,"method":5}"#, .invalidRequest, .int(4)), (#"{"id":{},"method":"m"}"#, .invalidRequest, .null),
    (#"{"id":true,"method":"m"}"#, .invalidRequest, .null),
  ])
  func whatIsNoMessageIsAnswered(body: String, code: ResponseError.Code, id: RequestID) {
    let error = #expect(throws: MessageError.self) { try Message(body) }
    #expect(error?.error.code == code)
    #expect(error?.id == id)
  }

  @Test func notificationsAndResponses() throws {
    guard case .notification("exit", let params) = try Message(#"{"method":"exit","params":null}"#) else {
      Issue.record("not a notification")
      return
    }
    #expect(params.isAbsent)
    guard case .response(.int(3), _, let error) = try Message(#"{"id":3,"error":{"code":-32603,"message":"x"}}"#) else {
      Issue.record("not a response")
      return
    }
    #expect(error == ResponseError(.internalError, "x"))
    guard case .response(.string("a"), let result, nil) = try Message(#"{"id":"a","result":null}"#) else {
      Issue.record("not a response")
      return
    }
    #expect(result.isAbsent)
  }
}

@Suite struct Params {
  @Test func didChange() throws {
    let params = try DidChangeParams(
      JSON(
        parsing: #"""
          {"textDocument":{"uri":"file:///a","version":null},"contentChanges":[
          {"range":{"start":{"line":-1,"character":1.5},"end":{"line":1e300,"character":2}},"text":"é"},{"text":""}]}
          """#))
    #expect(params.version == nil)
    #expect(params.changes[0].range?.start == Position(line: 0, character: 1))
    #expect(params.changes[0].range?.end == Position(line: Int(Int32.max), character: 2))
    #expect(params.changes[0].text == Array("é".utf8))
    #expect(params.changes[1].range == nil)
  }

  @Test func missingKeysAreNamed() {
    let error = #expect(throws: ResponseError.self) {
      try DidOpenParams(JSON(parsing: #"{"textDocument":{"uri":"file:///a"}}"#))
    }
    #expect(error == ResponseError(.invalidParams, "'text' is missing in textDocument"))
  }

  @Test func capabilitiesAreReadLeniently() throws {
    let silent = try ClientCapabilities(
      JSON(
        parsing: #"""
          {"window":{"showDocument":null,"showMessage":null},"textDocument":null,"general":{"positionEncodings":"utf-8"},
          "workspace":{"workspaceEdit":7}}
          """#))
    #expect(silent == ClientCapabilities())
    let rich = try ClientCapabilities(
      JSON(
        parsing: #"""
          {"window":{"showDocument":{"support":true}},"general":{"positionEncodings":["utf-32","utf-8"]},
          "textDocument":{"hover":{"contentFormat":["plaintext","markdown"]},"diagnostic":{},
          "publishDiagnostics":{"tagSupport":{"valueSet":[1,2]},"versionSupport":true}}}
          """#))
    #expect(rich.showDocument && rich.hoverMarkdown && rich.diagnostics.pull && rich.diagnostics.version)
    #expect(rich.positionEncodings == ["utf-32", "utf-8"])
    #expect(rich.diagnostics.tags == [1, 2])
  }

  @Test func aWorkspaceEditComesBackAsItWent() throws {
    let range = PositionRange(start: Position(line: 0, character: 0), end: Position(line: 0, character: 1))
    let edit = TextDocumentEdit(
      textDocument: VersionedDocument(uri: "file:///a", version: nil), edits: [TextEdit(range: range, newText: "x")])
    for shape in [WorkspaceEdit.Shape.changes([edit]), .documentChanges([edit])] {
      let annotation = ChangeAnnotation(label: "In quotations", needsConfirmation: true)
      let whole = WorkspaceEdit(shape, annotations: [.init(id: "q", annotation: annotation)])
      #expect(try WorkspaceEdit(JSON(parsing: whole.jsonBytes)) == whole)
    }
  }

  @Test func anOutlineInPiecesIsOneOutline() {
    let range = PositionRange(start: Position(line: 0, character: 0), end: Position(line: 0, character: 1))
    func symbol(_ name: String) -> DocumentSymbol {
      DocumentSymbol(name: name, detail: "late", kind: .string, range: range, selectionRange: range)
    }
    func opening(_ name: String) -> OutlinePart {
      var json = JSONWriter()
      symbol(name).writeOpening(to: &json)
      return .opening(json.bytes[...])
    }
    var leaves = JSONWriter()
    for name in ["c", "d"] { symbol(name).write(to: &leaves) }
    let parts = [
      opening("a"), opening("b"), .end(detail: nil, range: range), .symbols(leaves.bytes[...]),
      .end(detail: "of a", range: range), .symbols(symbol("e").jsonBytes[...]),
    ]
    let place = String(decoding: range.jsonBytes, as: UTF8.self)
    func leaf(_ name: String) -> String {
      #"{"name":"\#(name)","detail":"late","kind":15,"range":\#(place),"selectionRange":\#(place)}"#
    }
    let bare = #"{"name":"b","kind":15,"selectionRange":\#(place),"range":\#(place)}"#
    let whole =
      #"[{"name":"a","kind":15,"selectionRange":\#(place),"children":[\#(bare),\#(leaf("c")),\#(leaf("d"))],"#
      + #""detail":"of a","range":\#(place)},\#(leaf("e"))]"#
    #expect(String(decoding: DocumentSymbols.tree(parts).jsonBytes, as: UTF8.self) == whole)
  }

  @Test func aFlatOutlineNamesContainers() {
    let range = PositionRange(start: Position(line: 0, character: 0), end: Position(line: 0, character: 1))
    let child = DocumentSymbol(name: "b", kind: .string, range: range, selectionRange: range)
    let parent = DocumentSymbol(
      name: "a", kind: .package, range: range, selectionRange: range, children: [child])
    guard case .flat(let flat) = DocumentSymbols(flattening: [parent], of: "u") else {
      Issue.record("not flat")
      return
    }
    #expect(flat.map(\.name) == ["a", "b"])
    #expect(flat.map(\.containerName) == [nil, "a"])
  }
}

extension Message {
  init(_ text: String) throws(MessageError) { try self.init(Body(Array(text.utf8))) }
}
