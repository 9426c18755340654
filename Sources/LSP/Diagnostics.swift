/// A finding in an article, as the protocol words it.
package struct Diagnostic: Equatable, Sendable {
  package enum Severity: Int, JSONCodable, Sendable {
    case error = 1
    case warning, information, hint
  }

  package enum Tag: Int, JSONCodable, Sendable {
    case unnecessary = 1
    case deprecated
  }

  /// Another place that has to do with the finding.
  package struct Related: Equatable, Sendable {
    package var location: Location
    package var message: String

    package init(location: Location, message: String) {
      self.location = location
      self.message = message
    }
  }

  package var range: PositionRange
  package var severity: Severity
  package var code: String?
  /// The address of a page about `code`.
  package var codeDescription: String?
  package var source: String?
  package var message: String
  package var tags: [Tag]
  package var related: [Related]
  /// Comes back with a request for actions.
  package var data: LSPAny?

  package init(
    range: PositionRange, severity: Severity, code: String?, codeDescription: String? = nil,
    source: String? = "newsmark", message: String, tags: [Tag] = [], related: [Related] = [], data: LSPAny? = nil
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.codeDescription = codeDescription
    self.source = source
    self.message = message
    self.tags = tags
    self.related = related
    self.data = data
  }
}

extension Diagnostic: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    range = try json.get("range")
    severity = json["severity"].int.flatMap(Severity.init(rawValue:)) ?? .error
    code = json["code"].string ?? json["code"].numberText
    codeDescription = json["codeDescription"]["href"].string
    source = json["source"].string
    message = try json.get("message")
    tags = json["tags"].elements.compactMap { $0.int.flatMap(Tag.init(rawValue:)) }
    related = try json.find("relatedInformation") ?? []
    data = json["data"].isAbsent ? nil : LSPAny(json["data"])
  }

  package func write(to json: inout JSONWriter) {
    json.begin(#"{"range":"#)
    range.write(to: &json)
    json.raw(#","severity":"#)
    json.bare(severity.rawValue)
    if let code {
      json.raw(#","code":"#)
      json.quoted(code)
    }
    if let codeDescription { json.field("codeDescription") { $0.field("href", codeDescription) } }
    if let source {
      json.raw(#","source":"#)
      json.quoted(source)
    }
    json.raw(#","message":"#)
    json.quoted(message)
    json.field("tags", ifPresent: tags.isEmpty ? nil : tags)
    json.field("relatedInformation", ifPresent: related.isEmpty ? nil : related)
    json.field("data", ifPresent: data)
    json.end("}")
  }
}

extension Diagnostic.Related: JSONCodable {
  package init(_ json: JSON) throws(ResponseError) {
    location = try json.get("location")
    message = try json.get("message")
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("location", location)
      $0.field("message", message)
    }
  }
}

/// All findings of one document, sent unasked.
package struct PublishDiagnosticsParams: JSONWritable, Equatable, Sendable {
  package var uri: DocumentURI
  package var version: Int?
  /// Runs of diagnostics.
  package var diagnostics: WrittenValues

  package init(uri: DocumentURI, version: Int?, diagnostics: WrittenValues) {
    self.uri = uri
    self.version = version
    self.diagnostics = diagnostics
  }

  package func write(to json: inout JSONWriter) {
    json.object {
      $0.field("uri", uri)
      $0.field("version", ifPresent: version)
      $0.field("diagnostics", diagnostics)
    }
  }
}

/// A request for the findings of one document.
package struct DocumentDiagnosticParams: DocumentParams {
  package var textDocument: TextDocumentIdentifier
  /// Names the report that the client still has.
  package var previousResultID: String?

  package init(_ json: JSON) throws(ResponseError) {
    textDocument = try json.get("textDocument")
    previousResultID = try json.find("previousResultId")
  }
}

/// The findings of one document, or the word that they are as they were.
package enum DiagnosticReport: JSONWritable, Equatable, Sendable {
  case full([Diagnostic], resultID: String)
  case unchanged(resultID: String)

  package func write(to json: inout JSONWriter) {
    json.object { fields(to: &$0) }
  }

  func fields(to json: inout JSONWriter) {
    switch self {
    case .full(let diagnostics, let resultID):
      json.field("kind", "full")
      json.field("resultId", resultID)
      json.field("items", diagnostics)
    case .unchanged(let resultID):
      json.field("kind", "unchanged")
      json.field("resultId", resultID)
    }
  }
}

/// A request for the findings of every document.
package struct WorkspaceDiagnosticParams: JSONReadable, Sendable {
  /// The reports that the client still has, by document.
  package var previousResultIDs: [(uri: DocumentURI, value: String)]
  package var partialResultToken: ProgressToken?

  package init(_ json: JSON) throws(ResponseError) {
    previousResultIDs = []
    for previous in json["previousResultIds"].elements {
      previousResultIDs.append((try previous.get("uri"), try previous.get("value")))
    }
    partialResultToken = try json.find("partialResultToken")
  }
}

/// The findings of every document.
package struct WorkspaceDiagnosticReport: JSONWritable, Equatable, Sendable {
  package struct Item: JSONWritable, Equatable, Sendable {
    package var uri: DocumentURI
    package var version: Int?
    package var report: DiagnosticReport

    package init(uri: DocumentURI, version: Int?, report: DiagnosticReport) {
      self.uri = uri
      self.version = version
      self.report = report
    }

    package func write(to json: inout JSONWriter) {
      json.object {
        $0.field("uri", uri)
        $0.field("version", version)
        report.fields(to: &$0)
      }
    }
  }

  package var items: [Item]

  package init(items: [Item]) { self.items = items }

  package func write(to json: inout JSONWriter) {
    json.object { $0.field("items", items) }
  }
}
