import Syntax

/// A drawing taken apart into the text it draws and the place of its cursor.
package struct Drawn {
  package let source: String
  /// UTF-8 byte offset of the character above `↑`.
  package let cursor: Int?

  package init(_ drawing: String) {
    var lines: [String] = []
    var cursor: Int?
    for line in drawing.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      switch line.first(where: { $0 != " " && $0 != "\t" }) {
      case "▔": break
      case "↑":
        let before = lines.dropLast().reduce(0) { $0 + $1.utf8.count + 1 }
        cursor = before + Drawn.offset(under: line.prefix { $0 != "↑" }, in: lines.last ?? "")
      default: lines.append(line)
      }
    }
    source = lines.joined(separator: "\n")
    self.cursor = cursor
  }

  /// The byte of `line` that stands above the end of the padding.
  private static func offset(under padding: Substring, in line: String) -> Int {
    let column = columnWidth(String(padding))
    var reached = 0
    var offset = 0
    for character in line {
      if reached >= column { break }
      reached += columnWidth(String(character))
      offset += character.utf8.count
    }
    return offset
  }
}
