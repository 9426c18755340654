import Syntax

extension Casting {
  /// Ties short names to the longer ones they stand for.
  mutating func link() {
    var index = LongNames()
    let long = names.indices.filter { names[$0].words.count > 1 }.sorted {
      (-names[$0].words.count, $0) < (-names[$1].words.count, $1)
    }
    for name in long {
      if names[name].figure == nil {
        if let full = index.longer(than: names[name].words, of: names[name].kind, in: names) {
          // `Scientologist Tom Cruise` is who Tom Cruise is.
          if names[name].kind == .person { names[full].kind = .person }
          tie(name, to: full, as: .other)
        } else {
          make(name)
        }
      }
      index.add(name, names[name])
    }
    taken.formUnion(index.shortForms)
    for name in names.indices where names[name].words.count == 1 && names[name].figure != nil {
      taken.insert(names[name].words[0].key)
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
    // There is a Sudan besides South Sudan, but only two Koreas.
    if let full = index.byQuarter[word.key], full.count == 1, !WordKinds.of(word.key).towns.contains(.knownPlace) {
      return tie(name, to: full, as: .other)
    }
    if word.classes.isDisjoint(with: [.knownPlace, .bigTown, .knownOrg]), names[name].votes[2] <= 3 {
      if word.classes.contains(.common) {
        let full = word.classes.contains(.orgHead) ? index.byOrgHead[word.key] : index.byOpening[word.key]
        if let full { return tie(name, to: full, as: .other) }
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
      // `the Roe trial` does not speak for a person, but for nothing else either.
      return names[name].titled > 0 || max(votes[0], 0) >= max(votes[1], votes[2])
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
    parts.append(Part(longest: index, kind: names[index].kind))
  }
}
