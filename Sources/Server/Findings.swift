import LSP
import Rules
import Semantics

extension Session {
  /// From this many bytes on what a walk over the article took is worth giving back.
  static let longArticle = 1 << 18

  /// What the rules say of an open article, in the order of its text and in the client's terms; empty where it is not open.
  mutating func findings(of key: DocumentKey) -> [Diagnostic] {
    check(key)
    guard let open = articles[key] else { return [] }
    let galleys = open.checker.galleys
    let total = galleys.reduce(SIMD4()) { $0 &+ $1.counts }
    var room = Share(of: OpenArticle.most, among: total)
    let worst = zip(galleys, open.article.passages.byteStarts).flatMap { galley, start in
      room.take(galley.counts).findings(on: galley).map { open.diagnostic($0.shifted(by: start), client.diagnostics) }
    }
    return worst + open.notes(besides: total)
  }

  /// The same in the rules' own terms.
  mutating func marks(on key: DocumentKey) -> [Finding] {
    check(key)
    return articles[key].map { $0.checker.found(in: $0.article) } ?? []
  }

  /// Asks all the rules about an open article.
  mutating func check(_ key: DocumentKey) {
    let (today, house, proof, hands) = (today, house(of: key), proof(of: key), hands)
    work(on: key) { $0.check(house, today: today, proof: proof, .all, by: hands) }
  }
}

extension OpenArticle {
  /// Brings the checker up to date.
  mutating func check(
    _ house: Workspace.House, today: CivilDate?, proof: Proof?, _ depth: Checker.Depth, by hands: Hands = .one
  ) {
    checker.check(article, house.settings, today: today, shared: house.shared, proof: proof, depth: depth, by: hands)
  }
}

/// How many findings of each severity the client is sent, the worst first.
struct Share: Equatable, Sendable {
  private var counts: SIMD4<Int32>

  /// The worst of them, so many in all.
  init(of most: Int, among counts: SIMD4<Int32>) {
    var left = Int32(clamping: most)
    self.counts = SIMD4()
    for index in counts.indices {
      self.counts[index] = min(counts[index], left)
      left -= self.counts[index]
    }
  }

  private init(_ counts: SIMD4<Int32>) { self.counts = counts }

  static let nothing = Share(SIMD4())

  /// Takes out what one page has of them, where the pages before it have taken theirs.
  mutating func take(_ page: SIMD4<Int32>) -> Share {
    let taken = pointwiseMin(page, counts)
    counts = counts &- taken
    return Share(taken)
  }

  /// The first of each severity, in the order of the page.
  func findings(on galley: Galley) -> [Finding] {
    if counts == galley.counts { return galley.findings }
    var left = counts
    return galley.findings.filter { finding in
      left[finding.severity.rawValue - 1] -= 1
      return left[finding.severity.rawValue - 1] >= 0
    }
  }
}

extension OpenArticle {
  /// The most findings an editor is sent for one article.
  static let most = 1000

  /// What the client is told besides findings: how many more there are, and what is not read.
  func notes(besides found: SIMD4<Int32>) -> [Diagnostic] {
    let surplus = Int(found.wrappedSum()) - OpenArticle.most
    guard surplus > 0 else { return limits }
    let message = "\(surplus) more: run newsmark check"
    return [Diagnostic(range: range(of: 0..<0), severity: .information, code: nil, message: message)] + limits
  }

  /// A word on what is not read, once however much there is of it.
  fileprivate var limits: [Diagnostic] {
    guard let start = article.firstTooLong else { return [] }
    let message = "This paragraph is longer than 64 KiB: its quotation marks are read, but not its words."
    return [Diagnostic(range: range(of: start..<start), severity: .information, code: nil, message: message)]
  }

  /// One finding as the client can show it.
  func diagnostic(_ finding: Finding, _ shown: ClientCapabilities.Diagnostics) -> Diagnostic {
    Diagnostic(finding, at: uri, shown) { range(of: $0) }
  }
}

extension Diagnostic {
  /// A finding in the article at `uri` as the client can show it.
  init(
    _ finding: Finding, at uri: DocumentURI, _ shown: ClientCapabilities.Diagnostics,
    _ range: (Range<Int>) -> PositionRange
  ) {
    let related = finding.related.map { related in
      Related(location: Location(uri: uri, range: range(related.range)), message: related.message)
    }
    let tags: [Tag] = finding.isUnnecessary ? [.unnecessary] : []
    self.init(
      range: range(finding.range), severity: .init(rawValue: finding.severity.rawValue) ?? .error, code: finding.code,
      message: finding.message, tags: tags.filter { shown.tags.contains($0.rawValue) },
      related: shown.relatedInformation ? related : [])
  }
}
