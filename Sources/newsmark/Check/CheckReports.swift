import LSP
import Rules

/// A SARIF 2.1.0 log.
func sarifReport(_ sheets: [Sheet]) -> String {
  var json = JSONWriter()
  json.object { json in
    json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.field("version", "2.1.0")
    json.key("runs")
    json.array { json in
      json.object { json in
        json.field("tool") { json in json.field("driver") { driver(&$0, of: sheets) } }
        json.field("columnKind", "unicodeCodePoints")
        json.key("results")
        json.array { json in
          for sheet in sheets { for marked in sheet.findings { result(marked, sheet.name, &json) } }
        }
      }
    }
  }
  return String(decoding: json.bytes, as: UTF8.self) + "\n"
}

/// The program and the rules that have spoken.
private func driver(_ json: inout JSONWriter, of sheets: [Sheet]) {
  let codes = Set(sheets.flatMap { $0.findings.map(\.finding.code) })
  json.field("name", "newsmark")
  json.field("version", version)
  json.key("rules")
  json.array { json in
    for rule in catalog where codes.contains(rule.code) {
      json.object { json in
        json.field("id", rule.code)
        json.field("shortDescription") { $0.field("text", rule.summary) }
        json.field("fullDescription") { $0.field("text", rule.why) }
        json.field("defaultConfiguration") { json in
          json.field("enabled", rule.severity != nil)
          json.field("level", level(rule.severity ?? .warning))
        }
      }
    }
  }
}

private func result(_ marked: Sheet.Marked, _ path: String, _ json: inout JSONWriter) {
  json.object { json in
    json.field("ruleId", marked.finding.code)
    json.field("level", level(marked.finding.severity))
    json.field("message") { $0.field("text", marked.finding.message) }
    json.key("locations")
    json.array { json in
      json.object { json in
        json.field("physicalLocation") { json in
          json.field("artifactLocation") { $0.field("uri", address(path)) }
          json.field("region") { json in
            json.field("startLine", marked.start.line)
            json.field("startColumn", marked.start.column)
            json.field("endLine", marked.end.line)
            json.field("endColumn", marked.end.column)
          }
        }
      }
    }
  }
}

private func level(_ severity: Severity) -> String {
  switch severity {
  case .error: "error"
  case .warning: "warning"
  case .information, .hint: "note"
  }
}

/// A path as a relative reference.
private func address(_ path: String) -> String {
  var address = ""
  for byte in path.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      address.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      address += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
  }
  return address
}

/// JUnit XML: a case an article, a failure for each finding at or above `--fail-on`.
func junitReport(_ sheets: [Sheet], _ options: CheckOptions) -> String {
  let failures = sheets.map { sheet in
    sheet.findings.filter { marked in options.failOn.map { marked.finding.severity <= $0 } ?? false }
  }
  let failed = failures.count { !$0.isEmpty }
  var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  xml += "<testsuites><testsuite name=\"newsmark\" tests=\"\(sheets.count)\" failures=\"\(failed)\">\n"
  for (sheet, failures) in zip(sheets, failures) {
    xml += "  <testcase classname=\"newsmark\" name=\"\(quoted(sheet.name))\""
    if failures.isEmpty {
      xml += "/>\n"
      continue
    }
    xml += ">\n"
    for marked in failures {
      let finding = marked.finding
      xml += "    <failure type=\"\(finding.code)\" message=\"\(quoted(finding.message))\">"
      xml += "\(quoted(sheet.name)):\(marked.start.line):\(marked.start.column)</failure>\n"
    }
    xml += "  </testcase>\n"
  }
  return xml + "</testsuite></testsuites>\n"
}

private func quoted(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}": "\u{FFFD}"
    default: String(scalar)
    }
  }.joined()
}
