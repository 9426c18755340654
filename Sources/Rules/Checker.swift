import Semantics
import Syntax

/// Checks an article again and again while it is edited; only pages that changed are read anew.
package struct Checker: Sendable {
  /// A page and what the rules say of its passages, counted from its start.
  private struct Notes: Sendable {
    let page: Page
    let findings: [Finding]
    /// Those that count only where most quotations have curly marks.
    let gated: [Finding]
    let facts: PageFacts
  }

  private var notes: [Notes] = []
  private var settings = Settings()

  package init() {}

  /// The findings in a stable order; `today` is the reader's day, nil where nothing may depend on it.
  package mutating func findings(
    in article: Article, _ settings: Settings = Settings(), today: CivilDate? = nil
  ) -> [Finding] {
    refresh(for: article, settings)
    var facts = PageFacts()
    for (index, note) in notes.enumerated() { facts.add(note.facts, at: article.passages.byteStarts[index]) }
    let isOpen = isGateOpen(facts.marks, settings)
    var proof = ArticleProof(article, settings, facts, today: today)
    for rule in catalog {
      guard let severity = settings.severity(of: rule), let check = rule.check.ofAll(article) else { continue }
      proof.run(rule, severity, check)
    }
    var findings = proof.findings
    for (index, note) in notes.enumerated() where !note.findings.isEmpty || isOpen && !note.gated.isEmpty {
      let base = article.passages.byteStarts[index]
      findings += (isOpen ? note.findings + note.gated : note.findings).map { $0.shifted(by: base) }
    }
    return settle(findings, &proof)
  }

  /// Keeps the notes of the pages that stand and writes those of the others.
  private mutating func refresh(for article: Article, _ settings: Settings) {
    let pages = article.passages.pages
    if settings != self.settings { notes.removeAll() }
    self.settings = settings
    let most = min(notes.count, pages.count)
    var head = 0
    while head < most, notes[head].page === pages[head] { head += 1 }
    var tail = 0
    while tail < most - head, notes[notes.count - 1 - tail].page === pages[pages.count - 1 - tail] { tail += 1 }
    let rules = passageRules(settings)
    let fresh = (head..<pages.count - tail).map { read(page: $0, of: article, rules) }
    notes.replaceSubrange(head..<notes.count - tail, with: fresh)
  }

  private typealias PassageRule = (rule: Rule, severity: Severity, check: @Sendable (inout PassageProof) -> Void)

  private func passageRules(_ settings: Settings) -> [PassageRule] {
    catalog.compactMap { rule in
      guard case .passage(let check) = rule.check, let severity = settings.severity(of: rule) else { return nil }
      return (rule, severity, check)
    }
  }

  private func read(page: Int, of article: Article, _ rules: [PassageRule]) -> Notes {
    let base = article.passages.byteStarts[page]
    var findings: [Finding] = []
    var gated: [Finding] = []
    var facts = PageFacts()
    for place in article.passages.from(article.passages.place(page: page, index: 0)) {
      guard place.page == page, let passage = place.passage else { break }
      var proof = PassageProof(place, passage, of: article.text, settings, Marker())
      for (rule, severity, check) in rules {
        proof.run(rule, severity, check)
        let found = proof.takeFindings().map { $0.shifted(by: place.start - base) }
        if rule.gate == .always { findings += found } else { gated += found }
      }
      facts.add(proof, at: place.start - base)
    }
    return Notes(page: article.passages.pages[page], findings: findings, gated: gated, facts: facts)
  }

  private func isGateOpen(_ marks: MarkCount, _ settings: Settings) -> Bool {
    switch settings.parameters["quote/straight"]?["mode"] {
    case "curly": true
    case "straight", "off": false
    default: marks.areMostlyCurly
    }
  }

  /// Takes out what is silenced and what would repeat, and puts the rest in order.
  private func settle(_ findings: [Finding], _ proof: inout ArticleProof) -> [Finding] {
    var silenced = Silenced(proof.silencers)
    var kept = findings.filter { !silenced.takes($0) }
    if !proof.silencers.isEmpty {
      let known = proof.findings.count
      for rule in catalog {
        guard case .silencers(let check) = rule.check, let severity = settings.severity(of: rule) else { continue }
        proof.run(rule, severity) { check(&$0, silenced) }
      }
      kept += proof.findings[known...].filter { !silenced.takes($0) }
    }
    kept.sort(by: Finding.isBefore)
    return limited(kept)
  }
}

extension Rule.Check {
  /// The check of a whole article or of a whole stylebook, whichever this file is.
  fileprivate func ofAll(_ article: Article) -> (@Sendable (inout ArticleProof) -> Void)? {
    switch self {
    case .passage, .silencers: nil
    case .article(let check): article.isStylebook ? nil : check
    case .stylebook(let check): article.isStylebook ? check : nil
    }
  }
}
