import Semantics
import Syntax

extension PassageProof {
  /// The lines of a passage that holds header material, each with whether the header zone is open above it.
  var zoneLines: [(line: Line, headerIsOpen: Bool)] {
    guard copy.isLandmark else { return [] }
    var isOpen = entry.lines.headerIsOpen
    return copy.lines.map { line in
      defer {
        switch line.form {
        case .blank, .comment, .field, .entity, .setting: break
        case .date(let date): isOpen = date.body == nil
        default: isOpen = false
        }
      }
      return (line, isOpen)
    }
  }

  /// The line break that this passage uses.
  var lineBreak: String { bytes.contains(0x0D) ? "\r\n" : "\n" }
}

extension ArticleProof {
  /// The line break that the article's first line uses.
  var lineBreak: String {
    let line = text.lineRange(0)
    return text.bytes(in: line).contains(0x0D) ? "\r\n" : "\n"
  }

  /// Where a new line of the document's header goes: above the first date line, else at the top.
  var headerEnd: Int {
    if let first = header.entries.first,
      header.fields.allSatisfy({ $0.entry != nil || $0.line.lowerBound < first.line.lowerBound })
    {
      return afterMark(first.line.lowerBound)
    }
    return header.fields.last { $0.entry == nil }?.line.upperBound ?? afterMark(0)
  }

  /// Past a byte order mark, which must stay first.
  private func afterMark(_ offset: Int) -> Int {
    offset == 0 && text.bytes(in: 0..<3) == [0xEF, 0xBB, 0xBF] ? 3 : offset
  }

  /// The line that starts at `line`, and with it the blank line below where one stands above too, so that none is left over.
  func removal(ofLine line: Range<Int>) -> Range<Int> {
    let number = text.line(at: line.lowerBound)
    func isBlank(_ line: Int) -> Bool {
      text.bytes(in: text.contentRange(ofLine: line)).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
    guard line.upperBound < text.count, isBlank(number + 1), number == 0 || isBlank(number - 1) else { return line }
    return line.lowerBound..<text.lineRange(number + 1).upperBound
  }
}

/// True where the line would be a field or a declaration at the top of an article.
func isHeaderLine(_ line: String) -> Bool {
  let header = Article(line).header
  return header.fields.count + header.declarations.count == 1
}
