/// How loud a message to the person is.
package enum MessageType: Int, JSONWritable, Sendable {
  case error = 1
  case warning, info, log
}

/// The parameters of `window/showMessage` and `window/logMessage`.
package struct MessageParams: JSONWritable, Equatable, Sendable {
  package var type: MessageType
  package var message: String

  package init(type: MessageType, message: String) {
    self.type = type
    self.message = message
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("type", type)
      $0.field("message", message)
    }
  }
}

/// A request to show a document, with the cursor at `selection`.
package struct ShowDocumentParams: JSONWritable, Equatable, Sendable {
  package var uri: DocumentURI
  package var takeFocus: Bool
  package var selection: PositionRange?

  package init(uri: DocumentURI, takeFocus: Bool = true, selection: PositionRange?) {
    self.uri = uri
    self.takeFocus = takeFocus
    self.selection = selection
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("uri", uri)
      $0.field("takeFocus", takeFocus)
      $0.field("selection", ifPresent: selection)
    }
  }
}
