import Semantics
import Syntax

/// Somebody who is quoted, or the article that quotes them.
package struct Party: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case article
    case figure(Figure.Kind)
  }

  package let kind: Kind
  package let name: String
  package let detail: String
  /// Where they are introduced; the selection lies inside the range.
  package let range: Range<Int>
  package let selection: Range<Int>
}

/// A party at the other end of some quotations, and where in the article those stand.
package struct QuoteCall: Equatable, Sendable {
  package let party: Party
  package let places: [Range<Int>]
}

/// Whose name, attribution or quotation stands at `offset`; anywhere else it is the article.
package func party(at offset: Int, in proof: Proof) -> Party {
  Pointed(at: offset, in: proof)?.figure(in: proof).flatMap { Party($0, in: proof) } ?? Party(articleOf: proof)
}

/// Whom the article quotes, in the order of their first quotations.
///
/// With the name of a reporter: whom they quote, which is whoever is quoted in what bears their byline. The names are
/// canonical, so that the answers of several articles can be laid together.
package func quoted(by reporter: String? = nil, in proof: Proof) -> [QuoteCall] {
  var order: [Int] = []
  var places: [Int: [Range<Int>]] = [:]
  for quotation in proof.quotations where reporter.map({ wrote($0, quotation, proof) }) ?? true {
    guard let figure = proof.voice(of: quotation)?.figure else { continue }
    if places[figure.number] == nil { order.append(figure.number) }
    places[figure.number, default: []].append(quotation.range)
  }
  return order.compactMap { number in
    Party(proof.cast.figures[number], in: proof).map { QuoteCall(party: $0, places: places[number] ?? []) }
  }
}

/// The article as the one that quotes the person of that canonical name; nil where it does not.
package func quoting(_ name: String, in proof: Proof) -> QuoteCall? {
  guard let figure = proof.cast.figure(named: name) else { return nil }
  let places = proof.quotations(of: figure).map(\.range)
  return places.isEmpty ? nil : QuoteCall(party: Party(articleOf: proof), places: places)
}

extension Party {
  /// Nil for a figure that stands nowhere in this article.
  fileprivate init?(_ figure: Figure, in proof: Proof) {
    let mention = figure.firstFullMention.map { proof.cast.mentions[$0].range }
    guard let selection = proof.declaration(of: figure)?.nameRange ?? mention else { return nil }
    kind = .figure(figure.kind)
    name = figure.name
    detail = figure.role ?? figure.kind.word
    range = proof.declaration(of: figure).map { trimmedLine($0.line, in: proof) } ?? selection
    self.selection = selection
  }

  fileprivate init(articleOf proof: Proof) {
    let title = firstWords(of: proof.title)
    kind = .article
    name = title.isEmpty ? "article" : title
    detail = counted(proof.quotations.count, "quotation")
    range = 0..<proof.article.text.count
    selection = proof.header.document(.headline)?.valueRange ?? proof.article.text.contentRange(ofLine: 0)
  }
}

private func trimmedLine(_ line: Range<Int>, in proof: Proof) -> Range<Int> {
  proof.article.text.contentRange(ofLine: proof.line(line.lowerBound))
}

/// True where the byline of the article or of the entry that holds the quotation names them.
private func wrote(_ reporter: String, _ quotation: Quotation, _ proof: Proof) -> Bool {
  let entry = proof.header.entry(at: quotation.range.lowerBound)?.number
  return proof.header.fields.contains { field in
    field.key == .by && field.value == reporter && (field.entry == nil || field.entry == entry)
  }
}
