import Rules
import Semantics
import Syntax

/// The edits that give an article its canonical form, in order; none changes a word, wraps a line or parts a paragraph.
///
/// One blank line between blocks, no blanks at the end of a line, `--` before who is quoted, one line break at the end.
package func formatting(of article: Article) -> [Fix.Edit] {
  var formatter = Formatter(article)
  for place in article.places {
    for line in place.passage?.copy.lines ?? [] { formatter.pass(line, from: place.start) }
  }
  formatter.end()
  return formatter.edits.inOrder
}

/// Those of the edits that lie in the lines that a range touches.
package func formatting(of article: Article, in range: Range<Int>) -> [Fix.Edit] {
  let text = article.text
  let start = text.lineStart(text.line(at: range.lowerBound))
  let end = text.lineRange(text.line(at: range.upperBound)).upperBound
  return formatting(of: article).filter { start <= $0.range.lowerBound && $0.range.upperBound <= end }
}

/// Walks the lines and notes what is to be changed.
private struct Formatter {
  private(set) var edits: [Fix.Edit] = []
  private let article: Article
  private var state: LineState
  /// The last line that is neither blank nor a comment.
  private var above: Form?
  /// Where the comments that stand right above begin, and the line break before them.
  private var comments: (start: Int, lineBreak: String)?
  /// The blank lines right above.
  private var blanks: [Range<Int>] = []
  /// A blank line stands between `above` and here.
  private var isParted = false
  /// How the last line with words ended.
  private var lastBreak = ""

  init(_ article: Article) {
    self.article = article
    state = article.passages.first.passage?.entry.lines ?? LineState()
  }

  mutating func pass(_ line: Line, from base: Int) {
    let whole = line.extent.from(base)
    defer { state.pass(line.form) }
    if line.form == .blank {
      blanks.append(whole)
      isParted = true
      comments = nil
      return
    }
    settleBlanks(before: whole.lowerBound)
    if case .comment = line.form {
      comments = comments ?? (whole.lowerBound, lastBreak)
    } else {
      part(from: line.form, whole)
      above = line.form
      isParted = false
      comments = nil
    }
    if case .attribution(let attribution) = line.form { dash(attribution, base) }
    trimEnd(of: whole)
  }

  /// Takes out what stands below the last words, and ends them with a line break.
  mutating func end() {
    let text = article.text
    if let first = blanks.first {
      remove(max(first.lowerBound, article.byteOrderMarkEnd)..<text.count)
    } else if text.count > article.byteOrderMarkEnd, text.byte(at: text.count - 1) != 0x0A,
      text.byte(at: text.count - 1) != 0x0D
    {
      insert(article.lineBreak, at: text.count)
    }
  }

  /// Leaves one empty line of several, and none at the top.
  private mutating func settleBlanks(before offset: Int) {
    defer { blanks = [] }
    guard let first = blanks.first, let last = blanks.last else { return }
    let top = article.byteOrderMarkEnd
    if first.lowerBound <= top, !startsWithMark(at: offset) || top > 0 {
      remove(top..<last.upperBound)
      return
    }
    let content = article.text.contentRange(ofLine: article.text.line(at: first.lowerBound))
    if lastBreak == "\r", !content.isEmpty, article.text.byte(at: content.upperBound) == 0x0A {
      // Without the blanks between them the two breaks would be one.
      edits.append(Fix.Edit(first, "\r"))
    } else {
      remove(content)
    }
    remove(first.upperBound..<last.upperBound)
  }

  /// Puts an empty line between one block and the next, above the comments that belong to the next.
  private mutating func part(from form: Form, _ line: Range<Int>) {
    guard let above, !isParted, form.begins(blockAfter: above), !startsWithMark(at: line.lowerBound),
      readsTheSameAfterBlank(line)
    else { return }
    insert(comments?.lineBreak ?? lastBreak, at: comments?.start ?? line.lowerBound)
  }

  private func readsTheSameAfterBlank(_ line: Range<Int>) -> Bool {
    var parted = state
    parted.pass(.blank)
    guard parted != state else { return true }
    var unparted = state
    var cutter = PassageCutter(Text(article.text.bytes(in: line)), at: 0)
    guard let source = cutter.next() else { return false }
    return parse(source, &parted) == parse(source, &unparted)
  }

  /// A longer dash may have left room for a name that the canonical one does not.
  private mutating func dash(_ attribution: AttributionLine, _ base: Int) {
    let range = base + attribution.dash.lowerBound..<base + attribution.name.lowerBound
    let end = attribution.role?.upperBound ?? attribution.name.upperBound
    let words = article.text.string(in: range.upperBound..<base + end)
    guard article.text.string(in: range) != "-- ", words.unicodeScalars.count + 3 <= 80 else { return }
    edits.append(Fix.Edit(range, "-- "))
  }

  private mutating func trimEnd(of line: Range<Int>) {
    let bytes = article.text.bytes(in: line)
    let breakLength = bytes.suffix(2) == [0x0D, 0x0A] ? 2 : bytes.last == 0x0A || bytes.last == 0x0D ? 1 : 0
    let content = bytes.count - breakLength
    lastBreak = String(decoding: bytes[content...], as: UTF8.self)
    remove(line.lowerBound + trimBlanks(bytes, from: 0, to: content)..<line.lowerBound + content)
  }

  /// A byte order mark that is none at this place must not become one.
  private func startsWithMark(at offset: Int) -> Bool {
    offset > 0 && article.text.bytes(in: offset..<offset + 3) == [0xEF, 0xBB, 0xBF]
  }

  private mutating func remove(_ range: Range<Int>) {
    if !range.isEmpty { edits.append(Fix.Edit(range, "")) }
  }

  private mutating func insert(_ text: String, at offset: Int) {
    if !text.isEmpty { edits.append(Fix.Edit(offset..<offset, text)) }
  }
}

extension Form {
  /// True where an empty line belongs between this line and the one above.
  fileprivate func begins(blockAfter above: Form) -> Bool {
    switch self {
    case .blank, .comment, .attribution: false
    case .prose(_, let opens, _): opens
    case .quote: if case .quote = above { false } else { true }
    case .heading, .endMark: true
    case .notes: if case .notes = above { false } else { true }
    // The lines of a header stand together as they were written.
    case .date, .field, .entity, .setting: !above.isHeader
    }
  }

  private var isHeader: Bool {
    switch self {
    case .field, .entity, .setting: true
    case .date(let date): date.body == nil
    default: false
    }
  }
}
