import Syntax

extension Cast {
  /// What has become of the cast of an earlier text.
  enum Following: Equatable {
    /// It is another, and this one as it was.
    case lost
    /// Names have moved; the first figure, by its old number, has gone, and then the second has come.
    case moved(gone: Int?, come: Int?)
  }

  /// Follows a change to no line of the header that names the same in the same order, but for one loner that comes or goes.
  ///
  /// A cast is made of the declarations and of the sightings of all passages one after the other. Those of the passages
  /// that stand are as they were, and the prints of the others tell whether they are.
  mutating func follow(_ change: Change, in article: Article) -> Following {
    guard !change.new.contains(where: { unsighted.mayStand(in: $0.passage, at: $0.start, of: article) }),
      let old = placedSightings(of: change.old, { passage, _ in passage.closeReading.made }),
      let new = placedSightings(of: change.new, { article.closeReading(of: $0, at: $1) })
    else { return .lost }
    let (head, tail) = sameEnds(of: old.count, and: new.count) { old[$0].print == new[$1].print }
    let (gone, come) = (old[head..<old.count - tail], new[head..<new.count - tail])
    if !gone.isEmpty || !come.isEmpty {
      guard gone.count <= 1, come.count <= 1, mayPass(gone.first, come.first, behind: new[..<head]) else {
        return .lost
      }
    }
    let first = mentions.partitioningIndex { $0.range.lowerBound >= change.oldRange.lowerBound }
    let end = mentions.partitioningIndex { $0.range.lowerBound >= change.oldRange.upperBound }
    var distances: [Int] = []
    /// The mention of what has gone.
    var leaver: Int?
    /// What is named next.
    var follower: Sighting?
    var next = 0
    for (index, mention) in zip(first..., mentions[first..<max(first, end)]) {
      let range = mention.range
      while next < old.count, old[next].range.upperBound < range.upperBound { next += 1 }
      // A mention is a sighting or a part of one, or it was found although it does not look like a name.
      guard next < old.count, old[next].range.lowerBound <= range.lowerBound else { return .lost }
      if gone.indices.contains(next) { leaver = index }
      if next >= head + gone.count { follower = follower ?? old[next].sighting }
      let moved = next < head ? next : max(next - gone.count, head) + come.count
      distances.append(leaver == index ? 0 : new[moved].range.lowerBound - old[next].range.lowerBound)
    }
    let comer = come.first { $0.isBorneOut }
    if let leaver, !isAlone(mentions[leaver], gone.first?.range) { return .lost }
    if gone.contains(where: { $0.isBorneOut != (leaver != nil) }) { return .lost }
    if (leaver == nil) != (comer == nil) {
      let behind = end < mentions.count ? article.sighting(at: mentions[end].range.lowerBound + change.shift) : nil
      // It may be short for what is named before it.
      if (follower ?? behind)?.traits.contains(.bracketed) == true { return .lost }
    }
    for (index, distance) in zip(first..., distances) { mentions[index].move(by: distance) }
    let shift = change.shift
    if shift != 0 { for index in first + distances.count..<mentions.count { mentions[index].move(by: shift) } }
    unsighted.keep(article.passages.pages)
    // Of one that goes there was one, and of one that comes there was none.
    if let key = gone.first?.nameKey { sightingCounts[key] = nil }
    if let key = come.first?.nameKey { sightingCounts[key] = 1 }
    if let leaver, let comer {
      let number = exchangeLoner(leaver, for: comer, in: article)
      return .moved(gone: number, come: number)
    }
    return .moved(gone: leaver.map { removeLoner($0) }, come: comer.map { insertLoner($0, in: article) })
  }

  /// True where what comes and what goes are loners: names of one word that stand once in the article, and for themselves.
  ///
  /// Such a one has no say in who the others are, and they have none in who it is.
  private func mayPass(
    _ gone: PlacedSighting?, _ come: PlacedSighting?, behind others: ArraySlice<PlacedSighting>
  ) -> Bool {
    if let come, others.contains(where: { $0.range.upperBound > come.range.lowerBound }) { return false }
    let isSame = gone?.nameKey == come?.nameKey
    for (sighting, count) in [(gone, 1), (come, isSame ? 1 : 0)] {
      guard let sighting else { continue }
      guard let word = sighting.onlyWord, !taken.contains(word.key),
        sightingCounts[sighting.nameKey, default: 0] == count
      else { return false }
    }
    return true
  }

  /// True for the only mention of a figure that nobody declared.
  private func isAlone(_ mention: Mention, _ range: Range<Int>?) -> Bool {
    let figure = figures[mention.figure]
    return mention.range == range && figure.declared == nil && figure.mentions.count == 1
  }
}

extension Article {
  /// The sighting that a mention which begins there is of.
  fileprivate func sighting(at offset: Int) -> Sighting? {
    let place = passages.place(at: offset)
    return closeReading(at: place)?.names.first { $0.extent.from(place.start).contains(offset) }
  }
}
