import Semantics
import Syntax

/// The edits of all safe fixes, in order and without overlap; where two want the same words the first is taken.
package func safeEdits(of findings: [Finding]) -> [Fix.Edit] {
  var taken: [Fix.Edit] = []
  for finding in findings {
    guard let fix = finding.fixes.first(where: \.isSafe) else { continue }
    if !fix.edits.contains(where: { edit in taken.contains { $0.meets(edit) } }) { taken += fix.edits }
  }
  return taken.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

extension Article {
  /// The article with those edits made, which must be in order and without overlap.
  package func applying(_ edits: [Fix.Edit]) -> Article {
    var article = self
    for edit in edits.reversed() { article.replace(edit.range, with: Array(edit.text.utf8)) }
    return article
  }
}

extension Fix.Edit {
  fileprivate func meets(_ other: Fix.Edit) -> Bool {
    range.overlaps(other.range) || range.lowerBound == other.range.lowerBound
  }
}
