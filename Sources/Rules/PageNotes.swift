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
  /// The passages of which something is said, by their index.
  private var noted: [(index: Int, notes: PassageNotes)] = []

  /// Writes the notes of a page; what `old` says of a passage that still stands is kept.
  init(page index: Int, of article: Article, _ rules: ActiveRules, keeping old: [ObjectIdentifier: PassageNotes] = [:])
  {
    page = article.passages.pages[index]
    let base = article.passages.byteStarts[index]
    for (index, passage) in page.passages.enumerated() {
      let offset = page.byteStarts[index]
      let notes =
        old[ObjectIdentifier(passage)] ?? PassageNotes(passage, at: base + offset, of: article.text, rules)
      facts.add(notes.facts, at: offset)
      if notes.isQuiet { continue }
      noted.append((index, notes))
      if !notes.pending.isEmpty { pending.append((index, notes.pending.map { $0.shifted(by: offset) })) }
      findings += notes.findings.lazy.map { $0.shifted(by: offset) }
      gated += notes.gated.lazy.map { $0.shifted(by: offset) }
    }
  }

  /// What is said of each passage, to be kept where the page goes but the passage stays.
  func keep(in old: inout [ObjectIdentifier: PassageNotes]) {
    for passage in page.passages { old[ObjectIdentifier(passage)] = PassageNotes(quiet: passage) }
    for (index, notes) in noted { old[ObjectIdentifier(page.passages[index])] = notes }
  }

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
    for (passage, offset) in zip(page.passages, page.byteStarts) {
      var proof = PassageProof(passage, at: base + offset, of: article.text, rules.settings)
      for rule in rules.ofNames { proof.run(rule.marker) { rule.check(&$0, declared) } }
      names += proof.takeFindings().map { $0.shifted(by: offset) }
    }
  }
}

/// What the rules say of one passage, counted from its start.
struct PassageNotes: Sendable {
  private(set) var findings: [Finding] = []
  private(set) var gated: [Finding] = []
  /// What counts unless a later passage goes on with the quotation that this one leaves open.
  private(set) var pending: [Finding] = []
  private(set) var facts = PageFacts()

  /// Nothing but its marks is worth keeping.
  var isQuiet: Bool { findings.isEmpty && gated.isEmpty && pending.isEmpty && facts.weekdays.isEmpty }

  /// The notes of a passage of which nothing is said.
  init(quiet passage: Passage) { facts.add(passage.copy.parts) }

  init(_ passage: Passage, at start: Int, of text: Text, _ rules: ActiveRules) {
    self.init(quiet: passage)
    let glance = Glance(at: passage, from: start, of: text)
    let slips = passage.copy.slips(singles: rules.readsSingleMarks)
    if glance.isDisjoint(with: rules.glances), slips.sure.isEmpty, slips.pending == nil { return }
    var proof = PassageProof(passage, at: start, of: text, rules.settings)
    for rule in rules.ofPassages where !glance.isDisjoint(with: rule.check.where) {
      proof.run(rule.marker, rule.check.look)
      if !proof.hasFindings { continue }
      if rule.gate == .always { findings += proof.takeFindings() } else { gated += proof.takeFindings() }
    }
    for slip in slips.sure { findings += proof.run(rules, on: slip) }
    if let slip = slips.pending { pending = proof.run(rules, on: slip) }
    if glance.contains(.month) { facts.add(proof.dates) }
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
