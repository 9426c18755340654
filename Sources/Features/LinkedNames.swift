import Semantics
import Syntax

/// Every place that has the very words of the name at `offset` and means the same, so that they change together.
///
/// Nil where there is no second place, and inside a quotation: nobody's words are changed behind one's back.
package func linkedNames(at offset: Int, in proof: Proof) -> [Range<Int>]? {
  guard case .name(let figure, let range)? = Pointed(at: offset, in: proof) else { return nil }
  let words = proof.article.text.bytes(in: range)
  let mentions = proof.cast.mentions(of: figure).filter { !$0.isQuoted }.map(\.range)
  let declared = proof.declaration(of: figure).map { [$0.nameRange] } ?? []
  let places = (declared + mentions.filter { !declared.contains($0) })
    .filter { $0.count == range.count && proof.article.text.bytes(in: $0) == words }
    .sorted { $0.lowerBound < $1.lowerBound }
  return places.count > 1 && places.contains(range) ? places : nil
}
