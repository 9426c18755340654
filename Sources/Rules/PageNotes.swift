import Semantics
import Syntax

/// A page and what the rules say of its passages, counted from its start; kept as long as the page stands.
struct PageNotes: Sendable {
  let page: Page
  private(set) var findings: [Finding] = []
  /// Those that count only where most quotations have curly marks.
  private(set) var gated: [Finding] = []
  private(set) var facts = PageFacts()
  /// What is said about declared names, and the declarations it was said about.
  private(set) var names: [Finding] = []
  private var declared: [DeclaredName] = []
  private var hasHeeded = false

  init(page index: Int, of article: Article, _ rules: ActiveRules) {
    page = article.passages.pages[index]
    let base = article.passages.byteStarts[index]
    for (passage, offset) in placed {
      var proof = PassageProof(passage, at: base + offset, of: article.text, rules.settings)
      for (rule, severity, check) in rules.ofPassages {
        proof.run(rule, severity, check)
        let found = proof.takeFindings().map { $0.shifted(by: offset) }
        if rule.gate == .always { findings += found } else { gated += found }
      }
      facts.add(proof, at: offset)
    }
  }

  /// Looks at the names again where other ones are declared now.
  mutating func heed(_ declared: [DeclaredName], page index: Int, of article: Article, _ rules: ActiveRules) {
    if hasHeeded ? declared == self.declared : declared.isEmpty { return }
    hasHeeded = true
    self.declared = declared
    names.removeAll()
    guard !declared.isEmpty else { return }
    let base = article.passages.byteStarts[index]
    for (passage, offset) in placed {
      var proof = PassageProof(passage, at: base + offset, of: article.text, rules.settings)
      for (rule, severity, check) in rules.ofNames { proof.run(rule, severity) { check(&$0, declared) } }
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

/// The rules that are on under some settings, so that they are asked for once and not for every passage.
struct ActiveRules: Sendable {
  typealias OfPassages = (rule: Rule, severity: Severity, check: @Sendable (inout PassageProof) -> Void)
  typealias OfNames = (rule: Rule, severity: Severity, check: @Sendable (inout PassageProof, [DeclaredName]) -> Void)

  let settings: Settings
  private(set) var ofPassages: [OfPassages] = []
  private(set) var ofNames: [OfNames] = []

  init(_ settings: Settings) {
    self.settings = settings
    for rule in catalog {
      guard let severity = settings.severity(of: rule) else { continue }
      switch rule.check {
      case .passage(let check): ofPassages.append((rule, severity, check))
      case .names(let check): ofNames.append((rule, severity, check))
      case .article, .stylebook, .silencers: break
      }
    }
  }
}
