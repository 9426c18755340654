import Semantics
import Syntax

/// The lines of a passage that holds header material, each with whether the header zone is open above it.
func zoneLines(of copy: Copy, from entry: LineState) -> [(line: Line, headerIsOpen: Bool)] {
  guard copy.isLandmark else { return [] }
  var isOpen = entry.headerIsOpen
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

extension PassageProof {
  /// The line break that the first line of this passage uses.
  var lineBreak: String {
    guard let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), bytes[end] == 0x0D else { return "\n" }
    return end + 1 < bytes.count && bytes[end + 1] == 0x0A ? "\r\n" : "\r"
  }
}

extension ArticleProof {
  var lineBreak: String { article.lineBreak }

  var headerEnd: Int { article.headerEnd(header) }

  func removal(ofLine line: Range<Int>) -> Range<Int> { article.removal(ofLine: line) }
}

/// True where the line would be a field or a declaration at the top of an article.
func isHeaderLine(_ line: String) -> Bool {
  let header = Article(line).header
  return header.fields.count + header.declarations.count == 1
}
