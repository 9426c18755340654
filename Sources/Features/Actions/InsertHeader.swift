import Rules
import Semantics
import Syntax

/// Offers the lines that every desk asks for, with TK for what is to come, at the top of an article that has none.
func headerActions(_ selection: Selection, today: CivilDate?) -> [Action] {
  let proof = selection.proof
  let isAtTop =
    selection.lines.first.map { line in
      let state = proof.article.lineState(before: line.range.lowerBound)
      return state.isFirstZone && state.headerIsOpen
    } ?? (proof.article.text.count == proof.article.byteOrderMarkEnd)
  let wanted: Set<Key> = [.headline, .by, .slug]
  guard isAtTop, !proof.article.isStylebook, !proof.header.fields.contains(where: { wanted.contains($0.key) }) else {
    return []
  }
  var lines = ["headline TK", "by TK", "slug TK"]
  if proof.header.entries.isEmpty, let today { lines.append("date \(today)") }
  let edit = proof.article.headerLine(lines.joined(separator: proof.article.lineBreak), proof.header)
  return [Action("Insert a header", .refactoring, [edit])]
}
