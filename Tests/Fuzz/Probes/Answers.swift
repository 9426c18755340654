import Features
import Rules
import Semantics
import Syntax

/// Every stretch that the features point to when they are asked at `offset`, with at most so many suggestions.
package func answers(at offset: Int, in proof: Proof, suggestions: Int = .max) -> [Range<Int>] {
  var ranges = hover(at: offset, in: proof, today: Rule.exampleToday).map { [$0.range] } ?? []
  for suggestion in completion(at: offset, in: proof, today: Rule.exampleToday).prefix(suggestions) {
    ranges.append(suggestion.range)
    _ = explanation(of: suggestion.label, in: proof)
  }
  for verb in [GotoVerb.definition, .declaration, .typeDefinition, .implementation] {
    for case .here(let range) in targets(of: verb, at: offset, in: proof) { ranges.append(range) }
  }
  ranges += references(at: offset, in: proof, withDeclaration: true)
  ranges += highlights(at: offset, in: proof).map(\.range)
  ranges += selections(at: offset, in: proof) + (linkedNames(at: offset, in: proof) ?? [])
  let party = party(at: offset, in: proof)
  ranges += [party.range, party.selection] + quoted(by: party.name, in: proof).flatMap(\.places)
  ranges += quoting(party.name, in: proof)?.places ?? []
  for way in QuoteJump.allCases { ranges += jump(way, from: offset, in: proof).map { [$0] } ?? [] }
  for typed in ["\"", "\n"] { ranges += typing(typed, at: offset, in: proof.article).map(\.range) }
  if let renamed = try? renaming(at: offset, to: "Zora Quist", in: proof).get().edits(in: proof) {
    ranges += renamed.map(\.edit.range)
  }
  return ranges
}

/// Every stretch that the features point to when they are asked about a whole article.
package func wholeAnswers(about proof: Proof) -> [Range<Int>] {
  let text = proof.article.text
  var ranges = folds(of: proof.article).map {
    text.lineStart($0.lines.lowerBound)..<text.lineStart($0.lines.upperBound)
  }
  let all = tokens(of: proof)
  ranges += all.map(\.range) + flattened(all).map(\.range) + links(of: proof.article).map(\.range)
  ranges += hints(in: 0..<text.count, of: proof, showSpeakers: true).map { $0.offset..<$0.offset }
  ranges += lensPlaces(of: proof).flatMap { place in
    [place.range] + (lens(ofEntry: place.entry, in: proof)?.first.map { [$0] } ?? [])
  }
  ranges += outline(of: proof).flatMap(everyRange)
  return ranges + quoted(in: proof).flatMap { [$0.party.range, $0.party.selection] + $0.places }
}

private func everyRange(of item: OutlineItem) -> [Range<Int>] {
  [item.range, item.selection] + item.children.flatMap(everyRange)
}
