/// A stretch of one passage as UTF-8 byte offsets from the passage's start; half the size of a `Range<Int>`, as facts are many.
package struct Extent: Equatable, Hashable, Sendable {
  package let start: UInt32
  package let end: UInt32

  /// Bounds outside 0…4 GiB are clamped, and an end before the start gives an empty extent.
  package init(_ start: Int, _ end: Int) {
    self.start = UInt32(clamping: start)
    self.end = Swift.max(self.start, UInt32(clamping: end))
  }

  /// The same stretch as array indices.
  package var range: Range<Int> { Int(start)..<Int(end) }
  package var lowerBound: Int { Int(start) }
  package var upperBound: Int { Int(end) }
  package var count: Int { Int(end - start) }
  package var isEmpty: Bool { start == end }

  /// The stretch counted from the article's start, where its passage starts at `base`.
  package func from(_ base: Int) -> Range<Int> { base + lowerBound..<base + upperBound }
}
