import Semantics
import Syntax

/// A stretch of one line and what it is, for the colours of an editor.
package struct Token: Equatable, Sendable {
  package enum Kind: UInt8, CaseIterable, Sendable {
    case key, number, value, mark, heading, quotation, attribution, comment
    case person, organisation, place, event, term, name
  }

  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The name stands in the line that declares it.
    package static let declaration = Traits(rawValue: 1 << 0)
    /// A spelling that is declared wrong.
    package static let wrong = Traits(rawValue: 1 << 1)
  }

  /// UTF-8 byte offsets; never across the end of a line, never empty.
  package let range: Range<Int>
  package let kind: Kind
  package let traits: Traits
}

/// The tokens that touch `range`, or all, by their starts; one that lies in another, as a name in a quotation, comes
/// after it.
package func tokens(in range: Range<Int>? = nil, of proof: Proof) -> [Token] {
  let article = proof.article
  let range = range ?? 0..<article.text.count
  var reader = TokenReader(proof, range)
  for place in article.passages.from(article.passages.place(at: range.lowerBound)) {
    if place.start > range.lowerBound, place.start >= range.upperBound { break }
    reader.read(place)
  }
  return reader.tokens
}

/// The same tokens side by side: where one lies in another, the inner one is cut out of the outer.
package func flattened(_ tokens: [Token]) -> [Token] {
  var flat: [Token] = []
  flat.reserveCapacity(tokens.count)
  var open: [Token] = []
  var reached = 0
  func pass(to offset: Int) {
    while let inner = open.last {
      let end = min(inner.range.upperBound, offset)
      if reached < end {
        flat.append(Token(range: reached..<end, kind: inner.kind, traits: inner.traits))
        reached = end
      }
      guard inner.range.upperBound <= offset else { return }
      open.removeLast()
    }
  }
  for token in tokens {
    pass(to: token.range.lowerBound)
    reached = max(reached, token.range.lowerBound)
    open.append(token)
  }
  pass(to: Int.max)
  return flat
}

/// Reads passage by passage what their lines, quotations, speakers and names are.
private struct TokenReader {
  private(set) var tokens: [Token] = []
  private let proof: Proof
  private let wanted: Range<Int>
  private var mentions: ArraySlice<Mention>
  private var attributions: ArraySlice<Range<Int>>

  init(_ proof: Proof, _ range: Range<Int>) {
    self.proof = proof
    wanted = range
    // A name that the line breaks may begin before the range.
    let longest = 300
    mentions = proof.cast.mentions(in: range.lowerBound - longest..<range.upperBound + longest)
    let clauses = quotations(near: range, in: proof).compactMap(\.attribution)
      .filter { $0.evidence != .attributionLine && touches($0.range, range) }
    // One clause may attribute two quotations.
    attributions = Set(clauses.map(\.range)).sorted { $0.lowerBound < $1.lowerBound }[...]
  }

  mutating func read(_ place: Article.Place) {
    guard let copy = place.passage?.copy else { return }
    let bytes = proof.article.text.bytes(in: place.start..<place.end)
    var lines = LineTokens(copy.lines, bytes, at: place.start, wanted: wanted)
    lines.read()
    for part in proof.article.reading(at: place).parts { lines.add(part.extent, .quotation) }
    while let next = attributions.first, next.lowerBound < place.end {
      lines.add(next, .attribution)
      attributions.removeFirst()
    }
    while let next = mentions.first, next.range.lowerBound < place.end {
      if let kind = kind(of: next) { lines.add(next.range, kind) }
      mentions.removeFirst()
    }
    tokens += lines.sorted()
  }

  /// Nil in notes, which are no copy.
  private func kind(of mention: Mention) -> Token.Kind? {
    guard mention.setting != .notes else { return nil }
    return proof.figure(of: mention).map { Token.Kind($0.kind) }
  }
}

/// A quotation may be attributed many paragraphs before it, as far as speakers are looked for.
private func quotations(near range: Range<Int>, in proof: Proof) -> ArraySlice<Quotation> {
  let passages = proof.article.passages
  let furthest = 70
  let start = passages.place(number: max(passages.place(at: range.lowerBound).number - furthest, 0)).start
  let end = passages.place(number: passages.place(at: range.upperBound).number + furthest).end
  let first = proof.quotations.partitioningIndex { $0.range.upperBound >= start }
  let last = proof.quotations.partitioningIndex { $0.range.lowerBound > end }
  return proof.quotations[first..<max(first, last)]
}

private func touches(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
  range.lowerBound < other.upperBound && other.lowerBound < range.upperBound
}

extension Token.Kind {
  init(_ kind: Figure.Kind) {
    switch kind {
    case .person: self = .person
    case .org: self = .organisation
    case .place: self = .place
    case .event: self = .event
    case .term: self = .term
    case .unknown: self = .name
    }
  }
}
