import Semantics
import Syntax

/// The edits of all safe fixes, in order and without overlap; where two want the same words the first is taken.
package func safeEdits(of findings: [Finding]) -> [Fix.Edit] {
  var taken: [Fix.Edit] = []
  /// What is taken, by the short stretches that it touches, as there may be as many edits as words.
  var places: [Int: [Fix.Edit]] = [:]
  for finding in findings {
    guard let fix = finding.fixes.first(where: \.isSafe) else { continue }
    let isFree = fix.edits.allSatisfy { edit in
      edit.stretches.allSatisfy { places[$0]?.contains { $0.meets(edit) } != true }
    }
    guard isFree else { continue }
    taken += fix.edits
    for edit in fix.edits { for stretch in edit.stretches { places[stretch, default: []].append(edit) } }
  }
  return taken.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

extension Article {
  /// The article with those edits made, which must be in order and without overlap.
  package func applying(_ edits: [Fix.Edit]) -> Article {
    guard edits.count < 16 else { return Article(Text(text.bytes(after: edits)), isStylebook: isStylebook) }
    var article = self
    for edit in edits.reversed() { article.replace(edit.range, with: Array(edit.text.utf8)) }
    return article
  }
}

extension Text {
  /// All bytes once those edits are made, which must be in order and without overlap.
  package func bytes(after edits: [Fix.Edit]) -> [UInt8] {
    var bytes: [UInt8] = []
    var end = 0
    for edit in edits {
      bytes += self.bytes(in: end..<max(edit.range.lowerBound, end)) + Array(edit.text.utf8)
      end = max(edit.range.upperBound, end)
    }
    return bytes + self.bytes(in: end..<max(count, end))
  }
}

extension Fix.Edit {
  /// The numbers of the stretches of 64 bytes that the edit touches.
  fileprivate var stretches: ClosedRange<Int> { range.lowerBound >> 6...range.upperBound >> 6 }

  fileprivate func meets(_ other: Fix.Edit) -> Bool {
    range.overlaps(other.range) || range.lowerBound == other.range.lowerBound
  }
}
