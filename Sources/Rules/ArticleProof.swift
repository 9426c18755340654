import Semantics
import Syntax

/// A whole article as a rule sees it: its header and other small facts, and what takes a walk over the copy for those that may
/// wait.
struct ArticleProof: ~Copyable {
  let article: Article
  let header: Header
  let silencers: [Silencer]
  let marks: MarkCount
  /// Dates with a day of the week.
  let weekdays: [PlacedDate]
  let settings: Settings
  let today: CivilDate?
  private let shared: [Declaration]
  /// The article understood as a whole, where that is at hand.
  private let understood: Proof?
  private(set) var findings: [Finding] = []
  private var marker = Marker()

  init(
    _ article: Article, _ settings: Settings, _ header: Header, _ facts: PageFacts, today: CivilDate?,
    shared: [Declaration], understood: Proof?
  ) {
    self.article = article
    self.header = header
    silencers = readSilencers(of: article, header)
    marks = facts.marks
    weekdays = facts.weekdays
    self.settings = settings
    self.today = today
    self.shared = shared
    self.understood = understood
  }

  var text: Text { article.text }

  /// The article understood as a whole, which takes a walk over it: only rules that may wait for a pause ask.
  private lazy var whole = understood ?? Proof(article, shared: shared)

  /// Who and what the article names.
  var cast: Cast { mutating get { whole.cast } }

  /// Every quotation in the order of the article.
  var quotations: [Quotation] { mutating get { whole.quotations } }

  /// The quote blocks in order.
  var blocks: [Quotation] { mutating get { whole.quotations.filter(\.isBlock) } }

  /// Runs one rule over the article.
  mutating func run(_ marker: Marker, _ check: (inout ArticleProof) -> Void) {
    self.marker = marker
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
