import Syntax

/// What the rest of a workspace needs to know of one article: whom it names, whom it quotes, and where.
///
/// `Place` is how the owner writes a stretch of the article down; it starts as UTF-8 byte offsets.
package struct Clipping<Place: Sendable>: Sendable {
  package struct Entry: Sendable {
    package let name: String
    package let kind: Figure.Kind
    package let role: String?
    /// Indices in `places`.
    package let mentions: Range<Int>
    package let quotations: Range<Int>
    package let declaration: Int?
  }

  package struct Quote: Sendable {
    /// The first words, with their mark, on one line.
    package let words: String
    /// Index in `places`.
    package let place: Int
  }

  /// The headline, or the first words.
  package let title: String
  package let entries: [Entry]
  /// Those of the quotes first, so that they are the same whether names have been read or not.
  package let places: [Place]
  /// Every quotation by marks or in a block, in the order of the article.
  package let quotes: [Quote]

  /// The entry of that name, nil where the article does not name it.
  package func entry(named name: String) -> Entry? { entries.first { $0.name == name } }

  /// The same with its places written down in another way.
  package func mapping<Other>(_ body: (Place) -> Other) -> Clipping<Other> {
    Clipping<Other>(
      title: title,
      entries: entries.map {
        .init(
          name: $0.name, kind: $0.kind, role: $0.role, mentions: $0.mentions, quotations: $0.quotations,
          declaration: $0.declaration)
      }, places: places.map(body), quotes: quotes.map { .init(words: $0.words, place: $0.place) })
  }
}

extension Clipping<Range<Int>> {
  /// Cuts out what can be told of an article before its names are read.
  package init(unread article: Article) {
    self.init(article, Header(article), article.quotedRanges)
  }

  private init(
    _ article: Article, _ header: Header, _ quoted: [Range<Int>], _ more: [Range<Int>] = [], _ entries: [Entry] = []
  ) {
    self.init(
      title: article.title(header), entries: entries, places: quoted + more,
      quotes: quoted.enumerated().map { Quote(words: article.opening(of: $1), place: $0) })
  }

  /// Cuts out what others may ask of an article.
  package init(_ proof: Proof) {
    let quoted = proof.quotations.map(\.range)
    var places: [Range<Int>] = []
    func keep(_ ranges: [Range<Int>]) -> Range<Int> {
      let start = quoted.count + places.count
      places += ranges
      return start..<start + ranges.count
    }
    var quotations: [Int: [Range<Int>]] = [:]
    for quotation in proof.quotations {
      guard let figure = proof.voice(of: quotation)?.figure else { continue }
      quotations[figure.number, default: []].append(quotation.range)
    }
    let entries = proof.cast.figures.map { figure in
      let mentions = keep(proof.mentions(of: figure).map(\.range))
      let quoted = keep(quotations[figure.number] ?? [])
      let declaration = proof.declaration(of: figure).map { keep([$0.nameRange]).lowerBound }
      return Entry(
        name: figure.name, kind: figure.kind, role: figure.role, mentions: mentions, quotations: quoted,
        declaration: declaration)
    }
    self.init(proof.article, proof.header, quoted, places, entries)
  }
}

extension Proof {
  /// The headline, or the first words of the copy on one line.
  package var title: String { article.title(header) }
}

extension Article {
  fileprivate func title(_ header: Header) -> String {
    if let headline = header.document(.headline) { return headline.value }
    for place in places {
      guard let unit = place.passage?.copy.units.first(where: \.isCopy) else { continue }
      return opening(of: unit.extent.from(place.start))
    }
    return ""
  }

  /// Ten words on one line.
  fileprivate func opening(of range: Range<Int>) -> String {
    var words: [UInt8] = []
    words.reserveCapacity(min(range.count, 96))
    text.withBytes(in: range) { bytes in
      var (index, count) = (0, 0)
      var isInWord = false
      while index < bytes.count {
        let blank = blankLength(bytes, index)
        guard blank == 0 else {
          isInWord = false
          index += blank
          continue
        }
        if !isInWord {
          if count == 10 { break }
          if count > 0 { words.append(0x20) }
          count += 1
          isInWord = true
        }
        words.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: words, as: UTF8.self)
  }
}

/// How many bytes the white space at `index` has; 0 where there is none.
@inline(__always)
private func blankLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
  // Nearly every byte is a letter.
  0x21...0x7F ~= bytes[index] ? 0 : anyBlankLength(bytes, index)
}

private func anyBlankLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
  func byte(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }
  switch bytes[index] {
  case 0x09...0x0D, 0x20: return 1
  case 0xC2: return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0
  case 0xE1: return byte(1) == 0x9A && byte(2) == 0x80 ? 3 : 0
  case 0xE2:
    switch (byte(1), byte(2)) {
    case (0x80, 0x80...0x8A), (0x80, 0xA8), (0x80, 0xA9), (0x80, 0xAF), (0x81, 0x9F): return 3
    default: return 0
    }
  case 0xE3: return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0
  default: return 0
  }
}

extension Unit {
  fileprivate var isCopy: Bool {
    switch kind {
    case .paragraph, .quoted, .heading: true
    case .attribution, .field, .notes: false
    }
  }
}
