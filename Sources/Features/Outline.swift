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

  /// The same with what stands under it.
  fileprivate func holding(_ children: [OutlineItem]) -> OutlineItem {
    var item = self
    item.children = children
    return item
  }

  fileprivate mutating func end(at offset: Int) { range = range.lowerBound..<max(offset, range.upperBound) }
}

/// Entries hold their headings, headings what stands under them; all in the order of the article.
package func outline(of proof: Proof) -> [OutlineItem] { items(outlineNodes(of: proof), proof) }

private func items(_ nodes: [OutlineNode], _ proof: Proof) -> [OutlineItem] {
  nodes.flatMap { node in
    switch node {
    case .item(let item, let nodes): [item.holding(items(nodes, proof))]
    case .quotations(let range): range.map { quotationItem($0, in: proof) }
    }
  }
}

/// A part of an outline: most are quotations, which are told by their index only, as few of them change at a time.
package indirect enum OutlineNode: Sendable {
  /// A row with what stands under it; it has no children of its own.
  case item(OutlineItem, [OutlineNode])
  /// Indices in the quotations of the proof.
  case quotations(Range<Int>)
}

/// The outermost parts of the outline, in order.
package func outlineNodes(of proof: Proof) -> [OutlineNode] {
  var tree = OutlineTree()
  var next = 0
  for row in rows(of: proof) {
    let start = row.item.range.lowerBound
    let end = proof.quotationIndex(from: next, notBefore: start)
    if next < end { tree.add(.quotations(next..<end)) }
    next = end
    tree.add(row)
  }
  if next < proof.quotations.count { tree.add(.quotations(next..<proof.quotations.count)) }
  return tree.finished(at: proof.article.text.count)
}

/// The row of the quotation of that index.
package func quotationItem(_ index: Int, in proof: Proof) -> OutlineItem {
  let (range, opening) = proof.place(ofQuotation: index)
  // More than a row shows, and not all of a long quotation.
  let words = proof.words(opening.lowerBound..<min(opening.upperBound, opening.lowerBound + 400))
  return OutlineItem(
    .quotation, words, detail: proof.speakerName(ofQuotation: index) ?? "", range: range, selection: opening)
}

/// An item and how deep it may stand: an entry at 0, headings at 1 to 3, everything else inside whatever is open.
private struct OutlineRow {
  var item: OutlineItem
  let level: Int

  static let leaf = 4
}

/// Hangs rows in order into what they stand under.
private struct OutlineTree {
  private var roots: [OutlineNode] = []
  /// Items that are still open, outermost first.
  private var open: [(row: OutlineRow, nodes: [OutlineNode])] = []

  mutating func add(_ row: OutlineRow) {
    guard row.level < OutlineRow.leaf else { return add(.item(row.item, [])) }
    close(from: row.level, at: row.item.range.lowerBound)
    open.append((row, []))
  }

  mutating func add(_ node: OutlineNode) {
    if open.isEmpty { roots.append(node) } else { open[open.count - 1].nodes.append(node) }
  }

  mutating func finished(at end: Int) -> [OutlineNode] {
    close(from: 0, at: end)
    return roots
  }

  private mutating func close(from level: Int, at offset: Int) {
    while var last = open.last, last.row.level >= level {
      open.removeLast()
      last.row.item.end(at: offset)
      add(.item(last.row.item, last.nodes))
    }
  }
}

/// The rows besides quotations, in order: few, but all that others can stand under is among them.
private func rows(of proof: Proof) -> [OutlineRow] {
  (entryRows(proof) + headlineRows(proof) + headingRows(proof) + declarationRows(proof))
    .sorted { $0.item.range.lowerBound < $1.item.range.lowerBound }
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
  var rows: [OutlineRow] = []
  for place in proof.article.landmarks(.heading) {
    guard let lines = place.passage?.copy.lines else { continue }
    for line in lines {
      guard case .heading(let level, let text) = line.form else { continue }
      let words = text.from(place.start)
      let item = OutlineItem(.heading, proof.words(words), range: line.extent.from(place.start), selection: words)
      rows.append(OutlineRow(item: item, level: Int(level)))
    }
  }
  return rows
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
