import Syntax

/// Turns the sightings of all passages into a cast, in steps that each go once over the facts.
struct Casting {
  let article: Article
  let shared: [Declaration]
  var seen: [Seen] = []
  var names: [Name] = []
  var parts: [Part] = []
  var nameOfKey: [UInt64: Int] = [:]

  /// A sighting with its place in the article.
  struct Seen {
    let range: Range<Int>
    let sighting: Sighting
    let name: Int
  }

  /// All sightings of the same words.
  struct Name {
    let words: [NameWord]
    /// Where the words stand first.
    let range: Range<Int>
    var votes = SIMD4<Int>.zero
    /// Sightings that need no proof, and all.
    var sure = 0
    var titled = 0
    var bracketed: Int?
    var figure: Int?
    /// Other figures that the same short name may stand for; the one named last before it is meant.
    var rivals: [Int] = []
    var form = Mention.Form.full
    var kind = Figure.Kind.unknown
  }

  /// A figure in the making.
  struct Part {
    /// The longest name, as declared or as first written.
    var name: String
    /// Its longest name, of `names`.
    var longest: Int
    var votes = SIMD4<Int>.zero
    var kind: Figure.Kind
    var role: String?
    var otherNames: [String]
    var declared: Figure.Origin?
    var mentions: [Int] = []
  }

  init(_ article: Article, shared: [Declaration]) {
    self.article = article
    self.shared = shared
  }

  mutating func cast() -> Cast {
    declare()
    gather()
    drop()
    judge()
    link()
    settle()
    return finished()
  }

  /// Collects the sightings and sums up what speaks for each name.
  private mutating func gather() {
    for place in article.places {
      guard let copy = place.passage?.copy else { continue }
      for sighting in copy.names.all {
        let range = sighting.extent.from(place.start)
        let name = intern(copy.names.words[sighting.words], at: range)
        seen.append(Seen(range: range, sighting: sighting, name: name))
      }
    }
  }

  mutating func intern(_ words: ArraySlice<NameWord>, at range: Range<Int>) -> Int {
    let key = joint(words)
    if let name = nameOfKey[key] { return name }
    names.append(Name(words: Array(words), range: range))
    nameOfKey[key] = names.count - 1
    return names.count - 1
  }

  /// Drops what needs proof and has none, and counts the rest.
  private mutating func drop() {
    var borne: Set<UInt64> = []
    for sight in seen where !sight.sighting.traits.contains(.needsProof) {
      names[sight.name].sure += 1
      let words = names[sight.name].words
      guard names[sight.name].sure == 1, words.count > 1, sight.sighting.setting != .notes else { continue }
      if let last = words.last(where: { !$0.isSuffix }) {
        let votes = sight.sighting.votes
        let isPerson = votes[0] > votes[1] && votes[0] > votes[2]
        if isPerson || last.classes.contains(.orgHead) { borne.insert(last.key) }
        if words.count == 3, words[0].classes.contains(.orgHead), words[1].classes.contains(.connector) {
          borne.insert(words[0].key)
        }
        if isPerson, words[0].classes.contains(.familyName) || last.traits.contains(.pair) {
          borne.insert(words[words.count > 2 && last.traits.contains(.pair) ? words.count - 2 : 0].key)
        }
      }
    }
    var kept: [Seen] = []
    kept.reserveCapacity(seen.count)
    var index = 0
    while index < seen.count {
      let sight = seen[index]
      index += 1
      let traits = sight.sighting.traits
      let name = names[sight.name]
      if traits.contains(.needsProof), name.sure == 0, name.figure == nil,
        name.words.count > 1 || !borne.contains(name.words[0].key)
      {
        continue
      }
      if traits.contains(.hasFallback) {
        while index < seen.count, seen[index].range.lowerBound < sight.range.upperBound { index += 1 }
      }
      if traits.contains(.bracketed), let before = kept.last, name.bracketed == nil {
        names[sight.name].bracketed = before.name
      }
      kept.append(sight)
      let votes = sight.sighting.votes
      names[sight.name].votes &+= SIMD4(Int(votes[0]), Int(votes[1]), Int(votes[2]), Int(votes[3]))
      if traits.contains(.titled) { names[sight.name].titled += 1 }
    }
    seen = kept
  }

  /// Gives each name the kind that most speaks for.
  private mutating func judge() {
    for index in names.indices where names[index].figure == nil {
      names[index].kind = kind(names[index].votes, names[index].words)
    }
  }

  func kind(_ votes: SIMD4<Int>, _ words: [NameWord]) -> Figure.Kind {
    var votes = votes
    if words.count == 1, words[0].traits.isDisjoint(with: [.allCapitals, .mixed]) { votes[0] += 1 }
    let best = votes.max()
    if best <= 0 { return .org }
    if votes[2] == best { return .place }
    if votes[0] == best { return .person }
    if votes[1] == best { return .org }
    return .event
  }
}

/// One number for the words of a name.
func joint(_ words: some Sequence<NameWord>) -> UInt64 {
  var joint = Fingerprint()
  for word in words { joint.join(word.key) }
  return joint.value
}

extension Figure.Kind {
  init(_ kind: EntityKind) {
    self =
      switch kind {
      case .person: .person
      case .org: .org
      case .place: .place
      case .event: .event
      case .term: .term
      }
  }
}
