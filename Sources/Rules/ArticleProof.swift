import Semantics
import Syntax

/// A whole article as a rule sees it: its header and other small facts, never a walk over the copy.
struct ArticleProof {
  let article: Article
  let header: Header
  let silencers: [Silencer]
  let settings: Settings
  let today: CivilDate?
  private(set) var findings: [Finding] = []
  private var marker = Marker()

  init(_ article: Article, _ settings: Settings, today: CivilDate?) {
    self.article = article
    header = article.header
    silencers = readSilencers(of: article, header)
    self.settings = settings
    self.today = today
  }

  var text: Text { article.text }

  /// Runs one rule over the article.
  mutating func run(_ rule: Rule, _ severity: Severity, _ check: (inout ArticleProof) -> Void) {
    marker.begin(rule, severity, settings)
    check(&self)
  }

  /// Reports a finding; `severity` is a shade of the rule's own that a stylebook's word overrides.
  mutating func mark(
    _ range: Range<Int>, _ message: String, _ severity: Severity? = nil, related: [Finding.Related] = [],
    fixes: [Fix] = [], isUnnecessary: Bool = false
  ) {
    findings.append(
      marker.finding(range, message, severity, related: related, fixes: fixes, isUnnecessary: isUnnecessary))
  }
}
