import Semantics
import Syntax

/// Stands on one line of an article and walks from line to line, over the edges of passages.
struct LineCursor {
  private let article: Article
  private(set) var place: Article.Place
  private var index: Int

  /// The line that holds `offset`; the last one for the end of the article.
  init(at offset: Int, in article: Article) {
    self.article = article
    place = article.passages.place(at: offset)
    let start = place.start
    index = place.passage?.copy.lines.lastIndex { start + $0.extent.lowerBound <= offset } ?? 0
  }

  /// Nil in an article without lines.
  var line: Line? {
    guard let lines = place.passage?.copy.lines, lines.indices.contains(index) else { return nil }
    return lines[index]
  }

  /// The bytes of the line in the article.
  var range: Range<Int>? { line?.extent.from(place.start) }

  /// The line before of the same block, comments left out; nil where the block begins.
  func previous(_ kind: Line.BlockKind) -> LineCursor? {
    var cursor = self
    while cursor.stepBack() {
      guard let line = cursor.line, !line.isComment else { continue }
      return line.blockKind == kind && !line.endsBlock ? cursor : nil
    }
    return nil
  }

  /// The line after of the same block, comments left out; nil where the block ends.
  func next(_ kind: Line.BlockKind) -> LineCursor? {
    guard line?.endsBlock == false else { return nil }
    var cursor = self
    while cursor.stepForward() {
      guard let line = cursor.line, !line.isComment else { continue }
      return line.blockKind == kind ? cursor : nil
    }
    return nil
  }

  private mutating func stepForward() -> Bool {
    index += 1
    if line != nil { return true }
    place = article.passages.place(after: place)
    index = 0
    return place.passage != nil
  }

  private mutating func stepBack() -> Bool {
    if index > 0 {
      index -= 1
      return true
    }
    guard let before = article.passages.place(before: place), let passage = before.passage else { return false }
    place = before
    index = passage.copy.lines.count - 1
    return index >= 0
  }
}

extension Line {
  /// Blocks of several lines.
  enum BlockKind { case paragraph, quotation }

  /// Nil for a line that is a block by itself, or none.
  var blockKind: BlockKind? {
    switch form {
    case .prose: .paragraph
    case .date(let date): date.body == nil ? nil : .paragraph
    case .quote, .attribution: .quotation
    default: nil
    }
  }

  /// The first line of a paragraph says that it is.
  var opensBlock: Bool {
    switch form {
    case .prose(_, let opens, _): opens
    case .quote, .attribution: false
    default: true
    }
  }

  fileprivate var endsBlock: Bool { if case .attribution = form { true } else { false } }

  fileprivate var isComment: Bool { if case .comment = form { true } else { false } }
}
