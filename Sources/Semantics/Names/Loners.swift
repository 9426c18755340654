import Syntax

/// A sighting where it stands in the article.
struct PlacedSighting {
  let sighting: Sighting
  let range: Range<Int>
  /// One number for all that a cast is made of, but for where in the passage it stands.
  let print: UInt64
  fileprivate let reading: CloseReading

  /// The only word of a name that is told by this sighting alone.
  var onlyWord: NameWord? {
    let words = reading.names.words(of: sighting).list
    return words.count == 1 && sighting.traits.isDisjoint(with: [.hasFallback, .bracketed, .speltOut])
      ? words.first : nil
  }

  /// The joint number of its words.
  var nameKey: UInt64 { joint(reading.names.words(of: sighting)) }

  /// True for a loner that is a name: no other name bears it out.
  var isBorneOut: Bool { !sighting.traits.contains(.needsProof) }
}

/// The sightings of some passages; nil where one was not read closely.
func placedSightings(
  of passages: [Change.Placed], _ reading: (Passage, Int) -> CloseReading?
) -> [PlacedSighting]? {
  var found: [PlacedSighting] = []
  for (passage, start) in passages {
    guard let reading = reading(passage, start) else { return nil }
    var last = Extent(0, 0)
    for sighting in reading.names {
      let extent = sighting.extent
      let overlap = extent.start < last.end ? extent.start &- last.start &+ 1 : 0
      found.append(
        PlacedSighting(
          sighting: sighting, range: extent.from(start), print: reading.names.print(of: sighting, overlap: overlap),
          reading: reading))
      if extent.end > last.end { last = extent }
    }
  }
  return found
}

extension Cast {
  /// Takes away a mention with its figure, which has no other; answers the figure's number.
  mutating func removeLoner(_ place: Int) -> Int {
    let number = mentions.remove(at: place).figure
    figures.remove(at: number)
    renumber(mentionsFrom: place, figuresFrom: number, by: -1)
    return number
  }

  /// Puts in what is named once; answers its number.
  mutating func insertLoner(_ placed: PlacedSighting, in article: Article) -> Int {
    let place = mentions.partitioningIndex { $0.range.lowerBound >= placed.range.lowerBound }
    let number = figures.partitioningIndex { $0.mentions.first.map(Int.init) ?? .max >= place }
    renumber(mentionsFrom: place, figuresFrom: number, by: 1)
    let (mention, figure) = loner(placed, place, number, in: article)
    mentions.insert(mention, at: place)
    figures.insert(figure, at: number)
    return number
  }

  /// Puts what is named once in the place of another such mention and figure; answers its number.
  mutating func exchangeLoner(_ place: Int, for placed: PlacedSighting, in article: Article) -> Int {
    let number = mentions[place].figure
    (mentions[place], figures[number]) = loner(placed, place, number, in: article)
    forgetLookup()
    return number
  }

  private func loner(
    _ placed: PlacedSighting, _ place: Int, _ number: Int, in article: Article
  ) -> (Mention, Figure) {
    let sighting = placed.sighting
    let votes = SIMD4<Int>(truncatingIfNeeded: sighting.votes)
    let role = sighting.role.isEmpty ? nil : sighting.role.from(placed.range.lowerBound - sighting.extent.lowerBound)
    return (
      Mention(
        range: placed.range, figure: number, form: .full, setting: sighting.setting,
        isPossessive: sighting.traits.contains(.possessive), isQuoted: sighting.traits.contains(.quoted)),
      Figure(
        number: number, name: article.name(in: placed.range),
        kind: Casting.kind(votes, placed.onlyWord.map { [$0] } ?? []), role: role.map(article.name), otherNames: [],
        declared: nil, mentions: [UInt32(clamping: place)], firstFullMention: place)
    )
  }

  private mutating func renumber(mentionsFrom place: Int, figuresFrom number: Int, by distance: Int) {
    for index in mentions.indices where mentions[index].figure >= number {
      mentions[index].renumber(mentions[index].figure + distance)
    }
    for index in figures.indices {
      figures[index].renumber(mentionsFrom: place, by: distance, figuresFrom: number)
    }
    forgetLookup()
  }
}
