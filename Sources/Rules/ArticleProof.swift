import Semantics
import Syntax

/// A whole article as a rule sees it: its header and other small facts, never a walk over the copy.
struct ArticleProof {
  let article: Article
  let header: Header
  let silencers: [Silencer]
  let marks: MarkCount
  /// Dates with a day of the week.
  let weekdays: [PlacedDate]
  let settings: Settings
  let today: CivilDate?
  private let shared: [Declaration]
  private(set) var findings: [Finding] = []
  private var marker = Marker()

  init(_ article: Article, _ settings: Settings, _ facts: PageFacts, today: CivilDate?, shared: [Declaration]) {
    self.article = article
    header = article.header
    silencers = readSilencers(of: article, header)
    marks = facts.marks
    weekdays = facts.weekdays
    self.settings = settings
    self.today = today
    self.shared = shared
  }

  var text: Text { article.text }

  /// Who and what the article names; only rules about declared names may ask, as it takes a walk over all sightings.
  lazy var cast = Cast(of: article, shared: shared)

  /// The quote blocks in order.
  var blocks: [Quotation] {
    article.passages.pages.indices.flatMap { index -> [Quotation] in
      let page = article.passages.pages[index]
      guard page.passages.contains(where: { $0.copy.parts.contains { $0.family == .block } }) else { return [] }
      let start = article.passages.byteStarts[index]
      return article.quotations(in: start..<start + page.byteCount).filter {
        $0.isBlock && $0.range.lowerBound >= start
      }
    }
  }

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
