import Syntax

/// Draws one line for each source line: what it is, then its parts; where lines laid end to end are not the text, says so.
package func tree(of text: Text, isStylebook: Bool = false) -> String {
  var rows: [String] = []
  var laid: [UInt8] = []
  for (line, source) in readLines(of: text, isStylebook: isStylebook) {
    laid += source.bytes[line.extent.range]
    rows.append(row(line.form, in: source.bytes))
  }
  if laid != text.allBytes { rows.append("LOST: the lines laid end to end are not the text") }
  return rows.joined(separator: "\n")
}

/// Every line of a text with the passage that its extents count from.
package func readLines(of text: Text, isStylebook: Bool = false) -> [(line: Line, source: Source)] {
  var cutter = PassageCutter(text, at: 0)
  var state = LineState(isStylebook: isStylebook)
  var lines: [(Line, Source)] = []
  while let source = cutter.next() {
    lines += parse(source, &state).map { ($0, source) }
  }
  return lines
}

private func row(_ form: Form, in bytes: [UInt8]) -> String {
  func words(_ extent: Extent) -> String { String(decoding: bytes[extent.range], as: UTF8.self) }
  switch form {
  case .blank: return ""
  case .comment(let text): return labelled("comment", words(text))
  case .date(let date): return labelled("date", words(date.value) + (date.body.map { " | " + words($0) } ?? ""))
  case .field(let field): return labelled(words(field.keyExtent), words(field.value))
  case .entity(let entity): return labelled(entity.kind.rawValue, declaration(EntityParts(entity, in: bytes), words))
  case .setting(let setting): return labelled(setting.key.rawValue, words(setting.value))
  case .heading(let level, let text): return labelled("heading \(level)", words(text))
  case .quote(let text): return labelled("quote", words(text))
  case .attribution(let by): return labelled("attribution", words(by.name) + (by.role.map { ", " + words($0) } ?? ""))
  case .endMark(let mark): return labelled("end mark", words(mark))
  case .prose(let text, let opens, let missed):
    return labelled(opens ? "paragraph" : "  more", words(text) + (missed.map { "  ← " + note($0) } ?? ""))
  case .notes(let text): return labelled("notes", words(text))
  }
}

private func labelled(_ label: String, _ words: String) -> String {
  if words.isEmpty { return label }
  return label + String(repeating: " ", count: max(12 - label.count, 1)) + words
}

private func declaration(_ parts: EntityParts, _ words: (Extent) -> String) -> String {
  let attributes = parts.attributes.map { attribute in
    switch attribute {
    case .aka(let text): "aka: " + words(text)
    case .not(let text): "not: " + words(text)
    case .id(let text): "id: " + words(text)
    case .note(let text): "note: " + words(text)
    case .withhold: "withhold"
    case .unknown(let text): "unknown: " + words(text)
    }
  }
  return ([words(parts.name)] + (parts.role.map { ["role: " + words($0)] } ?? []) + attributes).joined(separator: " | ")
}

private func note(_ missed: Missed) -> String {
  switch missed {
  case .date: "a date in another shape"
  case .dateShape: "nearly a date"
  case .value(let key): "no value for \(key.rawValue)"
  case .entityName(let kind): "no name for \(kind.rawValue)"
  case .late(let key): "\(key.rawValue) belongs in the header"
  case .crowded: "needs a blank line above"
  }
}
