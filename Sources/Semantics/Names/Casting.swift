import Syntax

/// Turns the sightings of all passages into a cast, in steps that each go once over the facts.
struct Casting {
  let article: Article
  let declared: [Declaration]
  let shared: [Declaration]
  var unsighted: UnsightedNames
  var seen: [Seen] = []
  var names: [Name] = []
  var parts: [Part] = []
  private var nameOfKey: [UInt64: Int] = [:]
  /// What a name of one word may be short for or borne out by, or is declared as.
  var taken: Set<UInt64> = []

  /// All sightings of the same words.
  struct Name {
    var words: [NameWord]
    /// Where the words stand first; empty for a declared name not met yet.
    var range: Range<Int>
    var votes = SIMD4<Int>.zero
    /// The words have been seen, and not in capitals only.
    var isInFull = false
    /// Those of just these words, borne out or not.
    var sightings = 0
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
    /// The declared name with which it begins or ends, of which it is a sighting then.
    var part: DeclaredPart?
  }

  /// So many words at one end of a name, which are a declared one.
  struct DeclaredPart {
    let count: Int
    let isFront: Bool
    let name: Int
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

  init(_ article: Article, declared: [Declaration], shared: [Declaration], _ unsighted: UnsightedNames) {
    self.article = article
    self.unsighted = unsighted
    self.declared = declared
    self.shared = shared
  }

  mutating func cast() -> Cast {
    declare()
    gather()
    drop()
    for index in names.indices where names[index].figure == nil {
      names[index].kind = Casting.kind(names[index].votes, names[index].words)
    }
    link()
    settle()
    var cast = finished()
    cast.sightingCounts = nameOfKey.mapValues { names[$0].sightings }
    return cast
  }

  /// Collects the sightings page by page.
  private mutating func gather() {
    let pages = article.passages.pages.indices.map(article.names(ofPage:))
    seen.reserveCapacity(pages.reduce(0) { $0 + $1.numbers.count })
    for (number, page) in article.passages.pages.enumerated() {
      let base = article.passages.byteStarts[number]
      let found = pages[number]
      let own = found.entries.map { entry in
        // Nothing is gained by a look at words that lie far off.
        if let known = nameOfKey[entry.key], names[known].isInFull { return known }
        let (passage, words, extent) = found.words(at: entry.spot)
        return intern(words, key: entry.key, at: extent.from(base + page.byteStarts[passage]))
      }
      var next = 0
      for (reading, start) in zip(found.readings, page.byteStarts) {
        for sighting in reading.names {
          see(sighting, of: reading, from: base + start, name: own[Int(found.numbers[next])])
          next += 1
        }
      }
    }
    if !parts.isEmpty { seekUnsighted() }
  }

  /// Takes a sighting; of a name that a declared one is part of, only that part.
  private mutating func see(_ sighting: Sighting, of reading: CloseReading, from start: Int, name: Int) {
    names[name].sightings += 1
    guard let part = names[name].part else {
      return seen.append(Seen(sighting, sighting.extent, from: start, name: name))
    }
    let words = reading.names.words(of: sighting).list
    let own = part.isFront ? words.prefix(part.count) : words.suffix(part.count)
    guard let first = own.first, let last = own.last else { return }
    seen.append(Seen(sighting, Extent(Int(first.start), Int(last.end)), from: start, name: part.name))
  }

  /// A declared name at either end of a longer name is what that is of.
  private func declaredPart(of words: [NameWord]) -> DeclaredPart? {
    guard !parts.isEmpty, words.count > 1 else { return nil }
    for count in (1..<words.count).reversed() {
      for isFront in [true, false] {
        guard let name = nameOfKey[joint(isFront ? words.prefix(count) : words.suffix(count))],
          names[name].figure != nil, count > 1 || names[name].form == .full
        else { continue }
        return DeclaredPart(count: count, isFront: isFront, name: name)
      }
    }
    return nil
  }

  /// The name of these words, new or met before; one in small letters is kept rather than one in capitals.
  ///
  /// `key` is their joint number.
  mutating func intern(_ words: [NameWord], key: UInt64, at range: Range<Int>) -> Int {
    if let name = nameOfKey[key] {
      if names[name].range.isEmpty || !names[name].isInFull && !words.isShouted {
        names[name].range = range
        names[name].words = words
        names[name].isInFull = !words.isShouted && !range.isEmpty
      }
      return name
    }
    let isSeen = !range.isEmpty
    names.append(
      Name(
        words: words, range: range, isInFull: isSeen && !words.isShouted,
        part: isSeen ? declaredPart(of: words) : nil))
    nameOfKey[key] = names.count - 1
    return names.count - 1
  }

  /// Drops what needs proof and has none, and counts the rest.
  private mutating func drop() {
    var opened: Set<UInt64> = []
    let borne = borneWords(&opened)
    let proofs = names.map { name in
      if name.figure != nil { return Proof.given }
      if name.isSpeltOut { return Proof.never }
      if name.sure > 0 { return Proof.given }
      guard name.words.count == 1 else { return Proof.missing }
      if borne.contains(name.words[0].key) { return Proof.given }
      return opened.contains(name.words[0].key) ? Proof.unlessOpening : Proof.missing
    }
    var kept = 0
    var index = 0
    while index < seen.count {
      let sight = seen[index]
      index += 1
      switch proofs[sight.name] {
      case .given: break
      case .never: continue
      case .missing where sight.traits.contains(.needsProof): continue
      case .unlessOpening where sight.traits.isSuperset(of: [.needsProof, .opening]): continue
      case .missing, .unlessOpening: break
      }
      if sight.traits.contains(.hasFallback) {
        while index < seen.count, seen[index].range.lowerBound < sight.range.upperBound { index += 1 }
      }
      if sight.traits.contains(.bracketed), kept > 0, names[sight.name].bracketed == nil {
        names[sight.name].bracketed = seen[kept - 1].name
      }
      seen[kept] = sight
      kept += 1
      let votes = sight.votes
      names[sight.name].votes &+= SIMD4(Int(votes[0]), Int(votes[1]), Int(votes[2]), Int(votes[3]))
      if sight.traits.contains(.titled) { names[sight.name].titled += 1 }
    }
    seen.removeSubrange(kept...)
  }

  /// What bears out the sightings of a name that need it.
  private enum Proof { case given, missing, unlessOpening, never }

  /// Single words that a longer name bears out: surnames, and heads of organisations.
  ///
  /// `opened`: first words that bear a short name out where the sentence does not ask for the capital.
  private mutating func borneWords(_ opened: inout Set<UInt64>) -> Set<UInt64> {
    var borne: Set<UInt64> = []
    for sight in seen where !sight.traits.contains(.needsProof) {
      names[sight.name].sure += 1
      if sight.traits.contains(.speltOut) { names[sight.name].isSpeltOut = true }
      guard names[sight.name].sure == 1, sight.setting != .notes else { continue }
      let words = names[sight.name].words
      guard words.count > 1, let last = words.last(where: { !$0.isSuffix }) else { continue }
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
    taken = borne.union(opened)
    return borne
  }

  /// The kind that most speaks for.
  static func kind(_ votes: SIMD4<Int>, _ words: [NameWord]) -> Figure.Kind {
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

extension Sequence<NameWord> {
  /// The name is in capitals, and no acronym.
  var isShouted: Bool { first { _ in true }?.isShouted == true }
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
