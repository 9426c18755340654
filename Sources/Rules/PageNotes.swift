import Semantics
import Syntax

/// A page and what the rules say of its passages, counted from its start; kept as long as the page stands.
struct PageNotes: Sendable {
  let page: Page
  private var findings: [Finding] = []
  /// Those that count only where most quotations have curly marks.
  private var gated: [Finding] = []
  private(set) var facts = PageFacts()
  /// What counts unless a later passage goes on with the quotation that the one of that index leaves open.
  private(set) var pending: [(index: Int, findings: [Finding])] = []
  /// What is said about declared names, and the declarations it was said about.
  private var names: [Finding] = []
  private var declared: [DeclaredName] = []
  private var hasHeeded = false
  private var inOrder: (withGated: Bool, findings: [Finding])?
  private var passages: [PassageNotes] = []

  /// Writes the notes of a page; what `old` says of a passage that still stands is kept.
  init(page index: Int, of article: Article, _ rules: ActiveRules, keeping old: [ObjectIdentifier: PassageNotes] = [:])
  {
    page = article.passages.pages[index]
    let base = article.passages.byteStarts[index]
    for (index, (passage, offset)) in placed.enumerated() {
      let notes =
        old[ObjectIdentifier(passage)] ?? PassageNotes(passage, at: base + offset, of: article.text, rules)
      passages.append(notes)
      if !notes.pending.isEmpty { pending.append((index, notes.pending.map { $0.shifted(by: offset) })) }
      findings += notes.findings.lazy.map { $0.shifted(by: offset) }
      gated += notes.gated.lazy.map { $0.shifted(by: offset) }
      facts.add(notes.facts, at: offset)
    }
  }

  /// What is said of each passage, to be kept where the page goes but the passage stays.
  var byPassage: [(ObjectIdentifier, PassageNotes)] { passages.map { (ObjectIdentifier($0.passage), $0) } }

  /// All of it but what is pending, in order, with what is gated or without; sorted only where something changed.
  mutating func findings(withGated: Bool) -> [Finding] {
    if let inOrder, inOrder.withGated == withGated { return inOrder.findings }
    let found = (withGated ? findings + gated + names : findings + names).sorted(by: Finding.isBefore)
    inOrder = (withGated, found)
    return found
  }

  /// Looks at the names again where other ones are declared now.
  mutating func heed(_ declared: [DeclaredName], page index: Int, of article: Article, _ rules: ActiveRules) {
    if hasHeeded ? declared == self.declared : declared.isEmpty { return }
    hasHeeded = true
    inOrder = nil
    self.declared = declared
    names.removeAll()
    guard !declared.isEmpty else { return }
    let base = article.passages.byteStarts[index]
    for (passage, offset) in placed {
      var proof = PassageProof(passage, at: base + offset, of: article.text, rules.settings)
      for rule in rules.ofNames { proof.run(rule.marker) { rule.check(&$0, declared) } }
      names += proof.takeFindings().map { $0.shifted(by: offset) }
    }
  }

  /// The passages with their offset from the start of the page.
  private var placed: [(passage: Passage, offset: Int)] {
    var offset = 0
    return page.passages.map { passage in
      defer { offset += passage.byteCount }
      return (passage, offset)
    }
  }
}

/// One passage and what the rules say of it, counted from its start.
struct PassageNotes: Sendable {
  /// Held so that its identity stays its own.
  let passage: Passage
  private(set) var findings: [Finding] = []
  private(set) var gated: [Finding] = []
  /// What counts unless a later passage goes on with the quotation that this one leaves open.
  private(set) var pending: [Finding] = []
  private(set) var facts = PageFacts()

  init(_ passage: Passage, at start: Int, of text: Text, _ rules: ActiveRules) {
    self.passage = passage
    var proof = PassageProof(passage, at: start, of: text, rules.settings)
    for rule in rules.ofPassages {
      proof.run(rule.marker, rule.check)
      if !proof.hasFindings { continue }
      if rule.gate == .always { findings += proof.takeFindings() } else { gated += proof.takeFindings() }
    }
    let slips = passage.copy.slips(singles: rules.readsSingleMarks)
    for slip in slips.sure { findings += proof.run(rules, on: slip) }
    if let slip = slips.pending { pending = proof.run(rules, on: slip) }
    facts.add(proof, at: 0)
  }
}

extension PassageProof {
  fileprivate mutating func run(_ rules: ActiveRules, on slip: QuotationSlip) -> [Finding] {
    for rule in rules.ofMarks where rule.check.kind == slip.kind {
      run(rule.marker) { rule.check.look(&$0, slip) }
    }
    return takeFindings()
  }
}
