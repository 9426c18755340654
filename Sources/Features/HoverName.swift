import Semantics
import Syntax

/// On a name, declared or mentioned: who it is, what else the article calls them, and where.
func hoverName(at offset: Int, in proof: Proof) -> Card? {
  if let mention = proof.cast.mention(at: offset), let figure = proof.figure(of: mention) {
    return nameCard(figure, range: mention.range, in: proof)
  }
  return proof.declaredFigure(at: offset).map { nameCard($0.figure, range: $0.range, in: proof) }
}

private func nameCard(_ figure: Figure, range: Range<Int>, in proof: Proof) -> Card {
  var lines: [Card.Line] = []
  if let role = figure.role { lines.append(.text(role)) }
  let others = otherNames(of: figure, in: proof)
  if !others.isEmpty { lines.append(.fact("Also", others.joined(separator: ", "))) }
  let mentions = proof.cast.mentions(of: figure)
  if !mentions.isEmpty {
    let so = mentions.firstIndex { $0.range == range }.map { "\($0 + 1) of \(counted(mentions.count, "mention"))" }
    lines.append(.fact("Mentions", so ?? counted(mentions.count, "mention")))
  }
  if let first = figure.firstFullMention.map({ proof.cast.mentions[$0] }), first.range != range {
    lines.append(.fact("First", "line \(proof.line(first.range.lowerBound) + 1)"))
  }
  if let declaration = proof.declaration(of: figure) {
    lines.append(.fact("Declared", "line \(proof.line(declaration.nameRange.lowerBound) + 1)"))
    for note in declaration.attributes where note.kind == .note { lines.append(.text(note.text)) }
    if declaration.isWithheld { lines.append(.text("This name must not appear in print.")) }
  }
  return Card(range: range, title: figure.name, kind: figure.kind.word, lines: lines)
}

/// Declared names first, then the other words that stand for the figure here, each once.
private func otherNames(of figure: Figure, in proof: Proof) -> [String] {
  var names = figure.otherNames
  for mention in proof.cast.mentions(of: figure) where mention.form != .full {
    let words = proof.words(mention.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words != figure.name, !names.contains(words) { names.append(words) }
  }
  return names
}
