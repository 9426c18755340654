import Semantics
import Syntax

/// What another article of the workspace says of a figure.
package struct Elsewhere: Sendable {
  package let title: String
  package let role: String?
  package let mentions: Int
  package let quotations: Int

  package init(title: String, role: String?, mentions: Int, quotations: Int) {
    self.title = title
    self.role = role
    self.mentions = mentions
    self.quotations = quotations
  }
}

/// On a name, declared or mentioned: who it is, what else the article calls them, and where.
func hoverName(at offset: Int, in proof: Proof, _ elsewhere: (String) -> [Elsewhere]) -> Card? {
  if let mention = proof.cast.mention(at: offset), let figure = proof.figure(of: mention) {
    return nameCard(figure, range: mention.range, in: proof, elsewhere(figure.name))
  }
  return proof.declaredFigure(at: offset).map {
    nameCard($0.figure, range: $0.range, in: proof, elsewhere($0.figure.name))
  }
}

private func nameCard(_ figure: Figure, range: Range<Int>, in proof: Proof, _ elsewhere: [Elsewhere]) -> Card {
  var lines: [Card.Line] = []
  if let role = figure.role { lines.append(.text(role)) }
  let others = otherNames(of: figure, in: proof)
  if !others.isEmpty { lines.append(.fact("Also", others.joined(separator: ", "))) }
  let mentions = proof.mentions(of: figure)
  if !mentions.isEmpty {
    let so = mentions.firstIndex { $0.range == range }.map { "\($0 + 1) of \(counted(mentions.count, "mention"))" }
    let places = lineNumbers(of: mentions.map(\.range), in: proof)
    lines.append(.fact("Mentions", (so ?? counted(mentions.count, "mention")) + ", " + places))
  }
  let quotations = proof.quotations(of: figure)
  if !quotations.isEmpty {
    let places = lineNumbers(of: quotations.map(\.range), in: proof)
    lines.append(.fact("Quoted", counted(quotations.count, "time") + ", " + places))
  }
  if let first = figure.firstFullMention.map({ proof.cast.mentions[$0] }), first.range != range {
    lines.append(.fact("First", "line \(proof.line(first.range.lowerBound) + 1)"))
  }
  if let declaration = proof.declaration(of: figure) {
    lines.append(.fact("Declared", "line \(proof.line(declaration.nameRange.lowerBound) + 1)"))
    for note in declaration.attributes where note.kind == .note { lines.append(.text(note.text)) }
    if declaration.isWithheld { lines.append(.text("This name must not appear in print.")) }
  }
  if case .shared = figure.declared { lines.append(.fact("Declared", "in the stylebook")) }
  for article in elsewhere.prefix(3) {
    let quoted = article.quotations > 0 ? ", quoted \(counted(article.quotations, "time"))" : ""
    let role = article.role.flatMap { $0 == figure.role ? nil : ", as \($0)" } ?? ""
    lines.append(.fact(firstWords(of: article.title), counted(article.mentions, "mention") + quoted + role))
  }
  if elsewhere.count > 3 { lines.append(.text("and in \(counted(elsewhere.count - 3, "other article"))")) }
  return Card(range: range, title: figure.name, kind: figure.kind.word, lines: lines)
}

/// Declared names first, then the other words that stand for the figure here, each once.
private func otherNames(of figure: Figure, in proof: Proof) -> [String] {
  var names = figure.otherNames
  for mention in proof.mentions(of: figure) where mention.form != .full {
    let words = proof.words(mention.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words != figure.name, !names.contains(words) { names.append(words) }
  }
  return names
}
