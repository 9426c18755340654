import Semantics
import Syntax

/// The goto verbs of an editor; all results are UTF-8 byte ranges of the article, in order.
package enum GotoVerb: Sendable {
  case definition
  case declaration
  case typeDefinition
  case implementation
}

/// Where a goto verb leads from what stands at `offset`; empty where it leads nowhere.
package func targets(of verb: GotoVerb, at offset: Int, in proof: Proof) -> [Range<Int>] {
  guard let pointed = Pointed(at: offset, in: proof) else { return [] }
  let figure = pointed.figure(in: proof)
  switch (verb, pointed) {
  case (.implementation, _): return figure.map { proof.quotations(of: $0).map(\.range) } ?? []
  case (.definition, .attribution(let quotation, _)): return next(after: quotation, in: proof)
  case (.definition, .quotation(let quotation)):
    guard let voice = proof.voice(of: quotation) else { return next(after: quotation, in: proof) }
    return [voice.attribution]
  case (.declaration, .name): return figure.flatMap { declared($0, in: proof) }.map { [$0] } ?? []
  default: return figure.flatMap { declared($0, in: proof) ?? firstFullMention(of: $0, in: proof) }.map { [$0] } ?? []
  }
}

/// Every place that names what stands at `offset`, or every quotation of its speaker.
package func references(at offset: Int, in proof: Proof, withDeclaration: Bool) -> [Range<Int>] {
  guard let pointed = Pointed(at: offset, in: proof), let figure = pointed.figure(in: proof) else { return [] }
  guard case .name = pointed else { return proof.quotations(of: figure).map(\.range) }
  let mentions = proof.cast.mentions(of: figure).map(\.range)
  guard withDeclaration, let declaration = declared(figure, in: proof), !mentions.contains(declaration) else {
    return mentions
  }
  return (mentions + [declaration]).sorted { $0.lowerBound < $1.lowerBound }
}

/// A range to light up; the declaration is where the name is written for the others to follow.
package struct Highlight: Equatable, Sendable {
  package let range: Range<Int>
  package let isDeclaration: Bool
}

/// The other places of what stands at `offset`: mentions of a name, quotations of a speaker.
package func highlights(at offset: Int, in proof: Proof) -> [Highlight] {
  guard let pointed = Pointed(at: offset, in: proof) else { return [] }
  switch pointed {
  case .name(let figure, _):
    let declaration = declared(figure, in: proof)
    return references(at: offset, in: proof, withDeclaration: true).map {
      Highlight(range: $0, isDeclaration: $0 == declaration)
    }
  case .attribution(let quotation, _), .quotation(let quotation):
    let quotations = proof.voice(of: quotation)?.figure.map(proof.quotations) ?? [quotation]
    return quotations.map { Highlight(range: $0.range, isDeclaration: false) }
  }
}

private func declared(_ figure: Figure, in proof: Proof) -> Range<Int>? { proof.declaration(of: figure)?.nameRange }

private func firstFullMention(of figure: Figure, in proof: Proof) -> Range<Int>? {
  figure.firstFullMention.map { proof.cast.mentions[$0].range }
}

private func next(after quotation: Quotation, in proof: Proof) -> [Range<Int>] {
  proof.article.quotation(after: quotation.range.lowerBound).map { [$0.range] } ?? []
}
