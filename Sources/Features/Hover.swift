import Semantics
import Syntax

/// What stands at `offset`, the innermost thing first; nil on plain words.
package func hover(at offset: Int, in proof: Proof, today: CivilDate?) -> Card? {
  hoverDate(at: offset, in: proof, today: today)
    ?? hoverField(at: offset, in: proof, today: today)
    ?? hoverName(at: offset, in: proof)
    ?? hoverQuotation(at: offset, in: proof)
}
