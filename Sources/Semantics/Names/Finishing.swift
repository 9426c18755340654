import Syntax

extension Casting {
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

  /// Lays out the mentions in order and the figures by their first mention.
  func finished() -> Cast {
    var cast = Cast()
    cast.seeksUnsighted = seeksUnsighted
    var isSeen = [Bool](repeating: false, count: names.count)
    var roles = [Range<Int>?](repeating: nil, count: parts.count)
    var mentions: [[Int]] = Array(repeating: [], count: parts.count)
    var lastNamed = [Int](repeating: -1, count: parts.count)
    for sight in seen {
      let name = names[sight.name]
      guard var figure = name.figure else { continue }
      for rival in name.rivals where lastNamed[rival] > lastNamed[figure] { figure = rival }
      if name.rivals.isEmpty { lastNamed[figure] = cast.mentions.count }
      isSeen[sight.name] = true
      if roles[figure] == nil, !sight.role.isEmpty { roles[figure] = sight.role }
      mentions[figure].append(cast.mentions.count)
      cast.mentions.append(
        Mention(
          range: sight.range, figure: figure, form: name.form, setting: sight.setting,
          isPossessive: sight.traits.contains(.possessive), isQuoted: sight.traits.contains(.quoted)))
    }
    let order = parts.indices.filter { parts[$0].declared != nil || !mentions[$0].isEmpty }.sorted {
      (mentions[$0].first ?? .max, $0) < (mentions[$1].first ?? .max, $1)
    }
    var numbers = [Int](repeating: 0, count: parts.count)
    for (number, index) in order.enumerated() { numbers[index] = number }
    cast.mentions = cast.mentions.map { $0.renumbered(numbers[$0.figure]) }
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
    _ number: Int, _ part: Part, _ mentions: [Int], _ others: [Int], _ role: Range<Int>?, in cast: Cast
  ) -> Figure {
    let full = mentions.first {
      cast.mentions[$0].form == .full
        && (cast.mentions[$0].setting == .body || cast.mentions[$0].setting == .attribution)
    }
    var otherNames = part.declaration?.attributes.filter { $0.kind == .aka }.map(\.text) ?? []
    for name in others.map({ words(in: names[$0].range) }) where !otherNames.contains(name) && !name.isEmpty {
      otherNames.append(name)
    }
    return Figure(
      number: number, name: part.declaration?.name ?? words(in: names[part.longest].range), kind: part.kind,
      role: part.declaration?.role ?? role.map(words), otherNames: otherNames, declared: part.declared,
      mentions: mentions, firstFullMention: full ?? mentions.first)
  }

  /// The words of a range with single blanks between them, as a line break may stand in a name.
  private func words(in range: Range<Int>) -> String {
    let bytes = article.text.bytes(in: range)
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

extension Mention {
  fileprivate func renumbered(_ figure: Int) -> Mention {
    Mention(
      range: range, figure: figure, form: form, setting: setting, isPossessive: isPossessive, isQuoted: isQuoted)
  }
}
