import Syntax

extension Cast {
  /// Follows a change to no line of the header that names the same in the same order, so that names only move; false, and as it was, where the
  /// names are others.
  ///
  /// A cast is made of the declarations and of the sightings of all passages one after the other. Those of the passages
  /// that stand are as they were, and `namesPrint` tells of the others.
  mutating func follow(_ change: Change, in article: Article) -> Bool {
    guard !change.new.contains(where: { unsighted.mayStand(in: $0.passage, at: $0.start, of: article) }),
      let paths = paths(change, in: article)
    else { return false }
    let first = mentions.partitioningIndex { $0.range.lowerBound >= change.oldRange.lowerBound }
    let end = mentions.partitioningIndex { $0.range.lowerBound >= change.oldRange.upperBound }
    var distances: [Int] = []
    var path = 0
    for mention in mentions[first..<max(first, end)] {
      let range = mention.range
      while path < paths.count, paths[path].old.upperBound < range.upperBound { path += 1 }
      // A mention is a sighting or a part of one, or it was found although it does not look like a name.
      guard path < paths.count, paths[path].old.lowerBound <= range.lowerBound else { return false }
      distances.append(paths[path].distance)
    }
    for (index, distance) in zip(first..., distances) { mentions[index].move(by: distance) }
    let shift = change.shift
    if shift != 0 { for index in first + distances.count..<mentions.count { mentions[index].move(by: shift) } }
    unsighted.keep(article.passages.pages)
    return true
  }

  /// Where each sighting of the passages that went stood, and how far it has moved; nil where those that came are others.
  private func paths(_ change: Change, in article: Article) -> [(old: Range<Int>, distance: Int)]? {
    var paths: [(old: Range<Int>, distance: Int)] = []
    var new = change.new[...]
    for (passage, start) in change.old {
      guard let old = passage.closeReading.made else { return nil }
      if old.namesPrint == 0 { continue }
      var other: (reading: CloseReading, start: Int)?
      while other == nil, let (passage, start) = new.popFirst() {
        let reading = article.closeReading(of: passage, at: start)
        if reading.namesPrint != 0 { other = (reading, start) }
      }
      guard let other, other.reading.namesPrint == old.namesPrint else { return nil }
      for (sighting, moved) in zip(old.names.all, other.reading.names.all) {
        let range = sighting.extent.from(start)
        paths.append((range, other.start + moved.extent.lowerBound - range.lowerBound))
      }
    }
    while let (passage, start) = new.popFirst() {
      if article.closeReading(of: passage, at: start).namesPrint != 0 { return nil }
    }
    return paths
  }
}
