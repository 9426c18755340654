import Semantics
import Syntax

/// Where a line about an entry stands; what it says is counted only when somebody looks.
package struct LensPlace: Equatable, Sendable {
  /// The number of the entry, nil for an article without a date line.
  package let entry: Int?
  package let range: Range<Int>
}

/// One place an entry, on its date; at the top of an article that has none.
package func lensPlaces(of proof: Proof) -> [LensPlace] {
  guard proof.header.entries.isEmpty else {
    return proof.header.entries.map {
      LensPlace(entry: $0.number, range: $0.key.lowerBound..<$0.valueRange.upperBound)
    }
  }
  let isBlank = proof.article.passages.first.passage?.copy.units.isEmpty ?? true
  return isBlank && proof.quotations.isEmpty ? [] : [LensPlace(entry: nil, range: 0..<0)]
}

/// What an entry holds, in figures.
package struct Lens: Equatable, Sendable {
  /// `2 quotations, 480 words: Ana Ruiz 60 %, Tomás Okafor 40 %`: shares of the quoted words.
  package let title: String
  /// Its first quotation.
  package let first: Range<Int>?
}

/// Counts the words and quotations of an entry; nil where there is no entry of that number.
package func lens(ofEntry entry: Int?, in proof: Proof) -> Lens? {
  let entries = proof.header.entries
  guard entry.map(entries.indices.contains) ?? entries.isEmpty else { return nil }
  let range = entry.map { entries[$0].range } ?? 0..<proof.article.text.count
  let quotations = proof.quotations.filter { range.contains($0.range.lowerBound) }
  var title = counted(quotations.count, "quotation") + ", " + Length(ofEntry: entry, in: proof).said
  let shares = shares(quotations, in: proof)
  if !shares.isEmpty { title += ": " + shares.joined(separator: ", ") }
  return Lens(title: title, first: quotations.first?.range)
}

/// The three who are quoted most, by words, and what is left to the others; empty where nobody is known to speak.
private func shares(_ quotations: [Quotation], in proof: Proof) -> [String] {
  var words: [String: Int] = [:]
  var names: [String] = []
  var total = 0
  for quotation in quotations {
    let count = quotation.words.reduce(0) { $0 + countWords(proof.article.text.bytes(in: $1)[...]) }
    total += count
    guard let voice = proof.voice(of: quotation), voice.figure != nil else { continue }
    if words[voice.name] == nil { names.append(voice.name) }
    words[voice.name, default: 0] += count
  }
  guard total > 0, !names.isEmpty else { return [] }
  let most = names.enumerated().sorted {
    (-(words[$0.element] ?? 0), $0.offset) < (-(words[$1.element] ?? 0), $1.offset)
  }.prefix(3).map(\.element)
  let parts = most.map { (firstWords(of: $0, limit: 30), words[$0] ?? 0) }
  let rest = total - parts.reduce(0) { $0 + $1.1 }
  return (rest > 0 ? parts + [("others", rest)] : parts).map { "\($0.0) \((100 * $0.1 + total / 2) / total) %" }
}
