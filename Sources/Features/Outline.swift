import Semantics
import Syntax

/// One row of an article's outline; ranges are UTF-8 byte offsets, and the selection lies inside the range.
package struct OutlineItem: Equatable, Sendable {
  package enum Kind: Sendable {
    case entry
    case headline
    case heading
    case quotation
    case person
    case organisation
    case place
    case event
    case term
  }

  package let kind: Kind
  /// One line of at most 60 characters, never empty.
  package let name: String
  package private(set) var detail: String
  package private(set) var range: Range<Int>
  package let selection: Range<Int>
  /// How deep it may stand where others stand under it: an entry at 0, headings at 1 to 3.
  package let level: Int?
  package private(set) var children: [OutlineItem] = []

  init(_ kind: Kind, _ name: String, detail: String = "", range: Range<Int>, selection: Range<Int>, level: Int? = nil) {
    let words = firstWords(of: name)
    self.kind = kind
    self.name = words.isEmpty ? "…" : words
    self.detail = firstWords(of: detail)
    self.range = range
    self.selection = selection.clamped(to: range)
    self.level = level
  }

  fileprivate mutating func add(_ child: OutlineItem) { children.append(child) }

  fileprivate mutating func end(at offset: Int, detail: String?) {
    range = range.lowerBound..<max(offset, range.upperBound)
    self.detail = detail ?? self.detail
  }
}

/// Entries hold their headings, headings what stands under them; all in the order of the article.
package func outline(of proof: Proof) -> [OutlineItem] {
  var tree = OutlineTree(proof)
  var next = 0
  for item in outlineLines(in: 0..<proof.article.text.count, of: proof) {
    let end = proof.quotationIndex(from: next, notBefore: item.range.lowerBound)
    for index in next..<end { tree.add(quotationItem(index, in: proof)) }
    next = end
    tree.add(item)
  }
  for index in next..<proof.quotations.count { tree.add(quotationItem(index, in: proof)) }
  return tree.finished()
}

/// The row of the quotation of that index.
package func quotationItem(_ index: Int, in proof: Proof) -> OutlineItem {
  let (range, opening) = proof.place(ofQuotation: index)
  // More than a row shows, and not all of a long quotation.
  let words = proof.words(opening.lowerBound..<min(opening.upperBound, opening.lowerBound + 400))
  return OutlineItem(
    .quotation, words, detail: proof.speakerName(ofQuotation: index) ?? "", range: range, selection: opening)
}

/// What the row of the entry of that number tells besides its name.
package func entryDetail(_ number: Int, in proof: Proof) -> String {
  let weekday = proof.header.entries[number].value.date.map { $0.weekday.name + ", " } ?? ""
  return weekday + Length(ofEntry: number, in: proof).said
}

/// Hangs rows in order into what they stand under.
private struct OutlineTree {
  private let proof: Proof
  private var roots: [OutlineItem] = []
  /// Items that are still open, outermost first.
  private var open: [OutlineItem] = []
  private var entries = 0

  init(_ proof: Proof) { self.proof = proof }

  mutating func add(_ item: OutlineItem) {
    guard let level = item.level else { return hang(item) }
    close(from: level, at: item.range.lowerBound)
    open.append(item)
  }

  mutating func finished() -> [OutlineItem] {
    close(from: 0, at: proof.article.text.count)
    return roots
  }

  private mutating func hang(_ item: OutlineItem) {
    if open.isEmpty { roots.append(item) } else { open[open.count - 1].add(item) }
  }

  private mutating func close(from level: Int, at offset: Int) {
    while var last = open.last, let own = last.level, own >= level {
      open.removeLast()
      last.end(at: offset, detail: last.kind == .entry ? entryDetail(entries, in: proof) : nil)
      if last.kind == .entry { entries += 1 }
      hang(last)
    }
  }
}

/// The rows besides quotations of the lines that begin in `range`, in order, each told by its passage alone: that of an
/// entry is without its detail, and none that others may stand under is longer than its line.
package func outlineLines(in range: Range<Int>, of proof: Proof) -> [OutlineItem] {
  let header = proof.header
  let items =
    header.entries.filter { range.contains($0.line.lowerBound) }.map { entryItem($0, in: proof) }
    + header.fields.filter { $0.key == .headline && range.contains($0.line.lowerBound) }.map {
      OutlineItem(.headline, $0.value, detail: "headline", range: $0.line, selection: $0.valueRange)
    } + headingItems(in: range, of: proof)
    + header.declarations.filter { range.contains($0.line.lowerBound) }.map {
      OutlineItem(
        OutlineItem.Kind(Figure.Kind($0.kind)), $0.name, detail: $0.role ?? $0.kind.rawValue, range: $0.line,
        selection: $0.nameRange)
    }
  return items.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

private func entryItem(_ entry: Entry, in proof: Proof) -> OutlineItem {
  let opening = entry.body.map { " " + firstWords(of: proof.words($0)) } ?? ""
  return OutlineItem(
    .entry, proof.words(entry.valueRange) + opening, range: entry.line,
    selection: entry.key.lowerBound..<entry.valueRange.upperBound, level: 0)
}

private func headingItems(in range: Range<Int>, of proof: Proof) -> [OutlineItem] {
  var items: [OutlineItem] = []
  let passages = proof.article.passages
  for place in passages.from(passages.place(at: range.lowerBound)) {
    guard place.start < range.upperBound else { break }
    guard let copy = place.passage?.copy, copy.landmarks.contains(.heading) else { continue }
    for line in copy.lines {
      guard case .heading(let level, let text) = line.form, range.contains(place.start + line.extent.lowerBound)
      else { continue }
      let words = text.from(place.start)
      items.append(
        OutlineItem(
          .heading, proof.words(words), range: line.extent.from(place.start), selection: words, level: Int(level)))
    }
  }
  return items
}

extension OutlineItem.Kind {
  /// A name of unknown kind stands with the terms.
  package init(_ kind: Figure.Kind) {
    switch kind {
    case .person: self = .person
    case .org: self = .organisation
    case .place: self = .place
    case .event: self = .event
    case .term, .unknown: self = .term
    }
  }
}
