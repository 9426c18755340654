import Semantics
import Syntax

/// Checks an article again and again while it is edited; only pages that changed are read anew.
package struct Checker: Sendable {
  private var notes: [PageNotes] = []
  private var rules = ActiveRules(Settings(), readsSingleMarks: false)
  /// What the rules for whole articles said last, moved by the edits since.
  private var standing: [Finding] = []

  package init() {}

  /// How much is looked at.
  package enum Depth: Sendable {
    case all
    /// Rules that walk over all names and quotations are not asked: what they said last stands until they are.
    case quick
  }

  /// The findings in a stable order; `today` is the reader's day, nil where nothing may depend on it, and `shared` are
  /// the declarations of the stylebooks. `proof` is the article understood as a whole, where that is at hand already.
  package mutating func findings(
    in article: Article, _ settings: Settings = Settings(), today: CivilDate? = nil, shared: [Declaration] = [],
    proof understood: Proof? = nil, depth: Depth = .all
  ) -> [Finding] {
    refresh(for: article, settings)
    var facts = PageFacts()
    for (index, note) in notes.enumerated() { facts.add(note.facts, at: article.passages.byteStarts[index]) }
    let isOpen = isGateOpen(facts.marks, settings)
    var proof = ArticleProof(article, settings, facts, today: today, shared: shared, understood: understood)
    for rule in article.isStylebook ? rules.ofStylebooks : rules.ofArticles { proof.run(rule.marker, rule.check) }
    let small = proof.findings.count
    if depth == .all, !article.isStylebook {
      for rule in rules.ofWholes { proof.run(rule.marker, rule.check) }
      standing = Array(proof.findings[small...])
    }
    let declared = (proof.header.declarations + shared).map(DeclaredName.init)
    var ofArticle = proof.findings
    if depth == .quick { ofArticle += standing }
    var ofPages: [Finding] = []
    for index in notes.indices {
      notes[index].heed(declared, page: index, of: article, rules)
      let base = article.passages.byteStarts[index]
      for finding in notes[index].findings(withGated: isOpen) { ofPages.append(finding.shifted(by: base)) }
      for (passage, waiting) in notes[index].pending
      where !article.goesOn(after: article.passages.place(page: index, index: passage)) {
        ofArticle += waiting.lazy.map { $0.shifted(by: base) }
      }
    }
    return settle(inOrder(ofPages, ofArticle.sorted(by: Finding.isBefore)), &proof)
  }

  /// Hears of an edit, so that what stands moves with the text; what the edit touches stands no longer.
  package mutating func follow(replaced range: Range<Int>, added: Int) {
    standing = standing.compactMap { $0.moved(replaced: range, added: added) }
  }

  /// Keeps the notes of the pages that stand and writes those of the others.
  private mutating func refresh(for article: Article, _ settings: Settings) {
    if settings != rules.settings || article.readsSingleMarks != rules.readsSingleMarks {
      rules = ActiveRules(settings, readsSingleMarks: article.readsSingleMarks)
      notes.removeAll()
      standing.removeAll()
    }
    let pages = article.passages.pages
    let most = min(notes.count, pages.count)
    var head = 0
    while head < most, notes[head].page === pages[head] { head += 1 }
    var tail = 0
    while tail < most - head, notes[notes.count - 1 - tail].page === pages[pages.count - 1 - tail] { tail += 1 }
    var kept: [ObjectIdentifier: PassageNotes] = [:]
    for note in notes[head..<notes.count - tail] { note.keep(in: &kept) }
    let fresh = (head..<pages.count - tail).map { PageNotes(page: $0, of: article, rules, keeping: kept) }
    notes.replaceSubrange(head..<notes.count - tail, with: fresh)
  }

  private func isGateOpen(_ marks: MarkCount, _ settings: Settings) -> Bool {
    switch settings.parameters["quote/straight"]?["mode"] {
    case "curly", "straight": true
    case "off": false
    default: marks.areMostlyCurly
    }
  }

  /// Takes out what is silenced and what would repeat; `findings` are in order.
  private func settle(_ findings: [Finding], _ proof: inout ArticleProof) -> [Finding] {
    guard !proof.silencers.isEmpty else { return limited(findings) }
    var silenced = Silenced(proof.silencers)
    var kept = findings.filter { !silenced.takes($0) }
    let known = proof.findings.count
    for rule in rules.ofSilencers { proof.run(rule.marker) { rule.check(&$0, silenced) } }
    kept += proof.findings[known...].filter { !silenced.takes($0) }
    kept.sort(by: Finding.isBefore)
    return limited(kept)
  }
}

/// Two lists that are in order as one; a page's last finding may stand where the next page's first does.
private func inOrder(_ many: [Finding], _ few: [Finding]) -> [Finding] {
  var merged: [Finding] = []
  merged.reserveCapacity(many.count + few.count)
  var next = 0
  for finding in many {
    while next < few.count, Finding.isBefore(few[next], finding) {
      merged.append(few[next])
      next += 1
    }
    merged.append(finding)
  }
  merged += few[next...]
  let isSorted = merged.indices.dropFirst().allSatisfy { !Finding.isBefore(merged[$0], merged[$0 - 1]) }
  return isSorted ? merged : merged.sorted(by: Finding.isBefore)
}
