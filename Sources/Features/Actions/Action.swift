import Rules
import Semantics
import Syntax

/// Something to do with the text at hand: plain edits, and a word for it.
package struct Action: Equatable, Sendable {
  package enum Kind: CaseIterable, Sendable {
    /// Mends a finding or silences it.
    case quickFix
    case refactoring
    /// Every safe fix of the article at once.
    case fixAll
  }

  /// The file that changes.
  package enum Sheet: Sendable { case article, stylebook }

  package let title: String
  package let kind: Kind
  package let sheet: Sheet
  /// In order and without overlap; UTF-8 byte offsets in the file.
  package let edits: [Fix.Edit]
  /// The one obvious thing to do about its finding.
  package let isPreferred: Bool
  package let finding: Finding?

  init(
    _ title: String, _ kind: Kind, _ edits: [Fix.Edit], in sheet: Sheet = .article, isPreferred: Bool = false,
    finding: Finding? = nil
  ) {
    self.title = title
    self.kind = kind
    self.sheet = sheet
    self.edits = edits
    self.isPreferred = isPreferred
    self.finding = finding
  }
}

/// What can be done at `range`, the safest first.
///
/// `findings` are those of the whole article, `stylebook` is the nearest one, where there is one.
package func actions(
  at range: Range<Int>, _ kinds: Set<Action.Kind>, _ findings: [Finding], in proof: Proof, stylebook: Article? = nil,
  today: CivilDate?
) -> [Action] {
  let touched = findings.filter { $0.range.lowerBound <= range.upperBound && range.lowerBound <= $0.range.upperBound }
  let book = proof.article.isStylebook ? nil : stylebook
  var actions: [Action] = []
  if kinds.contains(.quickFix) { actions += quickFixes(of: touched) + allowances(of: touched, in: proof, book) }
  if kinds.contains(.refactoring) { actions += refactorings(Selection(range, in: proof), book, today) }
  // Where nobody asked for it by name it would be noise, and a client may apply a lone action unasked.
  let isAskedFor = kinds == [.fixAll] || touched.contains { $0.fixes.contains(where: \.isSafe) }
  if kinds.contains(.fixAll), isAskedFor { actions += fixAll(findings) }
  return actions
}

private func quickFixes(of findings: [Finding]) -> [Action] {
  let fixes = findings.flatMap { finding in
    finding.fixes.map { fix in
      (fix, Action(fix.title, .quickFix, fix.edits, isPreferred: fix.isPreferred, finding: finding))
    }
  }
  let safe = fixes.filter { $0.0.isSafe }
  let preferred = fixes.filter { !$0.0.isSafe && $0.0.isPreferred }
  return (safe + preferred + fixes.filter { !$0.0.isPreferred }).map(\.1)
}

private func fixAll(_ findings: [Finding]) -> [Action] {
  let edits = safeEdits(of: findings)
  return edits.isEmpty ? [] : [Action("Make every safe fix", .fixAll, edits)]
}

private func refactorings(_ selection: Selection, _ stylebook: Article?, _ today: CivilDate?) -> [Action] {
  promotions(selection) + fieldActions(selection) + entryActions(selection) + paragraphActions(selection)
    + quotationActions(selection) + declarations(selection, stylebook) + headerActions(selection, today: today)
}

extension Article {
  /// The edit that adds a line below all others.
  func lastLine(_ words: String) -> Fix.Edit {
    let last = text.byte(at: text.count - 1)
    let isEnded = last == nil || last == 0x0A || last == 0x0D || text.count == byteOrderMarkEnd
    return Fix.Edit(text.count..<text.count, isEnded ? words + lineBreak : lineBreak + words)
  }
}
