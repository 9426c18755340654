import Syntax

extension Casting {
  /// Takes the declared names first, as they always win.
  mutating func declare() {
    let own = article.declarations.enumerated().map { (Figure.Origin.article($0.offset), $0.element) }
    for (origin, declaration) in own + shared.enumerated().map({ (.shared($0.offset), $0.element) }) {
      let akas = declaration.attributes.filter { $0.kind == .aka }.map(\.text)
      let figure = parts.count
      parts.append(
        Part(
          name: declaration.name, longest: 0, kind: Figure.Kind(declaration.kind), role: declaration.role,
          otherNames: akas,
          declared: origin))
      for text in [declaration.name] + akas {
        let copy = Unit(kind: .paragraph(opens: true), extent: Extent(0, text.utf8.count))
        let words = words(of: copy, in: Array(text.utf8)).map {
          NameWord(start: $0.start, end: $0.end, key: $0.key, traits: $0.traits, classes: [], initial: 0)
        }
        let name = intern(words[...], at: 0..<0)
        guard names[name].figure == nil else { continue }
        names[name].figure = figure
        names[name].kind = Figure.Kind(declaration.kind)
        names[name].form = text == declaration.name ? .full : .other
      }
    }
  }

  /// Ties short names to the longer ones they stand for.
  mutating func link() {
    var index = LongNames()
    let long = names.indices.filter { names[$0].words.count > 1 }.sorted {
      (-names[$0].words.count, $0) < (-names[$1].words.count, $1)
    }
    for name in long {
      if names[name].figure == nil {
        if let full = index.longer(than: names[name].words, of: names[name].kind, in: names) {
          tie(name, to: full, as: .other)
        } else {
          make(name)
        }
      }
      index.add(name, names[name])
    }
    for name in names.indices where names[name].words.count == 1 && names[name].figure == nil {
      linkShort(name, index)
    }
  }

  private mutating func linkShort(_ name: Int, _ index: LongNames) {
    guard let word = names[name].words.first else { return }
    let isAcronym = word.traits.contains(.allCapitals) && word.end - word.start <= 7
    if isAcronym {
      if let full = index.byInitials[word.key]?.first ?? index.byOpening[word.key]?.first {
        tie(name, to: full, as: .acronym)
      } else if let full = names[name].bracketed, names[full].kind != .person, names[full].words.count > 1,
        names[full].words[0].initial == word.initial
      {
        tie(name, to: full, as: .acronym)
      } else {
        make(name)
      }
      return
    }
    if mayBePerson(name) {
      if let full = agreeing(index.bySurname[word.key], with: name) { return tie(name, to: full, as: .surname) }
      if let full = agreeing(index.byFirst[word.key], with: name) { return tie(name, to: full, as: .firstName) }
      if let full = agreeing(index.byMiddle[word.key], with: name) { return tie(name, to: full, as: .other) }
    }
    if word.classes.isDisjoint(with: [.knownPlace, .bigTown, .knownOrg]) {
      if word.classes.contains(.common) {
        if word.classes.contains(.orgHead), let full = index.byOrgHead[word.key] {
          return tie(name, to: full, as: .other)
        }
      } else if let full = index.byOpening[word.key] ?? index.byObject[word.key] {
        return tie(name, to: full, as: .other)
      }
    }
    make(name)
  }

  /// Full names of people that the short one may stand for, unless together they are rather a place or an organisation.
  private func agreeing(_ full: [Int]?, with name: Int) -> [Int]? {
    let agreeing = full?.filter {
      let votes = names[$0].votes &+ names[name].votes
      return names[name].titled > 0 || votes[0] >= votes[1] && votes[0] >= votes[2]
    }
    return agreeing?.isEmpty == false ? agreeing : nil
  }

  private func mayBePerson(_ index: Int) -> Bool {
    let name = names[index]
    guard let word = name.words.first else { return false }
    if name.titled > 0 { return true }
    if !word.classes.isDisjoint(with: [.knownPlace, .knownOrg]) { return name.votes[0] >= 3 }
    return !word.classes.contains(.bigTown) || name.votes[0] > 0
  }

  private mutating func tie(_ index: Int, to full: [Int], as form: Mention.Form) {
    guard let first = full.first else { return }
    tie(index, to: first, as: form)
    if full.count > 1 { names[index].rivals = full.compactMap { names[$0].figure } }
  }

  private mutating func tie(_ index: Int, to full: Int, as form: Mention.Form) {
    names[index].figure = names[full].figure
    names[index].form = form
    names[index].kind = names[full].kind
  }

  private mutating func make(_ index: Int) {
    names[index].figure = parts.count
    parts.append(
      Part(
        name: article.text.string(in: names[index].range), longest: index, kind: names[index].kind, role: nil,
        otherNames: []))
  }

  /// Gives each figure the kind that speaks for all its names together.
  mutating func settle() {
    for name in names {
      guard let figure = name.figure else { continue }
      parts[figure].votes &+= name.votes
    }
    for index in parts.indices where parts[index].declared == nil {
      parts[index].kind = kind(parts[index].votes, names[parts[index].longest].words)
    }
  }

  /// Orders the figures by their first mention.
  func finished() -> Cast {
    var parts = parts
    var cast = Cast()
    var lastNamed = [Int](repeating: -1, count: parts.count)
    for sight in seen {
      let name = names[sight.name]
      guard var figure = name.figure else { continue }
      for rival in name.rivals where lastNamed[rival] > lastNamed[figure] { figure = rival }
      if name.rivals.isEmpty { lastNamed[figure] = cast.mentions.count }
      parts[figure].mentions.append(cast.mentions.count)
      cast.mentions.append(
        Mention(
          range: sight.range, figure: figure, form: name.form, setting: sight.sighting.setting,
          isPossessive: sight.sighting.traits.contains(.possessive),
          isQuoted: sight.sighting.traits.contains(.quoted)))
    }
    let order = parts.indices.filter { parts[$0].declared != nil || !parts[$0].mentions.isEmpty }.sorted {
      (parts[$0].mentions.first ?? .max, $0) < (parts[$1].mentions.first ?? .max, $1)
    }
    var numbers = [Int](repeating: 0, count: parts.count)
    for (number, index) in order.enumerated() { numbers[index] = number }
    cast.mentions = cast.mentions.map { $0.renumbered(numbers[$0.figure]) }
    for (number, index) in order.enumerated() {
      let part = parts[index]
      let full = part.mentions.first { cast.mentions[$0].form == .full && cast.mentions[$0].setting == .body }
      cast.figures.append(
        Figure(
          number: number, name: part.name, kind: part.kind, role: part.role, otherNames: part.otherNames,
          declared: part.declared, mentions: part.mentions, firstFullMention: full ?? part.mentions.first))
    }
    return cast
  }
}

/// The names of several words by what they may be shortened to.
struct LongNames {
  private(set) var bySurname: [UInt64: [Int]] = [:]
  private(set) var byFirst: [UInt64: [Int]] = [:]
  private(set) var byMiddle: [UInt64: [Int]] = [:]
  private(set) var byInitials: [UInt64: [Int]] = [:]
  private(set) var byOrgHead: [UInt64: [Int]] = [:]
  private(set) var byOpening: [UInt64: [Int]] = [:]
  /// `Scientology` of the Church of that name.
  private(set) var byObject: [UInt64: [Int]] = [:]
  /// By two words or more at either end.
  private var byEnds: [UInt64: [Int]] = [:]

  mutating func add(_ index: Int, _ name: Casting.Name) {
    let words = name.words.filter { !$0.isSuffix }
    guard words.count > 1, let first = words.first, let last = words.last else { return }
    if words.count > 2 {
      for count in 2..<words.count {
        byEnds[joint(words.prefix(count)), default: []].append(index)
        byEnds[joint(words.suffix(count)), default: []].append(index)
      }
    }
    if name.kind == .person {
      let leads = first.classes.contains(.familyName) && !last.classes.contains(.familyName)
      var isEastern = leads && (words.count == 3 || !first.classes.contains(.givenName)) && words.count <= 3
      if last.traits.contains(.pair) {
        // `Lee Sang-min`; in `Andrew Leung Kwan-yuen` the family name stands in the middle.
        if words.count > 2 {
          words[words.count - 2].note(index, in: &bySurname)
          first.note(index, in: &byFirst)
          return
        }
        isEastern = true
      }
      (isEastern ? first : last).note(index, in: &bySurname)
      (isEastern ? last : first).note(index, in: &byFirst)
      for word in words.dropFirst().dropLast() where word.end - word.start > 2 { word.note(index, in: &byMiddle) }
      return
    }
    if last.classes.contains(.orgHead) { last.note(index, in: &byOrgHead) }
    if words.count == 3, first.classes.contains(.orgHead), words[1].key == fingerprint("of") {
      first.note(index, in: &byOrgHead)
      last.note(index, in: &byObject)
    }
    if first.classes.isDisjoint(with: [.common, .placeOpener, .nationality]) { first.note(index, in: &byOpening) }
    var initials = Fingerprint()
    for word in words where word.traits.contains(.capitalised) { initials.add(word.initial) }
    byInitials[initials.value, default: []].append(index)
  }

  /// A longer name of the same kind that begins or ends with these words.
  func longer(than words: [NameWord], of kind: Figure.Kind, in names: [Casting.Name]) -> Int? {
    byEnds[joint(words)]?.first { names[$0].kind == kind }
  }
}

extension NameWord {
  fileprivate func note(_ index: Int, in table: inout [UInt64: [Int]]) { table[key, default: []].append(index) }

  var isSuffix: Bool {
    key == fingerprint("jr") || key == fingerprint("sr") || key == fingerprint("ii") || key == fingerprint("iii")
  }
}

extension Mention {
  fileprivate func renumbered(_ figure: Int) -> Mention {
    Mention(
      range: range, figure: figure, form: form, setting: setting, isPossessive: isPossessive, isQuoted: isQuoted)
  }
}
