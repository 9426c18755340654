import Rules
import Semantics
import Syntax

/// Puts a blank line between the lines of a paragraph, each of which is one: of the selected lines, or of all.
func paragraphActions(_ selection: Selection) -> [Action] {
  let lines = selection.lines.count > 1 ? selection.lines : paragraph(around: selection)
  guard !lines.contains(where: \.isWrapped) else { return [] }
  var edits: [Fix.Edit] = []
  // A comment stays with the line below it.
  var start: Int?
  for line in lines.dropFirst() {
    switch line.form {
    case .comment: start = start ?? line.range.lowerBound
    case .prose(_, false, nil):
      let place = start ?? line.range.lowerBound
      edits.append(Fix.Edit(place..<place, selection.article.lineBreak))
      start = nil
    default: start = nil
    }
  }
  guard !edits.isEmpty, selection.readsTheSame(after: edits) else { return [] }
  return [Action("Split into paragraphs", .refactoring, edits)]
}

/// The block of lines in which the cursor stands.
private func paragraph(around selection: Selection) -> [PlacedLine] {
  guard let line = selection.line, line.copy != nil else { return [] }
  let most = 500
  let place = selection.article.passages.place(at: line.range.lowerBound)
  var start = place.start
  // A passage may end inside a paragraph, after a long line.
  var before = place
  while before.passage?.entry.lines.place == .inParagraph, let next = selection.article.passages.place(before: before) {
    guard place.number - next.number <= most else { return [] }
    before = next
    start = next.start
  }
  var end = place
  while end.passage?.exit.lines.place == .inParagraph, end.end < selection.article.text.count {
    end = selection.article.passages.place(after: end)
    guard end.number - place.number <= most else { return [] }
  }
  let lines = selection.article.lines(touching: start..<max(end.end, start))
  guard let index = lines.firstIndex(where: { $0.range == line.range }) else { return [] }
  let first = lines[...index].lastIndex { !($0.isProse || $0.isComment) || $0.opens } ?? index
  let last = lines[index...].dropFirst().firstIndex { !($0.isProse || $0.isComment) || $0.opens } ?? lines.endIndex
  return Array(lines[first..<last])
}

extension PlacedLine {
  fileprivate var isComment: Bool { if case .comment = form { true } else { false } }

  /// Begins a paragraph.
  fileprivate var opens: Bool {
    switch form {
    case .prose(_, let opens, _): opens
    case .date(let date): date.body != nil
    default: false
    }
  }
}
