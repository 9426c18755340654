import LSP
import Rules

extension Session {
  /// From this many bytes on an article is understood anew for each rest and each question after a change.
  static let longArticle = 1 << 18

  /// What the rules say of an open article, in the order of its text and in the client's terms; empty where it is not open.
  mutating func findings(of key: DocumentKey, _ depth: Checker.Depth = .all) -> [Diagnostic] {
    let found = marks(on: key, depth)
    guard let open = articles[key] else { return [] }
    let (worst, rest) = open.worst(of: found)
    return worst.map { open.diagnostic($0, client.diagnostics) } + rest + open.limits
  }

  /// The same in the rules' own terms.
  mutating func marks(on key: DocumentKey, _ depth: Checker.Depth = .all) -> [Finding] {
    let (today, settings) = (today, settings(for: key))
    let shared = sharedDeclarations(for: key).map(\.declaration)
    let wasUnderstood = articles[key]?.proof != nil
    let proof = depth == .all ? proof(of: key) : nil
    var found: [Finding] = []
    work(on: key) { open in
      found = open.checker.findings(
        in: open.article, settings, today: today, shared: shared, proof: proof, depth: depth)
      // Whoever asks next finds the article understood, unless that would double what a long one takes.
      if !wasUnderstood, open.article.text.count > Session.longArticle { open.proof = nil }
    }
    return found
  }
}

extension OpenArticle {
  /// The most findings an editor is sent for one article.
  static let most = 1000

  /// The first thousand by severity, in the order they came, and a word on how many more there are.
  fileprivate func worst(of findings: [Finding]) -> (findings: [Finding], rest: [Diagnostic]) {
    let surplus = findings.count - OpenArticle.most
    guard surplus > 0 else { return (findings, []) }
    let ranked = findings.indices.sorted { (findings[$0].severity, $0) < (findings[$1].severity, $1) }
    let note = Diagnostic(
      range: range(of: 0..<0), severity: .information, code: nil, message: "\(surplus) more: run newsmark check")
    return (ranked.dropLast(surplus).sorted().map { findings[$0] }, [note])
  }

  /// A word on what is not read, once however much there is of it.
  fileprivate var limits: [Diagnostic] {
    guard let start = article.firstTooLong else { return [] }
    let message = "This paragraph is longer than 64 KiB: its quotation marks are read, but not its words."
    return [Diagnostic(range: range(of: start..<start), severity: .information, code: nil, message: message)]
  }

  /// One finding as the client can show it.
  func diagnostic(_ finding: Finding, _ shown: ClientCapabilities.Diagnostics) -> Diagnostic {
    let related = finding.related.map { related in
      Diagnostic.Related(location: Location(uri: uri, range: range(of: related.range)), message: related.message)
    }
    let tags: [Diagnostic.Tag] = finding.isUnnecessary ? [.unnecessary] : []
    return Diagnostic(
      range: range(of: finding.range), severity: .init(rawValue: finding.severity.rawValue) ?? .error,
      code: finding.code, message: finding.message, tags: tags.filter { shown.tags.contains($0.rawValue) },
      related: shown.relatedInformation ? related : [])
  }
}
