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
  var lineBreak: String { article.lineBreak }

  var headerEnd: Int { article.headerEnd(header) }

  func removal(ofLine line: Range<Int>) -> Range<Int> { article.removal(ofLine: line) }
}

/// True where the line would be a field or a declaration at the top of an article.
func isHeaderLine(_ line: String) -> Bool {
  let header = Article(line).header
  return header.fields.count + header.declarations.count == 1
}
