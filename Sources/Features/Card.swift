/// What a hover shows, written once and rendered as Markdown or as plain text.
package struct Card: Equatable, Sendable {
  package enum Line: Equatable, Sendable {
    case text(String)
    /// A label and what it says.
    case fact(String, String)
    /// Words of the article, shown as such.
    case words(String)
  }

  /// What the card is about, as UTF-8 byte offsets in the article.
  package let range: Range<Int>
  /// The first line: what it is called, and what kind of thing it is.
  package let title: String
  package let kind: String
  package var lines: [Line]

  package init(range: Range<Int>, title: String, kind: String, lines: [Line]) {
    self.range = range
    self.title = title
    self.kind = kind
    self.lines = lines
  }

  /// For clients that render Markdown; what comes from the article cannot break out of its place.
  package var markdown: String {
    let body = lines.map { line in
      switch line {
      case .text(let text): escaped(text)
      case .fact(let label, let value): "\(escaped(label)): \(escaped(value))"
      case .words(let words): "> \(escaped(words))"
      }
    }
    return (["**\(escaped(title))** — \(escaped(kind))"] + body).joined(separator: "\n\n")
  }

  /// The same for clients that show what they are given.
  package var plain: String {
    let body = lines.map { line in
      switch line {
      case .text(let text), .words(let text): text
      case .fact(let label, let value): "\(label): \(value)"
      }
    }
    return (["\(title) — \(kind)"] + body).joined(separator: "\n")
  }
}

private func escaped(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n", "\r": result += " "
    case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&":
      result += "\\"
      result.unicodeScalars.append(scalar)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
