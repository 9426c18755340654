import Syntax

/// Turns the sightings of all passages into a cast.
struct Casting {
  private let article: Article
  private let shared: [Declaration]
  private var seen: [Seen] = []
  private var names: [Name] = []
  private var nameOfKey: [UInt64: Int] = [:]

  /// A sighting with its place in the article.
  private struct Seen {
    let range: Range<Int>
    let sighting: Sighting
    let name: Int
  }

  /// All sightings of the same words.
  private struct Name {
    let keys: [UInt64]
    let range: Range<Int>
    var isSure: Bool
    var figure: Int?
    var form = Mention.Form.full
  }

  /// A figure in the making.
  private struct Part {
    var name: String
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
    gather()
    var parts = declaredParts()
    link(&parts)
    var cast = Cast()
    for sight in seen {
      guard let figure = names[sight.name].figure else { continue }
      if sight.sighting.traits.contains(.needsProof), !names[sight.name].isSure { continue }
      parts[figure].mentions.append(cast.mentions.count)
      cast.mentions.append(
        Mention(
          range: sight.range, figure: figure, form: names[sight.name].form, setting: sight.sighting.setting,
          isPossessive: sight.sighting.traits.contains(.possessive),
          isQuoted: sight.sighting.traits.contains(.quoted)))
    }
    finish(parts, &cast)
    return cast
  }

  private mutating func gather() {
    for place in article.places {
      guard let copy = place.passage?.copy else { continue }
      for sighting in copy.names.all {
        let keys = copy.names.words[sighting.words].map(\.key)
        let range = sighting.extent.from(place.start)
        let name = intern(keys, at: range, isSure: !sighting.traits.contains(.needsProof))
        seen.append(Seen(range: range, sighting: sighting, name: name))
      }
    }
  }

  private mutating func intern(_ keys: [UInt64], at range: Range<Int>, isSure: Bool) -> Int {
    var joint = Fingerprint()
    for key in keys { joint.join(key) }
    if let name = nameOfKey[joint.value] {
      if isSure { names[name].isSure = true }
      return name
    }
    names.append(Name(keys: keys, range: range, isSure: isSure))
    nameOfKey[joint.value] = names.count - 1
    return names.count - 1
  }

  private mutating func declaredParts() -> [Part] {
    var parts: [Part] = []
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
        let keys = words(of: copy, in: Array(text.utf8)).map(\.key)
        let name = intern(keys, at: 0..<0, isSure: true)
        guard names[name].figure == nil else { continue }
        names[name].figure = figure
        names[name].form = text == declaration.name ? .full : .other
      }
    }
    return parts
  }

  private mutating func link(_ parts: inout [Part]) {
    var bySurname: [UInt64: Int] = [:]
    for index in names.indices where names[index].keys.count > 1 {
      if names[index].figure == nil {
        names[index].figure = parts.count
        parts.append(
          Part(name: article.text.string(in: names[index].range), kind: .unknown, role: nil, otherNames: []))
      }
      if let last = names[index].keys.last, bySurname[last] == nil { bySurname[last] = names[index].figure }
    }
    for index in names.indices where names[index].keys.count == 1 && names[index].figure == nil {
      guard let key = names[index].keys.first else { continue }
      if let figure = bySurname[key] {
        names[index].figure = figure
        names[index].form = .surname
      } else if names[index].isSure {
        names[index].figure = parts.count
        parts.append(
          Part(name: article.text.string(in: names[index].range), kind: .unknown, role: nil, otherNames: []))
      }
    }
  }

  /// Orders the figures by their first mention.
  private func finish(_ parts: [Part], _ cast: inout Cast) {
    let order = parts.indices.filter { parts[$0].declared != nil || !parts[$0].mentions.isEmpty }.sorted {
      (parts[$0].mentions.first ?? .max, $0) < (parts[$1].mentions.first ?? .max, $1)
    }
    var numbers = [Int](repeating: 0, count: parts.count)
    for (number, index) in order.enumerated() { numbers[index] = number }
    cast.mentions = cast.mentions.map {
      Mention(
        range: $0.range, figure: numbers[$0.figure], form: $0.form, setting: $0.setting,
        isPossessive: $0.isPossessive, isQuoted: $0.isQuoted)
    }
    for (number, index) in order.enumerated() {
      let part = parts[index]
      let full = part.mentions.first { cast.mentions[$0].form == .full && cast.mentions[$0].setting == .body }
      cast.figures.append(
        Figure(
          number: number, name: part.name, kind: part.kind, role: part.role, otherNames: part.otherNames,
          declared: part.declared, mentions: part.mentions, firstFullMention: full ?? part.mentions.first))
    }
  }
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
