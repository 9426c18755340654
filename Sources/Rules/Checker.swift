import Semantics
import Syntax

/// Checks an article again and again while it is edited; only pages that changed are read anew.
package struct Checker: Sendable {
  /// What the last check found, a galley a page; an article without pages has one where something is found.
  package internal(set) var galleys: [Galley] = []
  var slots: [Slot] = []
  var rules = ActiveRules.usual
  var front: FrontMatter?
  private var ofHeader: (rules: ActiveRules, today: CivilDate?, findings: [Finding])?
  /// What the rules for whole articles said last, in order, moved by the edits since.
  var standing: [Finding] = []
  /// What the last keystroke has replaced: to let go of it takes as long as to make it, and nobody has to wait for that.
  var replaced: PageNotes?

  package init() {}

  /// Lets go of what the last check has replaced, once what it found is on its way.
  package mutating func letGo() { replaced = nil }

  /// How much is looked at.
  package enum Depth: Sendable {
    case all
    /// Rules that walk over all names and quotations are not asked: what they said last stands until they are.
    case quick
    /// A second look at this very text has told what these rules say.
    case told([Finding])
  }

  /// The findings in a stable order; `today` is the reader's day, nil where nothing may depend on it, and `shared` are
  /// the declarations of the stylebooks. `proof` is the article understood as a whole, where that is at hand already.
  package mutating func findings(
    in article: Article, _ settings: Settings = Settings(), today: CivilDate? = nil, shared: [Declaration] = [],
    proof understood: Proof? = nil, depth: Depth = .all
  ) -> [Finding] {
    check(article, settings, today: today, shared: shared, proof: understood, depth: depth)
    return found(in: article)
  }

  /// What the last check found, counted from the start of the article, which has not changed since.
  package func found(in article: Article) -> [Finding] {
    var found: [Finding] = []
    for (galley, start) in zip(galleys, article.passages.byteStarts) {
      found += galley.findings.lazy.map { $0.shifted(by: start) }
    }
    return found
  }

  /// Brings the galleys up to date.
  package mutating func check(
    _ article: Article, _ settings: Settings, today: CivilDate?, shared: [Declaration], proof understood: Proof?,
    depth: Depth, by hands: Hands = .one
  ) {
    let declared = front?.declared
    front?.follow(article, shared: shared)
    let front = front ?? FrontMatter(article, shared: shared)
    if self.front == nil { self.front = front }
    refresh(for: article, settings, front.declared, areNew: front.declared !== declared, by: hands)
    let facts = facts(of: article)
    var proof = ArticleProof(
      article, settings, front.header, facts, today: today, shared: shared, understood: understood)
    for rule in article.isStylebook ? rules.ofStylebooks : rules.ofArticles { proof.run(rule.marker, rule.check) }
    var small = proof.findings
    switch depth {
    case .all: standing = proof.findings(of: rules)
    case .told(let findings): standing = findings
    case .quick: break
    }
    if !article.isStylebook { small += findings(ofHeaderIn: article, front, today: today) }
    let strays = count(article, withGated: isGateOpen(facts.marks, settings))
    lay(inOrder(standing, (small + strays).sorted(by: Finding.isBefore)), on: article, &proof)
  }

  /// What the pages tell of the article, once their slots are up to date.
  func facts(of article: Article) -> PageFacts {
    var facts = PageFacts()
    for index in slots.indices { facts.add(slots[index], at: article.passages.byteStarts[index]) }
    return facts
  }

  /// Hears of an edit, so that what stands moves with the text; what the edit touches stands no longer.
  package mutating func follow(replaced range: Range<Int>, added: Int) {
    for index in standing.indices.reversed() where !standing[index].move(replaced: range, added: added) {
      if let moved = standing[index].moved(replaced: range, added: added) {
        standing[index] = moved
      } else {
        standing.remove(at: index)
      }
    }
  }

  /// What the rules for headers say, which stands where the header, the day and the rules are as they were.
  private mutating func findings(ofHeaderIn article: Article, _ front: FrontMatter, today: CivilDate?) -> [Finding] {
    if let ofHeader, front.isKept, ofHeader.rules === rules, ofHeader.today == today { return ofHeader.findings }
    var proof = HeaderProof(article, front.header, rules.settings, today: today)
    for rule in rules.ofHeaders { proof.run(rule.marker, rule.check) }
    ofHeader = (rules, today, proof.findings)
    return proof.findings
  }

  private func isGateOpen(_ marks: MarkCount, _ settings: Settings) -> Bool {
    switch settings.parameters["quote/straight"]?["mode"] {
    case "curly", "straight": true
    case "off": false
    default: marks.areMostlyCurly
    }
  }
}

/// Two lists that are in order as one.
func inOrder(_ many: [Finding], _ few: [Finding]) -> [Finding] {
  if few.isEmpty { return many }
  if many.isEmpty { return few }
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
  return merged
}
