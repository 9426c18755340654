/// The bytes of one passage and its lines, all that a reading may depend on besides the state it is entered with.
package struct Source: Sendable {
  package struct Line: Sendable {
    /// Offsets in the passage: where the line starts, ends without its line break, and ends with it.
    package let start: Int
    package let contentEnd: Int
    package let end: Int
  }

  package let bytes: [UInt8]
  package let lines: [Line]
  /// True for the passage at the very start of the article, where a byte order mark may stand.
  package let isFirst: Bool
}

/// What is understood of one passage: a pure function of its source and of the state left by the passage before.
package protocol Reading: Sendable {
  associatedtype State: Equatable, Sendable
  associatedtype Summary: Sendable

  /// The state in which the first passage of an article is read.
  static var start: State { get }
  static func read(_ source: Source, from state: State) -> (Self, State)
  /// What article-wide facts need of some neighbouring passages, so that they need not visit each.
  static func summary(of passages: [Passage<Self>]) -> Summary
}

/// A run of lines that is read as one, cut before a line that has text and follows a blank line or one of over 100 columns.
///
/// The cut depends on two neighbouring lines only, so an edit moves no cut but those beside it.
package struct Passage<R: Reading>: Sendable {
  package let byteCount: Int
  package let lineCount: Int
  package let entry: R.State
  package let exit: R.State
  package let reading: R
}

/// Some neighbouring passages with their summary; never changed once made, so that caches may go by its identity.
package final class Page<R: Reading>: Sendable {
  package let passages: [Passage<R>]
  package let byteCount: Int
  package let lineCount: Int
  package let summary: R.Summary

  init(_ passages: [Passage<R>]) {
    self.passages = passages
    byteCount = passages.reduce(0) { $0 + $1.byteCount }
    lineCount = passages.reduce(0) { $0 + $1.lineCount }
    summary = R.summary(of: passages)
  }

  /// Enough to keep the list of pages short at 10 MB, few enough to copy at a keystroke.
  static var target: Int { 64 }

  static func split(_ passages: [Passage<R>]) -> [Page] {
    guard passages.count > 2 * target else { return passages.isEmpty ? [] : [Page(passages)] }
    return stride(from: 0, to: passages.count, by: target).map {
      Page(Array(passages[$0..<min($0 + target, passages.count)]))
    }
  }
}
