/// A text with marks drawn under its lines: `▔▔▔ note` under a range, `↑` under a cursor.
///
/// Tests state what they expect in this notation, and `newsmark check` prints it.
package struct Drawing: Sendable {
  package struct Mark: Equatable, Sendable {
    /// UTF-8 bytes of the text.
    package let range: Range<Int>
    package let note: String

    package init(_ range: Range<Int>, _ note: String) {
      self.range = range
      self.note = note
    }
  }

  private let text: Text
  private let marks: [Mark]
  private let cursor: Int?

  package init(_ text: Text, _ marks: [Mark], cursor: Int? = nil) {
    self.text = text
    self.marks = marks.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }.map(\.element)
    self.cursor = cursor
  }

  /// Every line of the text with its marks beneath, each line ended by a line feed whatever ended it in the text.
  package var whole: String {
    var pending = marks[...]
    var open: [Mark] = []
    var lines: [String] = []
    for line in 0..<text.lineCount {
      let content = text.contentRange(ofLine: line)
      let end = text.lineRange(line).upperBound
      let isLast = line + 1 == text.lineCount
      while let mark = pending.first, mark.range.lowerBound < end || isLast {
        open.append(pending.removeFirst())
      }
      lines.append(text.string(in: content))
      lines += open.map { under(content, $0) }
      if let cursor, cursor < end || isLast, cursor >= content.lowerBound {
        lines.append(padding(under: content.lowerBound..<min(cursor, content.upperBound)) + "↑")
      }
      open.removeAll { $0.range.upperBound <= end }
    }
    return lines.joined(separator: "\n")
  }

  /// Only the lines that a mark touches, long ones cut to a window of about `columns` around the mark.
  package func excerpt(columns: Int) -> String {
    var lines: [String] = []
    var last: (line: Int, window: Range<Int>)?
    for mark in marks {
      let line = text.line(at: min(mark.range.lowerBound, text.count))
      let content = text.contentRange(ofLine: line)
      let window = self.window(around: mark.range, in: content, columns: columns)
      if last.map({ $0 != (line, window) }) ?? true {
        let lead = window.lowerBound > content.lowerBound ? "…" : " "
        let tail = window.upperBound < content.upperBound ? "…" : ""
        lines.append(lead + text.string(in: window) + tail)
      }
      last = (line, window)
      lines.append(" " + under(window, mark))
    }
    return lines.joined(separator: "\n")
  }

  /// The whole line where it fits; else from some words before the mark on.
  private func window(around mark: Range<Int>, in content: Range<Int>, columns: Int) -> Range<Int> {
    let bytes = text.bytes(in: content)
    guard bytes.count > columns else { return content }
    let first = min(max(mark.lowerBound - content.lowerBound, 0), bytes.count)
    var low = max(first - columns * 2 / 3, 0)
    if bytes.count - low < columns { low = max(bytes.count - columns, 0) }
    var high = min(low + columns, bytes.count)
    // Whole words, and so whole characters, at either edge.
    while low > 0, low < first, bytes[low - 1] != 0x20 { low += 1 }
    while high < bytes.count, high > first + 1, bytes[high] != 0x20 { high -= 1 }
    if high <= first + 1 { high = bytes.count }
    return content.lowerBound + low..<content.lowerBound + high
  }

  private func under(_ line: Range<Int>, _ mark: Mark) -> String {
    let low = min(max(mark.range.lowerBound, line.lowerBound), line.upperBound)
    let high = min(max(mark.range.upperBound, low), line.upperBound)
    let width = columnWidth(text.string(in: low..<high))
    let note = mark.note.isEmpty ? "" : " " + mark.note
    return padding(under: line.lowerBound..<low) + String(repeating: "▔", count: max(width, 1)) + note
  }

  private func padding(under range: Range<Int>) -> String {
    var padding = ""
    // A tab is repeated, so that what follows stands below its character whatever the tab's width.
    for character in text.string(in: range) {
      padding += character == "\t" ? "\t" : String(repeating: " ", count: columnWidth(String(character)))
    }
    return padding
  }
}
