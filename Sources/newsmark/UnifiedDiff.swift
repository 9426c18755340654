import Rules
import Syntax

/// What some edits change, as `diff -u` shows it; empty where there are none.
func unifiedDiff(of text: Text, _ edits: [Fix.Edit], named name: String) -> String {
  var hunks: [Hunk] = []
  for change in changes(of: text, edits) {
    if let last = hunks.last, change.old.lowerBound - last.old.upperBound <= 2 * Hunk.context {
      hunks[hunks.count - 1].changes.append(change)
    } else {
      hunks.append(Hunk(changes: [change]))
    }
  }
  guard !hunks.isEmpty else { return "" }
  var drawn = "--- \(name)\n+++ \(name)\n"
  var shift = 0
  for hunk in hunks { drawn += hunk.drawn(text, &shift) }
  return drawn
}

/// Lines that are replaced, and by what.
private struct Change {
  let old: Range<Int>
  let new: [String]
}

/// Changes that stand near each other, with the lines around them.
private struct Hunk {
  static let context = 3

  var changes: [Change]

  var old: Range<Int> {
    (changes.first?.old.lowerBound ?? 0)..<(changes.last?.old.upperBound ?? 0)
  }

  /// `shift` is by how many lines the new text has grown above.
  func drawn(_ text: Text, _ shift: inout Int) -> String {
    let start = max(old.lowerBound - Hunk.context, 0)
    let end = min(old.upperBound + Hunk.context, text.filledLineCount)
    var body = ""
    var line = start
    var growth = 0
    for change in changes {
      for number in line..<change.old.lowerBound { body += row(" ", text.line(number)) }
      for number in change.old { body += row("-", text.line(number)) }
      for words in change.new { body += row("+", words) }
      growth += change.new.count - change.old.count
      line = change.old.upperBound
    }
    for number in line..<max(end, line) { body += row(" ", text.line(number)) }
    defer { shift += growth }
    let count = end - start
    return "@@ -\(place(start, count)) +\(place(start + shift, count + growth)) @@\n" + body
  }

  private func place(_ start: Int, _ count: Int) -> String { "\(count == 0 ? start : start + 1),\(count)" }

  private func row(_ sign: String, _ line: String) -> String {
    // A carriage return and a line feed are one character.
    let hasBreak = line.utf8.last == 0x0A
    return sign + line + (hasBreak ? "" : "\n\\ No newline at end of file\n")
  }
}

private func changes(of text: Text, _ edits: [Fix.Edit]) -> [Change] {
  var changes: [Change] = []
  var rest = edits[...]
  while let first = rest.popFirst() {
    var group = [first]
    var lines = touchedLines(of: text, first)
    while let next = rest.first, touchedLines(of: text, next).lowerBound < lines.upperBound {
      lines = lines.lowerBound..<max(lines.upperBound, touchedLines(of: text, next).upperBound)
      group.append(next)
      rest.removeFirst()
    }
    let range = text.lineStart(lines.lowerBound)..<text.lineStart(lines.upperBound)
    var bytes = text.bytes(in: range)
    for edit in group.reversed() {
      bytes.replaceSubrange(
        edit.range.lowerBound - range.lowerBound..<edit.range.upperBound - range.lowerBound, with: Array(edit.text.utf8)
      )
    }
    let replaced = Text(bytes)
    changes.append(trimmed(text, lines, (0..<replaced.filledLineCount).map { replaced.line($0) }))
  }
  return changes
}

/// Without the lines at either end that stay as they are.
private func trimmed(_ text: Text, _ lines: Range<Int>, _ new: [String]) -> Change {
  var old = lines
  var new = new[...]
  while let line = new.first, !old.isEmpty, line.utf8.elementsEqual(text.line(old.lowerBound).utf8) {
    old = old.lowerBound + 1..<old.upperBound
    new.removeFirst()
  }
  while let line = new.last, !old.isEmpty, line.utf8.elementsEqual(text.line(old.upperBound - 1).utf8) {
    old = old.lowerBound..<old.upperBound - 1
    new.removeLast()
  }
  return Change(old: old, new: Array(new))
}

private func touchedLines(of text: Text, _ edit: Fix.Edit) -> Range<Int> {
  let first = text.line(at: edit.range.lowerBound)
  let last = text.line(at: edit.range.upperBound)
  return first..<min(max(last + 1, first + 1), max(text.filledLineCount, first))
}

extension Text {
  /// The lines that have bytes.
  fileprivate var filledLineCount: Int { lineStart(lineCount - 1) == count ? lineCount - 1 : lineCount }

  /// A line with its line break.
  fileprivate func line(_ number: Int) -> String { string(in: lineRange(number)) }
}
