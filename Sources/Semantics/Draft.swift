import Syntax

/// An article whose text is being edited: what it says is known again when all edits are made.
package struct Draft {
  fileprivate private(set) var article: Article
  /// What has been replaced of the text as it was last read, and how many bytes stand there now.
  private var touched: (range: Range<Int>, added: Int)?

  /// Edits with more bytes than this between them are read one after the other.
  private static let near = 1 << 10

  fileprivate init(_ article: consuming Article) { self.article = article }

  package var text: Text { article.text }

  /// Puts `bytes` in the place of `range`, UTF-8 byte offsets of the text as the edit before left it, clamped.
  package mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
    let count = article.text.count
    let low = min(max(range.lowerBound, 0), count)
    let range = low..<min(max(range.upperBound, low), count)
    if let touched, !isNear(touched, range) { readAgain() }
    article.replaceText(range, with: bytes)
    guard let (old, added) = touched else {
      touched = (range, bytes.count)
      return
    }
    let end = old.lowerBound + added
    let first = min(old.lowerBound, range.lowerBound)
    touched = (
      first..<old.upperBound + max(range.upperBound - end, 0),
      added: max(end, range.upperBound) - range.count + bytes.count - first
    )
  }

  private func isNear(_ touched: (range: Range<Int>, added: Int), _ range: Range<Int>) -> Bool {
    range.lowerBound <= touched.range.lowerBound + touched.added + Draft.near
      && range.upperBound >= touched.range.lowerBound - Draft.near
  }

  fileprivate mutating func readAgain() {
    if let touched { article.read(replaced: touched.range, added: touched.added) }
    touched = nil
  }
}

extension Article {
  /// Makes edits one after the other, and reads again what they touch.
  package mutating func edit(_ body: (inout Draft) -> Void) {
    // It is moved, so that nothing is copied.
    var draft = Draft(consume self)
    body(&draft)
    draft.readAgain()
    self = draft.article
  }

  /// Puts `bytes` in the place of `range` (UTF-8 byte offsets, clamped) and reads again what that touches.
  package mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) { edit { $0.replace(range, with: bytes) } }

  /// The article after that edit.
  package func replacing(_ range: Range<Int>, with bytes: [UInt8]) -> Article {
    var article = self
    article.replace(range, with: bytes)
    return article
  }
}
