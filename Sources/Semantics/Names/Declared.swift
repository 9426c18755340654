import Syntax

extension Casting {
  /// Takes the declared names first, as they always win; the article's own before those of stylebooks.
  mutating func declare() {
    let own = declared.enumerated().map { (Figure.Origin.article($0.offset), $0.element) }
    for (origin, declaration) in own + shared.enumerated().map({ (.shared($0.offset), $0.element) }) {
      let name = intern(declared: declaration.name)
      guard names[name].figure == nil || names[name].form != .full else { continue }
      let kind = Figure.Kind(declaration.kind)
      parts.append(Part(longest: name, kind: kind, declared: origin, declaration: declaration))
      claim(name, for: parts.count - 1, kind, as: .full)
      for attribute in declaration.attributes where attribute.kind == .aka {
        let other = intern(declared: attribute.text)
        guard names[other].figure == nil else { continue }
        claim(other, for: parts.count - 1, kind, as: .other)
      }
    }
  }

  private mutating func claim(_ name: Int, for figure: Int, _ kind: Figure.Kind, as form: Mention.Form) {
    names[name].figure = figure
    names[name].kind = kind
    names[name].form = form
  }

  private mutating func intern(declared text: String) -> Int {
    let words = nameWords(of: text)
    return intern(words, key: joint(words), at: 0..<0)
  }

  private func nameWords(of text: String) -> [NameWord] {
    let bytes = Array(text.utf8)
    let unit = Unit(kind: .field(.by), extent: Extent(0, bytes.count))
    let words = words(of: unit, in: bytes).filter { !$0.isMark || $0.is("&") }.map {
      NameWord(
        key: $0.key, start: $0.start, end: $0.end, classes: [], traits: $0.traits,
        initial: lowered(bytes[Int($0.start)]))
    }
    return words
  }

  /// Looks in the text for declared names that do not look like names: `the council`, `danah boyd`.
  mutating func seekUnsighted() {
    let sought = names.indices.filter { name in
      names[name].figure != nil
        && names[name].words.contains {
          !$0.traits.contains(.capitalised) && !$0.traits.contains(.mark) && !isSmallWord($0)
        }
    }
    guard !sought.isEmpty else { return }
    let declared = names.filter { $0.figure != nil }.map { joint($0.words) ^ ($0.form == .full ? 1 : 0) }
    unsighted.prepare(seeking: sought.map { names[$0].words.map(\.key) }, declared: declared)
    let sighted = seen.filter { names[$0.name].figure != nil }.map(\.range)
    var found: [Seen] = []
    for place in unsighted.places(in: article, besides: { Casting.overlaps($0, sighted) }) {
      found.append(
        Seen(
          range: place.range, role: 0..<0, setting: place.setting, traits: place.traits, votes: .zero,
          name: sought[place.name]))
    }
    guard !found.isEmpty else { return }
    // What is declared wins over what only looks like a name.
    let taken = found.map(\.range)
    seen = seen.filter { names[$0.name].figure != nil || !Casting.overlaps($0.range, taken) }
    seen += found
    seen.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  /// `others` in their order, none reaching into the next.
  private static func overlaps(_ range: Range<Int>, _ others: [Range<Int>]) -> Bool {
    let next = others.partitioningIndex { $0.lowerBound >= range.upperBound }
    return next > 0 && others[next - 1].upperBound > range.lowerBound
  }

  /// `of`, `de`, `and`: inside names small letters are no reason to search.
  private func isSmallWord(_ word: NameWord) -> Bool {
    word.end - word.start <= 3 && word.key != names.first?.words.first?.key
  }
}

extension Figure.Kind {
  /// What a declaration says it is.
  package init(_ kind: EntityKind) {
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
