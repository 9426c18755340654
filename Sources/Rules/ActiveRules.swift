import Semantics

/// The rules that are on under some settings, in an article that reads single marks or does not, sorted by what they
/// look at: asked for once, and not for every passage.
final class ActiveRules: Sendable {
  /// A rule that is on.
  struct Active<Check: Sendable>: Sendable {
    let marker: Marker
    let gate: Rule.Gate
    let check: Check
  }

  /// Those that are on where nobody has decided anything: sorted once for all articles.
  static let usual = ActiveRules(Settings(), readsSingleMarks: false)

  let settings: Settings
  let readsSingleMarks: Bool
  let ofPassages: [Active<(where: Glance, look: @Sendable (inout PassageProof) -> Void)>]
  /// What a glance must show for any of these to be asked, or for dates to be read.
  let glances: Glance
  let ofMarks: [Active<(kind: QuotationSlip.Kind, look: @Sendable (inout PassageProof, QuotationSlip) -> Void)>]
  let ofNames: [Active<@Sendable (inout PassageProof, [DeclaredName]) -> Void>]
  let ofHeaders: [Active<@Sendable (inout HeaderProof) -> Void>]
  let ofArticles: [Active<@Sendable (inout ArticleProof) -> Void>]
  let ofWholes: [Active<@Sendable (inout ArticleProof) -> Void>]
  let ofStylebooks: [Active<@Sendable (inout ArticleProof) -> Void>]
  let ofSilencers: [Active<@Sendable (inout ArticleProof, Silenced) -> Void>]

  init(_ settings: Settings, readsSingleMarks: Bool) {
    self.settings = settings
    self.readsSingleMarks = readsSingleMarks
    func active<Check>(_ pick: (Rule.Check) -> Check?) -> [Active<Check>] {
      catalog.compactMap { rule in
        guard let severity = settings.severity(of: rule), let check = pick(rule.check) else { return nil }
        let marker = Marker(code: rule.code, severity: severity, isFixed: settings.decides(rule))
        return Active(marker: marker, gate: rule.gate, check: check)
      }
    }
    ofPassages = active { if case .passages(let glance, let check) = $0 { (glance(settings), check) } else { nil } }
    glances = ofPassages.reduce(.month) { $0.union($1.check.where) }
    ofMarks = active { if case .marks(let kind, let check) = $0 { (kind, check) } else { nil } }
    ofNames = active { if case .names(let check) = $0 { check } else { nil } }
    ofHeaders = active { if case .header(let check) = $0 { check } else { nil } }
    ofArticles = active { if case .article(let check) = $0 { check } else { nil } }
    ofWholes = active { if case .whole(let check) = $0 { check } else { nil } }
    ofStylebooks = active { if case .stylebook(let check) = $0 { check } else { nil } }
    ofSilencers = active { if case .silencers(let check) = $0 { check } else { nil } }
  }
}
