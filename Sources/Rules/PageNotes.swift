import Semantics
import Syntax

/// A page and what the rules say of its passages, counted from its start; never changed once made.
final class PageNotes: Sendable {
  let page: Page
  /// What is said of each passage; nil where that is nothing.
  let passages: [PassageNotes?]
  let facts: PageFacts
  private let findings: [Finding]
  /// Those that count only where most quotations have curly marks.
  private let gated: [Finding]
  /// What counts unless a later passage goes on with the quotation that the one of that index leaves open.
  private let pending: [(index: Int, findings: [Finding])]

  init(_ page: Page, _ passages: [PassageNotes?]) {
    self.page = page
    self.passages = passages
    var facts = PageFacts()
    var findings: [Finding] = []
    var gated: [Finding] = []
    var pending: [(Int, [Finding])] = []
    facts.add(page.summary)
    for (index, notes) in passages.enumerated() {
      guard let notes else { continue }
      let offset = page.byteStarts[index]
      if !notes.pending.isEmpty { pending.append((index, notes.pending.map { $0.shifted(by: offset) })) }
      for finding in notes.findings { findings.append(finding.shifted(by: offset)) }
      for finding in notes.names { findings.append(finding.shifted(by: offset)) }
      for finding in notes.gated { gated.append(finding.shifted(by: offset)) }
      facts.add(notes.facts, at: offset)
    }
    self.facts = facts
    self.findings = findings
    self.gated = gated
    self.pending = pending
  }

  var isGated: Bool { !gated.isEmpty }
  var isPending: Bool { !pending.isEmpty }

  /// What counts, in order: with what is gated or without, and with what waits unless later passages go on with it.
  func counted(withGated: Bool, goesOn: Bool, singles: Bool) -> [Finding] {
    var counted = findings
    if withGated { counted += gated }
    for (index, findings) in pending {
      let answer = page.passages.dropFirst(index + 1).lazy.compactMap { $0.copy.goesOn(singles: singles) }.first
      if !(answer ?? goesOn) { counted += findings }
    }
    counted.sort(by: Finding.isBefore)
    return counted
  }
}

/// What the rules say of one passage, counted from its start; never changed once made.
final class PassageNotes: Sendable {
  let findings: [Finding]
  let gated: [Finding]
  /// What counts unless a later passage goes on with the quotation that this one leaves open.
  let pending: [Finding]
  /// What is said about declared names.
  let names: [Finding]
  /// The dates of the passage; its marks are known without notes.
  let facts: PageFacts

  /// What there is to say of a passage; nil where that is nothing, as a glance shows of most before anything is made.
  static func notes(
    of passage: Passage, at start: Int, of text: Text, _ rules: ActiveRules, _ declared: DeclaredNames
  ) -> PassageNotes? {
    let glance = Glance(at: passage, from: start, of: text)
    let slips = passage.slips(singles: rules.readsSingleMarks)
    let isQuiet = glance.isDisjoint(with: rules.glances) && slips.sure.isEmpty && slips.pending == nil
    if isQuiet, declared.names.isEmpty { return nil }
    return PassageNotes(passage, at: start, of: text, rules, declared, glance, slips)
  }

  private init?(
    _ passage: Passage, at start: Int, of text: Text, _ rules: ActiveRules, _ declared: DeclaredNames,
    _ glance: Glance, _ slips: (sure: [QuotationSlip], pending: QuotationSlip?)
  ) {
    var proof = PassageProof(passage, at: start, of: text, rules.settings)
    var findings: [Finding] = []
    var gated: [Finding] = []
    for index in rules.ofPassages.indices where !glance.isDisjoint(with: rules.ofPassages[index].check.where) {
      let rule = rules.ofPassages[index]
      proof.run(rule.marker, rule.check.look)
      if !proof.hasFindings { continue }
      if rule.gate == .always { findings += proof.takeFindings() } else { gated += proof.takeFindings() }
    }
    for slip in slips.sure { findings += proof.run(rules, on: slip) }
    pending = slips.pending.map { proof.run(rules, on: $0) } ?? []
    names = proof.run(rules, on: declared)
    var facts = PageFacts()
    if glance.contains(.month) { facts.add(proof.dates) }
    self.findings = findings
    self.gated = gated
    self.facts = facts
    if hasNothing { return nil }
  }

  /// The notes of a passage that stands, where other names are declared now.
  init?(
    _ old: PassageNotes?, of passage: Passage, at start: Int, of text: Text, _ rules: ActiveRules,
    _ declared: DeclaredNames
  ) {
    findings = old?.findings ?? []
    gated = old?.gated ?? []
    pending = old?.pending ?? []
    facts = old?.facts ?? PageFacts()
    if declared.names.isEmpty {
      names = []
    } else {
      var proof = PassageProof(passage, at: start, of: text, rules.settings)
      names = proof.run(rules, on: declared)
    }
    if hasNothing { return nil }
  }

  private var hasNothing: Bool {
    findings.isEmpty && gated.isEmpty && pending.isEmpty && names.isEmpty && facts.weekdays.isEmpty
  }
}

extension PassageProof {
  fileprivate mutating func run(_ rules: ActiveRules, on slip: QuotationSlip) -> [Finding] {
    for rule in rules.ofMarks where rule.check.kind == slip.kind {
      run(rule.marker) { rule.check.look(&$0, slip) }
    }
    return takeFindings()
  }

  fileprivate mutating func run(_ rules: ActiveRules, on declared: DeclaredNames) -> [Finding] {
    guard !declared.names.isEmpty else { return [] }
    for rule in rules.ofNames { run(rule.marker) { rule.check(&$0, declared.names) } }
    return takeFindings()
  }
}
