import Syntax

/// Turns the sightings of all passages into a cast, in steps that each go once over the facts.
struct Casting {
  let article: Article
  let declared: [Declaration]
  let shared: [Declaration]
  var seeksUnsighted = false
  var seen: [Seen] = []
  var names: [Name] = []
  var parts: [Part] = []
  private var nameOfKey: [UInt64: Int] = [:]

  /// A sighting with its place in the article.
  struct Seen {
    let range: Range<Int>
    /// Empty where the article does not say what the bearer is.
    let role: Range<Int>
    let setting: NameSetting
    let traits: Sighting.Traits
    let votes: SIMD4<Int8>
    let name: Int
  }

  /// All sightings of the same words.
  struct Name {
    var words: [NameWord]
    /// Where the words stand first; empty for a declared name not met yet.
    var range: Range<Int>
    var votes = SIMD4<Int>.zero
    /// Sightings that need no proof.
    var sure = 0
    var titled = 0
    /// An acronym of small words.
    var isSpeltOut = false
    /// The name behind which it stands in brackets.
    var bracketed: Int?
    var figure: Int?
    /// Other figures that the same short name may stand for; the one named last before it is meant.
    var rivals: [Int] = []
    var form = Mention.Form.full
    var kind = Figure.Kind.unknown
  }

  /// A figure in the making.
  struct Part {
    /// Its longest name, of `names`.
    let longest: Int
    var kind: Figure.Kind
    var votes = SIMD4<Int>.zero
    var declared: Figure.Origin?
    var declaration: Declaration?
  }

  init(_ article: Article, declared: [Declaration], shared: [Declaration]) {
    self.article = article
    self.declared = declared
    self.shared = shared
  }

  mutating func cast() -> Cast {
    declare()
    gather()
    drop()
    for index in names.indices where names[index].figure == nil {
      names[index].kind = kind(names[index].votes, names[index].words)
    }
    link()
    settle()
    return finished()
  }

  /// Collects the sightings and sums up what speaks for each name.
  private mutating func gather() {
    let hasDeclared = !parts.isEmpty
    for place in article.places {
      guard let sightings = article.closeReading(at: place)?.names else { continue }
      for sighting in sightings.all {
        let words = sightings.words[sighting.words]
        let name = intern(words, at: sighting.extent.from(place.start))
        if hasDeclared, names[name].figure == nil, see(declaredIn: words, of: sighting, at: place.start) { continue }
        see(name, sighting, sighting.extent, at: place.start)
      }
    }
    if hasDeclared { seekUnsighted() }
  }

  /// A declared name at either end of a longer sighting is what the sighting is of.
  private mutating func see(
    declaredIn words: ArraySlice<NameWord>, of sighting: Sighting, at base: Int
  ) -> Bool {
    guard words.count > 1 else { return false }
    for count in (1..<words.count).reversed() {
      for part in [words.prefix(count), words.suffix(count)] {
        guard let first = part.first, let last = part.last, let name = nameOfKey[joint(part)],
          names[name].figure != nil, count > 1 || names[name].form == .full
        else { continue }
        see(name, sighting, Extent(Int(first.start), Int(last.end)), at: base)
        return true
      }
    }
    return false
  }

  mutating func see(_ name: Int, _ sighting: Sighting, _ extent: Extent, at base: Int) {
    seen.append(
      Seen(
        range: extent.from(base), role: sighting.role.from(base), setting: sighting.setting, traits: sighting.traits,
        votes: sighting.votes, name: name))
  }

  /// The name of these words, new or met before; one in small letters is kept rather than one in capitals.
  mutating func intern(_ words: ArraySlice<NameWord>, at range: Range<Int>) -> Int {
    let key = joint(words)
    if let name = nameOfKey[key] {
      let isFirst = names[name].range.isEmpty
      if isFirst || names[name].words[0].isShouted && words.first?.isShouted == false {
        names[name].range = range
        names[name].words = Array(words)
      }
      return name
    }
    names.append(Name(words: Array(words), range: range))
    nameOfKey[key] = names.count - 1
    return names.count - 1
  }

  /// Drops what needs proof and has none, and counts the rest.
  private mutating func drop() {
    var opened: Set<UInt64> = []
    let borne = borneWords(&opened)
    var kept: [Seen] = []
    kept.reserveCapacity(seen.count)
    var index = 0
    while index < seen.count {
      let sight = seen[index]
      index += 1
      let name = names[sight.name]
      if sight.traits.contains(.needsProof), name.sure == 0, name.figure == nil,
        name.words.count > 1
          || !borne.contains(name.words[0].key)
            && (sight.traits.contains(.opening) || !opened.contains(name.words[0].key))
      {
        continue
      }
      if name.isSpeltOut, name.figure == nil { continue }
      if sight.traits.contains(.hasFallback) {
        while index < seen.count, seen[index].range.lowerBound < sight.range.upperBound { index += 1 }
      }
      if sight.traits.contains(.bracketed), let before = kept.last, name.bracketed == nil {
        names[sight.name].bracketed = before.name
      }
      kept.append(sight)
      let votes = sight.votes
      names[sight.name].votes &+= SIMD4(Int(votes[0]), Int(votes[1]), Int(votes[2]), Int(votes[3]))
      if sight.traits.contains(.titled) { names[sight.name].titled += 1 }
    }
    seen = kept
  }

  /// Single words that a longer name bears out: surnames, and heads of organisations.
  ///
  /// `opened`: first words that bear a short name out where the sentence does not ask for the capital.
  private mutating func borneWords(_ opened: inout Set<UInt64>) -> Set<UInt64> {
    var borne: Set<UInt64> = []
    for sight in seen where !sight.traits.contains(.needsProof) {
      names[sight.name].sure += 1
      if sight.traits.contains(.speltOut) { names[sight.name].isSpeltOut = true }
      let words = names[sight.name].words
      guard names[sight.name].sure == 1, words.count > 1, sight.setting != .notes,
        let last = words.last(where: { !$0.isSuffix })
      else { continue }
      let isPerson = sight.votes[0] > sight.votes[1] && sight.votes[0] > sight.votes[2]
      if isPerson || last.classes.contains(.orgHead) { borne.insert(last.key) }
      if words.opensPlainly { opened.insert(words[0].key) }
      if words.count == 3, words[0].classes.contains(.orgHead), words[1].classes.contains(.connector) {
        borne.insert(words[0].key)
      }
      if isPerson, words[0].classes.contains(.familyName) || last.traits.contains(.pair) {
        borne.insert(words[words.count > 2 && last.traits.contains(.pair) ? words.count - 2 : 0].key)
      }
    }
    for name in names where name.figure != nil && name.kind == .person {
      if let last = name.words.last(where: { !$0.isSuffix }) { borne.insert(last.key) }
    }
    return borne
  }

  /// The kind that most speaks for.
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

extension NameWord {
  /// Jr, Sr and the like are no surnames.
  var isSuffix: Bool {
    key == fingerprint("jr") || key == fingerprint("sr") || key == fingerprint("ii") || key == fingerprint("iii")
  }

  /// In capitals, too long for an acronym.
  var isShouted: Bool { traits.contains(.allCapitals) && end - start > 4 }
}

extension [NameWord] {
  /// `Freedom Magazine`, which may be called Freedom.
  var opensPlainly: Bool {
    let others: WordClasses = [
      .orgHead, .orgOpener, .orgNoun, .placeHead, .placeNoun, .placeOpener, .nationality, .title, .role, .never, .date,
      .portfolio, .eventHead,
    ]
    return count == 2 && self[1].classes.contains(.orgHead) && self[0].classes.contains(.common)
      && self[0].classes.isDisjoint(with: others)
  }
}
