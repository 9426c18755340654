extension RandomAccessCollection where Index == Int {
  /// The first place from which on `isFarEnough` holds, in a list whose front fails it and whose back meets it; the end
  /// where none does.
  ///
  /// By halves: every list of an article's facts is in order, and there may be a million of each.
  @inlinable
  package func partitioningIndex(where isFarEnough: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isFarEnough(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The last place where `isTooFar` fails, but never before the first: which of some lines, chunks or pages that lie end to
  /// end holds an offset.
  @inlinable
  package func lastPlace(whereNot isTooFar: (Element) -> Bool) -> Int {
    Swift.max(partitioningIndex(where: isTooFar) - 1, startIndex)
  }
}
