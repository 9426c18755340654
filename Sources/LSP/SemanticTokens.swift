/// A request for what has changed since the tokens that the client still has.
package struct SemanticTokensDeltaParams: DocumentParams, Equatable {
  package var textDocument: TextDocumentIdentifier
  package var previousResultID: String

  package init(_ json: JSON) throws(ResponseError) {
    textDocument = try json.get("textDocument")
    previousResultID = try json.get("previousResultId")
  }
}

/// Tokens as the protocol packs them: five numbers each, lines and columns counted from the token before.
package struct SemanticTokens: JSONWritable, Equatable, Sendable {
  package var resultID: String?
  package var data: [UInt32]

  package init(resultID: String?, data: [UInt32]) {
    self.resultID = resultID
    self.data = data
  }

  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("resultId", ifPresent: resultID)
      json.field("data", numbers: data)
    }
  }
}

/// The tokens that replace part of what the client has, or all of them anew.
package enum SemanticTokensDelta: JSONWritable, Equatable, Sendable {
  /// New numbers for `deleteCount` old ones; counted from the array before any edit.
  package struct Edit: JSONWritable, Equatable, Sendable {
    package var start: Int
    package var deleteCount: Int
    package var data: [UInt32]

    package init(start: Int, deleteCount: Int, data: [UInt32]) {
      self.start = start
      self.deleteCount = deleteCount
      self.data = data
    }

    package func write(to json: inout JSONWriter) {
      json.object { json in
        json.field("start", start)
        json.field("deleteCount", deleteCount)
        json.field("data", numbers: data)
      }
    }
  }

  case full(SemanticTokens)
  case edits([Edit], resultID: String)

  package func write(to json: inout JSONWriter) {
    switch self {
    case .full(let tokens): tokens.write(to: &json)
    case .edits(let edits, let resultID):
      json.object {
        $0.field("resultId", resultID)
        $0.field("edits", edits)
      }
    }
  }
}
