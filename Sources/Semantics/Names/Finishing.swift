import Syntax

extension Casting {
  /// Gives each figure the kind that speaks for all its names together.
  mutating func settle() {
    for name in names {
      guard let figure = name.figure else { continue }
      parts[figure].votes &+= name.votes
    }
    for index in parts.indices where parts[index].declared == nil {
      parts[index].kind = Casting.kind(parts[index].votes, names[parts[index].longest].words)
    }
  }

  /// Lays out the mentions in order and the figures by their first mention.
  func finished() -> Cast {
    var cast = Cast()
    cast.unsighted = unsighted
    cast.taken = taken
    var isSeen = [Bool](repeating: false, count: names.count)
    var roles = [Range<Int>?](repeating: nil, count: parts.count)
    var lastNamed = [Int](repeating: -1, count: parts.count)
    var counts = [Int](repeating: 0, count: parts.count)
    // Names are large, and looked at for each sighting.
    let bearers = names.map { (figure: $0.figure ?? -1, form: $0.form, hasRivals: !$0.rivals.isEmpty) }
    cast.mentions.reserveCapacity(seen.count)
    for sight in seen {
      let bearer = bearers[sight.name]
      var figure = bearer.figure
      guard figure >= 0 else { continue }
      if !bearer.hasRivals {
        lastNamed[figure] = cast.mentions.count
      } else {
        for rival in names[sight.name].rivals where lastNamed[rival] > lastNamed[figure] { figure = rival }
      }
      isSeen[sight.name] = true
      if roles[figure] == nil, !sight.role.isEmpty { roles[figure] = sight.role }
      counts[figure] += 1
      cast.mentions.append(
        Mention(
          range: sight.range, figure: figure, form: bearer.form, setting: sight.setting,
          isPossessive: sight.traits.contains(.possessive), isQuoted: sight.traits.contains(.quoted)))
    }
    var mentions = counts.map { count in
      var own: [UInt32] = []
      own.reserveCapacity(count)
      return own
    }
    for (index, mention) in cast.mentions.enumerated() { mentions[mention.figure].append(UInt32(clamping: index)) }
    let order = parts.indices.filter { parts[$0].declared != nil || !mentions[$0].isEmpty }.sorted {
      (mentions[$0].first ?? .max, $0) < (mentions[$1].first ?? .max, $1)
    }
    var numbers = [Int](repeating: 0, count: parts.count)
    for (number, index) in order.enumerated() { numbers[index] = number }
    for index in cast.mentions.indices { cast.mentions[index].renumber(numbers[cast.mentions[index].figure]) }
    var others: [[Int]] = Array(repeating: [], count: parts.count)
    for (index, name) in names.enumerated() where isSeen[index] {
      if let figure = name.figure, index != parts[figure].longest { others[figure].append(index) }
    }
    cast.figures = order.enumerated().map { number, index in
      figure(number, parts[index], mentions[index], others[index], roles[index], in: cast)
    }
    return cast
  }

  private func figure(
    _ number: Int, _ part: Part, _ mentions: [UInt32], _ others: [Int], _ role: Range<Int>?, in cast: Cast
  ) -> Figure {
    let full = mentions.first {
      let mention = cast.mentions[Int($0)]
      return mention.form == .full && (mention.setting == .body || mention.setting == .attribution)
    }
    var otherNames = part.declaration?.attributes.filter { $0.kind == .aka }.map(\.text) ?? []
    for name in others.map({ article.name(in: names[$0].range) }) where !otherNames.contains(name) && !name.isEmpty {
      otherNames.append(name)
    }
    return Figure(
      number: number, name: part.declaration?.name ?? article.name(in: names[part.longest].range), kind: part.kind,
      role: part.declaration?.role ?? role.map(article.name), otherNames: otherNames, declared: part.declared,
      mentions: mentions, firstFullMention: (full ?? mentions.first).map(Int.init))
  }
}

extension Article {
  /// The words of a range with single blanks between them, as a line break may stand in a name.
  func name(in range: Range<Int>) -> String {
    let bytes = text.bytes(in: range)
    var name: [UInt8] = []
    name.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte > 0x20 {
        name.append(byte)
      } else if name.last != 0x20 {
        name.append(0x20)
      }
    }
    return String(decoding: name, as: UTF8.self)
  }
}
