import Semantics
import Syntax

/// The header as a rule sees it that looks at nothing else but the day: what it says stands as long as these two do.
struct HeaderProof {
  /// Where the last entry ends is not for these rules: it moves with the copy.
  let header: Header
  let settings: Settings
  let today: CivilDate?
  private let text: Text
  private(set) var findings: [Finding] = []
  private var marker = Marker()

  init(_ article: Article, _ header: Header, _ settings: Settings, today: CivilDate?) {
    text = article.text
    self.header = header
    self.settings = settings
    self.today = today
  }

  /// The words of a stretch of a line of the header.
  func words(_ range: Range<Int>) -> String { text.string(in: range) }

  /// The bytes of a stretch of a line of the header.
  func bytes(_ range: Range<Int>) -> [UInt8] { text.bytes(in: range) }

  /// Runs one rule over the header.
  mutating func run(_ marker: Marker, _ check: (inout HeaderProof) -> Void) {
    self.marker = marker
    check(&self)
  }

  /// Reports a finding.
  mutating func mark(
    _ range: Range<Int>, _ message: String, related: [Finding.Related] = [], fixes: [Fix] = []
  ) {
    findings.append(
      marker.finding(range, message, nil, related: related, fixes: fixes, isUnnecessary: false))
  }
}
