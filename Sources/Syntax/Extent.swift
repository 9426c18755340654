/// A stretch of one passage as UTF-8 byte offsets from the passage's start; half the size of a `Range<Int>`, as facts are many.
///
/// Inlinable, since every module reads extents byte by byte and a call across modules costs ten times the work.
@usableFromInline
package struct Extent: Equatable, Hashable, Sendable {
  @usableFromInline package let start: UInt32
  @usableFromInline package let end: UInt32

  /// Bounds outside 0…4 GiB are clamped, and an end before the start gives an empty extent.
  @inlinable package init(_ start: Int, _ end: Int) {
    self.start = UInt32(clamping: start)
    self.end = Swift.max(self.start, UInt32(clamping: end))
  }

  /// The same stretch as array indices.
  @inlinable package var range: Range<Int> { Int(start)..<Int(end) }
  @inlinable package var lowerBound: Int { Int(start) }
  @inlinable package var upperBound: Int { Int(end) }
  @inlinable package var count: Int { Int(end - start) }
  @inlinable package var isEmpty: Bool { start == end }

  /// The stretch counted from the article's start, where its passage starts at `base`.
  @inlinable package func from(_ base: Int) -> Range<Int> { base + lowerBound..<base + upperBound }
}
