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
          name: declaration.name, kind: Figure.Kind(declaration.kind), role: declaration.role, otherNames: akas,
          declared: origin))
      for text in [declaration.name] + akas {
        let copy = Unit(kind: .paragraph(opens: true), extent: Extent(0, text.utf8.count))
        let words = words(of: copy, in: Array(text.utf8)).map {
          NameWord(start: $0.start, end: $0.end, key: $0.key, traits: $0.traits, classes: [])
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
    let long = names.indices.filter { names[$0].words.count > 1 }
    var bySurname: [UInt64: Int] = [:]
    var byFirst: [UInt64: Int] = [:]
    var byInitials: [UInt64: Int] = [:]
    for index in long {
      if names[index].figure == nil { make(index) }
      let words = names[index].words
      if names[index].kind == .person {
        if let last = words.last(where: { !$0.isSuffix }), bySurname[last.key] == nil { bySurname[last.key] = index }
        if let first = words.first, byFirst[first.key] == nil { byFirst[first.key] = index }
      } else if names[index].kind == .org {
      }
    }
    _ = byInitials
    byInitials = [:]
    for index in names.indices where names[index].words.count == 1 && names[index].figure == nil {
      guard let word = names[index].words.first else { continue }
      if let full = bySurname[word.key], mayBePerson(index) {
        tie(index, to: full, as: .surname)
      } else if let full = byFirst[word.key], mayBePerson(index) {
        tie(index, to: full, as: .firstName)
      } else {
        make(index)
      }
    }
  }

  private func mayBePerson(_ index: Int) -> Bool {
    let name = names[index]
    guard let word = name.words.first else { return false }
    if word.traits.contains(.allCapitals), word.end - word.start <= 5 { return false }
    if word.classes.contains(.knownPlace) { return name.titled > 0 }
    return true
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
        name: article.text.string(in: names[index].range), kind: names[index].kind, role: nil, otherNames: []))
  }

  /// Orders the figures by their first mention.
  func finished() -> Cast {
    var parts = parts
    var cast = Cast()
    for sight in seen {
      let name = names[sight.name]
      guard let figure = name.figure else { continue }
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

extension NameWord {
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
