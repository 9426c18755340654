import Syntax

/// One passage of an article with what it says; positions come from its place among the others.
package struct Passage: Sendable {
  package let byteCount: Int
  package let lineCount: Int
  package let entry: CopyState
  package let exit: CopyState
  package let copy: Copy

  init(_ cut: PassageCut, of text: Text, from entry: CopyState) {
    var state = entry
    copy = Copy(cut.source(in: text), &state)
    byteCount = cut.end - cut.start
    lineCount = cut.lines.count
    self.entry = entry
    exit = state
  }
}

/// Some neighbouring passages with their summary; never changed once made, so that caches may go by its identity.
package final class Page: Sendable {
  package let passages: [Passage]
  package let byteCount: Int
  package let lineCount: Int
  package let summary: CopySummary

  init(_ passages: [Passage]) {
    self.passages = passages
    byteCount = passages.reduce(0) { $0 + $1.byteCount }
    lineCount = passages.reduce(0) { $0 + $1.lineCount }
    summary = CopySummary(passages)
  }

  /// Enough to keep the list of pages short at 10 MB, few enough to copy at a keystroke.
  static let target = 64

  static func split(_ passages: [Passage]) -> [Page] {
    guard passages.count > 2 * target else { return passages.isEmpty ? [] : [Page(passages)] }
    return stride(from: 0, to: passages.count, by: target).map {
      Page(Array(passages[$0..<min($0 + target, passages.count)]))
    }
  }
}
