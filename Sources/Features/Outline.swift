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
  package let detail: String
  package private(set) var range: Range<Int>
  package let selection: Range<Int>
  package private(set) var children: [OutlineItem] = []

  init(_ kind: Kind, _ name: String, detail: String = "", range: Range<Int>, selection: Range<Int>) {
    let words = firstWords(of: name)
    self.kind = kind
    self.name = words.isEmpty ? "…" : words
    self.detail = firstWords(of: detail)
    self.range = range
    self.selection = selection.clamped(to: range)
  }

  fileprivate mutating func adopt(_ child: OutlineItem) { children.append(child) }
  fileprivate mutating func end(at offset: Int) { range = range.lowerBound..<max(offset, range.upperBound) }
}

/// Entries hold their headings, headings what stands under them; all in the order of the article.
package func outline(of proof: Proof) -> [OutlineItem] {
  var tree = OutlineTree()
  for row in rows(of: proof).sorted(by: { $0.item.range.lowerBound < $1.item.range.lowerBound }) { tree.add(row) }
  return tree.finished(at: proof.article.text.count)
}

/// An item and how deep it may stand: an entry at 0, headings at 1 to 3, everything else inside whatever is open.
private struct OutlineRow {
  var item: OutlineItem
  let level: Int

  static let leaf = 4
}

/// Items that are still open, outermost first.
private struct OutlineTree {
  private var roots: [OutlineItem] = []
  private var open: [OutlineRow] = []

  mutating func add(_ row: OutlineRow) {
    if row.level < OutlineRow.leaf {
      close(from: row.level, at: row.item.range.lowerBound)
      open.append(row)
    } else {
      adopt(row.item)
    }
  }

  mutating func finished(at end: Int) -> [OutlineItem] {
    close(from: 0, at: end)
    return roots
  }

  private mutating func close(from level: Int, at offset: Int) {
    while let last = open.last, last.level >= level {
      open.removeLast()
      var item = last.item
      item.end(at: offset)
      adopt(item)
    }
  }

  private mutating func adopt(_ item: OutlineItem) {
    guard !open.isEmpty else { return roots.append(item) }
    open[open.count - 1].item.adopt(item)
  }
}

private func rows(of proof: Proof) -> [OutlineRow] {
  entryRows(proof) + headlineRows(proof) + headingRows(proof) + declarationRows(proof) + quotationRows(proof)
}

private func entryRows(_ proof: Proof) -> [OutlineRow] {
  proof.header.entries.map { entry in
    let date = proof.words(entry.valueRange)
    let opening = entry.body.map { " " + firstWords(of: proof.words($0)) } ?? ""
    let selection = entry.key.lowerBound..<entry.valueRange.upperBound
    let weekday = entry.value.date.map { $0.weekday.name + ", " } ?? ""
    let detail = weekday + Length(ofEntry: entry.number, in: proof).said
    return OutlineRow(
      item: OutlineItem(
        .entry, date + opening, detail: detail, range: entry.line, selection: selection), level: 0)
  }
}

private func headlineRows(_ proof: Proof) -> [OutlineRow] {
  proof.header.fields.filter { $0.key == .headline }.map { field in
    OutlineRow(
      item: OutlineItem(.headline, field.value, detail: "headline", range: field.line, selection: field.valueRange),
      level: OutlineRow.leaf)
  }
}

private func headingRows(_ proof: Proof) -> [OutlineRow] {
  proof.article.landmarks(.heading).flatMap { place in
    (place.passage?.copy.lines ?? []).compactMap { line in
      guard case .heading(let level, let text) = line.form else { return nil }
      let words = text.from(place.start)
      return OutlineRow(
        item: OutlineItem(.heading, proof.words(words), range: line.extent.from(place.start), selection: words),
        level: Int(level))
    }
  }
}

private func declarationRows(_ proof: Proof) -> [OutlineRow] {
  proof.header.declarations.map { declaration in
    OutlineRow(
      item: OutlineItem(
        OutlineItem.Kind(Figure.Kind(declaration.kind)), declaration.name,
        detail: declaration.role ?? declaration.kind.rawValue,
        range: declaration.line, selection: declaration.nameRange),
      level: OutlineRow.leaf)
  }
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

private func quotationRows(_ proof: Proof) -> [OutlineRow] {
  proof.quotations.map { quotation in
    // More than a row shows, and not all of a long quotation.
    let words = quotation.words.first.map { proof.words($0.lowerBound..<min($0.upperBound, $0.lowerBound + 400)) } ?? ""
    return OutlineRow(
      item: OutlineItem(
        .quotation, words, detail: proof.voice(of: quotation)?.name ?? "", range: quotation.range,
        selection: quotation.words.first ?? quotation.range),
      level: OutlineRow.leaf)
  }
}
