import LSP
import Rules
import Syntax

/// How `newsmark check` writes what it found.
enum CheckFormat: String, CaseIterable, Sendable {
  case text, json, jsonl, sarif, github, junit

  /// The whole report.
  func report(_ sheets: [Sheet], _ options: CheckOptions) -> String {
    switch self {
    case .text: sheets.map { drawn($0, inColour: System.showsColour) }.joined()
    case .json: "[" + objects(sheets).joined(separator: ",\n ") + "]\n"
    case .jsonl: objects(sheets).map { $0 + "\n" }.joined()
    case .sarif: sarifReport(sheets)
    case .github: sheets.map(workflowCommands).joined()
    case .junit: junitReport(sheets, options)
    }
  }
}

/// The findings of one article as drawings under its lines.
private func drawn(_ sheet: Sheet, inColour: Bool) -> String {
  sheet.findings.map { marked in
    let finding = marked.finding
    let excerpt = Drawing(sheet.text, [.init(finding.range, finding.message)]).excerpt(columns: 100)
    var block = "\(sheet.name):\(marked.start.line):\(marked.start.column): "
    block += coloured(finding.severity.name, finding.severity, inColour) + " \(finding.code)\n\(excerpt)\n"
    for related in finding.related {
      let place = Position(related.range.lowerBound, in: sheet.text)
      block += " ↳ \(place.line):\(place.column) \(related.message)\n"
    }
    return block + "\n"
  }.joined()
}

private func coloured(_ word: String, _ severity: Severity, _ inColour: Bool) -> String {
  guard inColour else { return word }
  let colour =
    switch severity {
    case .error: "31"
    case .warning: "33"
    case .information: "36"
    case .hint: "2"
    }
  return "\u{1B}[\(colour)m\(word)\u{1B}[0m"
}

/// One JSON object a finding.
private func objects(_ sheets: [Sheet]) -> [String] {
  sheets.flatMap { sheet in
    sheet.findings.map { marked in
      var json = JSONWriter()
      json.object { json in
        json.field("path", sheet.name)
        json.field("line", marked.start.line)
        json.field("column", marked.start.column)
        json.field("end_line", marked.end.line)
        json.field("end_column", marked.end.column)
        json.field("severity", marked.finding.severity.name)
        json.field("code", marked.finding.code)
        json.field("message", marked.finding.message)
        json.field("fixable", marked.finding.fixes.contains(where: \.isSafe))
      }
      return String(decoding: json.bytes, as: UTF8.self)
    }
  }
}

/// The commands with which a workflow of GitHub marks lines.
private func workflowCommands(_ sheet: Sheet) -> String {
  sheet.findings.map { marked in
    let level =
      switch marked.finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .information, .hint: "notice"
      }
    let file = escaped(sheet.name, isProperty: true)
    let place =
      "line=\(marked.start.line),endLine=\(marked.end.line),col=\(marked.start.column),endColumn=\(marked.end.column)"
    let message = escaped(marked.finding.message, isProperty: false)
    return "::\(level) file=\(file),\(place),title=\(marked.finding.code)::\(message)\n"
  }.joined()
}

private func escaped(_ text: String, isProperty: Bool) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "%": "%25"
    case "\r": "%0D"
    case "\n": "%0A"
    case ":" where isProperty: "%3A"
    case "," where isProperty: "%2C"
    default: String(scalar)
    }
  }.joined()
}
