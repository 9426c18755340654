import Semantics
import Syntax

/// Where a goto verb leads.
package enum Target: Equatable, Sendable {
  /// UTF-8 bytes of the article.
  case here(Range<Int>)
  /// The declaration of that number among the shared ones the proof was made with.
  case shared(Int)
}

/// The goto verbs of an editor.
package enum GotoVerb: Sendable {
  case definition
  case declaration
  case typeDefinition
  case implementation
}

/// Where a goto verb leads from what stands at `offset`, in order; empty where it leads nowhere.
package func targets(of verb: GotoVerb, at offset: Int, in proof: Proof) -> [Target] {
  guard let pointed = Pointed(at: offset, in: proof) else { return [] }
  let figure = pointed.figure(in: proof)
  switch (verb, pointed) {
  case (.implementation, _): return figure.map { proof.quotations(of: $0).map { .here($0.range) } } ?? []
  case (.definition, .attribution(let quotation, _)): return next(after: quotation, in: proof)
  case (.definition, .quotation(let quotation)):
    guard let attribution = quotation.attribution else { return next(after: quotation, in: proof) }
    return [.here(saying(attribution, in: proof))]
  case (.declaration, .name): return figure.flatMap { declaration(of: $0, in: proof) }.map { [$0] } ?? []
  default:
    guard let figure else { return [] }
    return [declaration(of: figure, in: proof) ?? firstFullMention(of: figure, in: proof).map(Target.here)].compactMap(
      \.self)
  }
}

/// Every place that names what stands at `offset`, or every quotation of its speaker.
package func references(at offset: Int, in proof: Proof, withDeclaration: Bool) -> [Range<Int>] {
  guard let pointed = Pointed(at: offset, in: proof), let figure = pointed.figure(in: proof) else { return [] }
  guard case .name = pointed else { return proof.quotations(of: figure).map(\.range) }
  let mentions = proof.mentions(of: figure).map(\.range)
  guard withDeclaration, let declaration = declared(figure, in: proof), !mentions.contains(declaration) else {
    return mentions
  }
  return (mentions + [declaration]).sorted { $0.lowerBound < $1.lowerBound }
}

/// Who stands at `offset`: the one named there, or the speaker of what stands there; and whether it is a name.
package func figure(at offset: Int, in proof: Proof) -> (figure: Figure, isName: Bool)? {
  guard let pointed = Pointed(at: offset, in: proof), let figure = pointed.figure(in: proof) else { return nil }
  if case .name = pointed { return (figure, true) }
  return (figure, false)
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

/// The words that attribute, past a name that they start with: on the name the verb would lead to its declaration, on these
/// words it leads to the next quotation, so that one key goes from quotation to quotation.
private func saying(_ attribution: Attribution, in proof: Proof) -> Range<Int> {
  let words = attribution.range
  guard let name = proof.cast.mention(at: words.lowerBound)?.range, name.upperBound < words.upperBound else {
    return words
  }
  let rest = proof.article.text.string(in: name.upperBound..<words.upperBound)
  let gap = rest.prefix { !$0.isLetter }.utf8.count
  return gap < rest.utf8.count ? min(name.upperBound + gap, words.upperBound)..<words.upperBound : words
}

private func declaration(of figure: Figure, in proof: Proof) -> Target? {
  if case .shared(let number) = figure.declared { return .shared(number) }
  return declared(figure, in: proof).map(Target.here)
}

private func declared(_ figure: Figure, in proof: Proof) -> Range<Int>? { proof.declaration(of: figure)?.nameRange }

private func firstFullMention(of figure: Figure, in proof: Proof) -> Range<Int>? {
  figure.firstFullMention.map { proof.cast.mentions[$0].range }
}

private func next(after quotation: Quotation, in proof: Proof) -> [Target] {
  proof.article.quotation(after: quotation.range.lowerBound).map { [.here($0.range)] } ?? []
}
