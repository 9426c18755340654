import Syntax

/// Where two texts of one article differ: the passages that went and those that came; all others stand in both.
///
/// Passages and pages are never changed once made, so those that are the same objects say the same.
package struct Change {
  /// Passages, each with the byte offset at which it starts in its text.
  typealias Placed = (passage: Passage, start: Int)

  let old: [Placed]
  let new: [Placed]
  /// The bytes that they take in their texts.
  package let oldRange: Range<Int>
  package let newRange: Range<Int>
  /// The numbers of the new ones.
  let numbers: Range<Int>
  /// How many lines further down everything behind stands.
  package let lineShift: Int

  /// How far everything behind has moved.
  package var shift: Int { newRange.upperBound - oldRange.upperBound }

  package init(from old: [Page], to passages: Passages) {
    let new = passages.pages
    let (head, tail) = sameEnds(of: old.count, and: new.count) { old[$0] === new[$1] }
    let went = Change.passages(of: old[head..<old.count - tail])
    let came = Change.passages(of: new[head..<new.count - tail])
    let (front, back) = sameEnds(of: went.count, and: came.count) { went[$0] === came[$1] }
    let start = went[..<front].reduce(passages.byteStarts[head]) { $0 + $1.byteCount }
    self.old = Change.placed(went[front..<went.count - back], from: start)
    self.new = Change.placed(came[front..<came.count - back], from: start)
    oldRange = start..<self.old.reduce(start) { $0 + $1.passage.byteCount }
    newRange = start..<self.new.reduce(start) { $0 + $1.passage.byteCount }
    let number = passages.passageStarts[head] + front
    numbers = number..<number + self.new.count
    lineShift = self.new.reduce(0) { $0 + $1.passage.lineCount } - self.old.reduce(0) { $0 + $1.passage.lineCount }
  }

  /// True where a line of one of those kinds went or came.
  func touches(_ kinds: Landmarks) -> Bool {
    (old + new).contains { !$0.passage.copy.landmarks.isDisjoint(with: kinds) }
  }

  private static func passages(of pages: ArraySlice<Page>) -> [Passage] {
    if let only = pages.first, pages.count == 1 { return only.passages }
    return pages.flatMap(\.passages)
  }

  private static func placed(_ passages: ArraySlice<Passage>, from start: Int) -> [Placed] {
    var start = start
    return passages.map { passage in
      defer { start += passage.byteCount }
      return (passage, start)
    }
  }
}

/// How many of two lists' members are the same at the front and, of the others, at the back: what an edit left standing.
///
/// The lists are told by their lengths, and `isSame` is asked with a place in each.
@inlinable
package func sameEnds(of old: Int, and new: Int, where isSame: (Int, Int) -> Bool) -> (head: Int, tail: Int) {
  let most = min(old, new)
  var head = 0
  while head < most, isSame(head, head) { head += 1 }
  var tail = 0
  while tail < most - head, isSame(old - 1 - tail, new - 1 - tail) { tail += 1 }
  return (head, tail)
}
