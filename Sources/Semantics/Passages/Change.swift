import Syntax

/// Where two texts of one article differ: the passages that went and those that came; all others stand in both.
///
/// Passages and pages are never changed once made, so those that are the same objects say the same.
struct Change {
  /// Passages, each with the byte offset at which it starts in its text.
  typealias Placed = (passage: Passage, start: Int)

  let old: [Placed]
  let new: [Placed]
  /// The bytes that they take in their texts.
  let oldRange: Range<Int>
  let newRange: Range<Int>
  /// The numbers of the new ones.
  let numbers: Range<Int>

  /// How far everything behind has moved.
  var shift: Int { newRange.upperBound - oldRange.upperBound }

  init(from old: [Page], to passages: Passages) {
    let new = passages.pages
    let (head, tail) = sameEnds(of: old.count, and: new.count) { old[$0] === new[$1] }
    var went = old[head..<old.count - tail].flatMap(\.passages)[...]
    var came = new[head..<new.count - tail].flatMap(\.passages)[...]
    var start = passages.byteStarts[head]
    var number = passages.passageStarts[head]
    while let first = went.first, first === came.first {
      start += first.byteCount
      number += 1
      went.removeFirst()
      came.removeFirst()
    }
    while let last = went.last, last === came.last {
      went.removeLast()
      came.removeLast()
    }
    self.old = Change.placed(went, from: start)
    self.new = Change.placed(came, from: start)
    oldRange = start..<start + went.reduce(0) { $0 + $1.byteCount }
    newRange = start..<start + came.reduce(0) { $0 + $1.byteCount }
    numbers = number..<number + came.count
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
