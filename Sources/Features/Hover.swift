import Semantics
import Syntax

/// What stands at `offset`, the innermost thing first; nil on plain words.
///
/// `elsewhere` is asked, by its canonical name, what other articles say of the figure that is shown.
package func hover(
  at offset: Int, in proof: Proof, today: CivilDate?, elsewhere: (String) -> [Elsewhere] = { _ in [] }
) -> Card? {
  hoverDate(at: offset, in: proof, today: today)
    ?? hoverField(at: offset, in: proof, today: today)
    ?? hoverName(at: offset, in: proof, elsewhere)
    ?? hoverQuotation(at: offset, in: proof)
}
