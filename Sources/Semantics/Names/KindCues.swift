import Syntax

extension NameReader {
  /// Adds a part to the sightings with what speaks for each kind.
  mutating func add(_ part: NamePart, _ traits: Sighting.Traits = []) {
    var part = part
    while part.range.count > 1, !isNameWord(part.range.upperBound - 1) {
      part.range = part.range.lowerBound..<part.range.upperBound - 1
    }
    guard let first = part.range.first, let last = part.range.last, isWorthy(part) else { return }
    fold(part.range)
    if part.range.count > 1, part.known.isEmpty {
      part.known = WordBook.known.classes(of: folded.span, WordClasses.knownLetter)
        .union(WordBook.towns.classes(of: folded.span, WordClasses.knownLetter))
    } else if part.range.count == 1 {
      part.known = classes[first].intersection([.knownOrg, .knownPlace, .knownEvent, .town, .bigTown])
    }
    var traits = traits
    if words[last].isPossessive { traits.insert(.possessive) }
    if part.isTitled { traits.insert(.titled) }
    let firstWord = sightings.words.count
    for index in part.range {
      let word = words[index]
      sightings.words.append(
        NameWord(start: word.start, end: word.end, key: word.key, traits: word.traits, classes: classes[index]))
    }
    sightings.all.append(
      Sighting(
        extent: Extent(Int(words[first].start), Int(words[last].end)), role: Extent(0, 0), setting: setting,
        traits: traits, votes: votes(for: part), firstWord: UInt32(clamping: firstWord),
        wordCount: UInt8(clamping: part.range.count)))
  }

  /// False for a single word that names no one.
  private func isWorthy(_ part: NamePart) -> Bool {
    guard part.range.count == 1, let index = part.range.first else { return true }
    let classes = classes[index]
    if !classes.isDisjoint(with: [.never, .nationality]), classes.isDisjoint(with: [.knownOrg, .knownPlace]) {
      return false
    }
    if classes.contains(.title), !part.isTitled { return false }
    if words[index].extent.count == 1 { return false }
    if classes.contains(.common), !classes.isDisjoint(with: [.orgHead, .placeHead]),
      classes.isDisjoint(with: [.knownOrg, .knownPlace])
    {
      return false
    }
    return true
  }

  /// Person, organisation, place, event.
  private func votes(for part: NamePart) -> SIMD4<Int8> {
    var votes = ownVotes(part)
    votes &+= neighbourVotes(part)
    return votes
  }

  /// What the words of the name themselves say.
  private func ownVotes(_ part: NamePart) -> SIMD4<Int8> {
    var votes = SIMD4<Int8>.zero
    let range = part.range
    let first = range.lowerBound
    let last = range.upperBound - 1
    let all = range.map { classes[$0] }
    if part.known.contains(.knownOrg) { votes[1] += 10 }
    if part.known.contains(.knownPlace) { votes[2] += 12 }
    if part.known.contains(.knownEvent) { votes[3] += 10 }
    if part.known.contains(.town) {
      votes[2] += range.count > 1 ? 8 : classes[first].contains(.givenName) ? 2 : part.known.contains(.bigTown) ? 8 : 5
    }
    if range.count == 1 {
      if words[first].traits.contains(.allCapitals), words[first].extent.count <= 6 { votes[1] += 4 }
      if classes[first].contains(.givenName), !classes[first].contains(.common) { votes[0] += 2 }
      if classes[first].contains(.familyName) { votes[0] += 3 }
      return votes
    }
    if classes[last].contains(.orgHead)
      || classes[first].contains(.orgOpener) && range.contains(where: { words[$0].is("of") || words[$0].is("for") })
    {
      votes[1] += 8
    } else if classes[last].contains(.placeHead)
      || classes[first].contains(.placeOpener) && !classes[first].contains(.givenName)
    {
      votes[2] += 7
    } else if classes[last].contains(.eventHead) {
      votes[3] += 6
    } else if all.contains(where: { $0.contains(.orgHead) && $0.contains(.common) }) {
      votes[1] += 4
    }
    if range.contains(where: { words[$0].is("&") }) { votes[1] += 6 }
    let hasHead = !all.allSatisfy { $0.isDisjoint(with: [.orgHead, .placeHead, .eventHead]) }
    if range.count <= 5, !hasHead {
      if classes[first].contains(.givenName) {
        votes[0] += classes[last].contains(.common) && !classes[last].contains(.familyName) ? 3 : 6
      }
      if classes[last].contains(.familyName) || classes[first].contains(.familyName) && range.count <= 3 {
        votes[0] += 3
      }
      if range.contains(where: { words[$0].traits.contains(.dotted) && words[$0].extent.count == 2 }) { votes[0] += 4 }
      if range.dropFirst().contains(where: { isParticle($0) }) { votes[0] += 3 }
      let common = all.count { $0.contains(.common) }
      if common == 0, range.count <= 3 { votes[0] += 2 } else if common == all.count { votes[1] += 2 }
    }
    if words[last].is("jr") || words[last].is("sr") { votes[0] += 6 }
    return votes
  }

  /// What stands before and behind it.
  private func neighbourVotes(_ part: NamePart) -> SIMD4<Int8> {
    var votes = SIMD4<Int8>.zero
    let range = part.range
    if part.isHonoured { votes[0] += 9 } else if part.isTitled { votes[0] += 7 }
    if range.upperBound < words.count, !words[range.upperBound - 1].isPossessive {
      let next = words[range.upperBound]
      let classes = classes[range.upperBound]
      if classes.contains(.speech), !next.isCapitalised { votes[0] += 3 }
      if next.is("who") { votes[0] += 5 }
      if classes.contains(.role), !next.isCapitalised {
        votes[1] += 2
        votes[0] -= 2
      }
      if next.is(","), range.upperBound + 1 < words.count {
        let after = words[range.upperBound + 1]
        if after.traits.contains(.digit), after.extent.count == 2 { votes[0] += 6 }
        if after.is("who") { votes[0] += 6 }
      }
    }
    if range.lowerBound > 0 {
      let before = words[range.lowerBound - 1]
      let classes = classes[range.lowerBound - 1]
      if classes.contains(.role), !before.isCapitalised, !before.isPossessive { votes[0] += 6 }
      if classes.contains(.speech), !before.isCapitalised { votes[0] += 2 }
      if before.is("in") || before.is("near") || before.is("across") || before.is("outside") || before.is("inside")
        || before.is("throughout")
      {
        votes[2] += 4
      }
      if before.is("at") {
        votes[2] += 1
        votes[1] += 1
      }
      if before.is("from") || before.is("to") { votes[2] += 1 }
      if before.is("the") { votes[0] -= 4 }
      if classes.contains(.orgNoun), !before.isCapitalised { votes[1] += 3 }
      if classes.contains(.placeNoun), !before.isCapitalised { votes[2] += 3 }
    }
    return votes
  }
}
