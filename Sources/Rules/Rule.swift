import Semantics

/// One thing that a copy editor would mark: what it checks, why it matters, and examples that run as its tests.
package struct Rule: Sendable {
  package enum FixClass: Sendable {
    /// Safe: part of fix-all. Quick: the person picks it. None: only the writer knows.
    case safe, quick, none
  }

  enum Check: Sendable {
    /// Looks at one passage at a time, if a glance shows any of what is asked for; what it finds is kept until the passage
    /// changes.
    case passages(where: @Sendable (Settings) -> Glance, @Sendable (inout PassageProof) -> Void)
    /// Looks at one thing that is wrong with a quotation mark, in its passage.
    case marks(QuotationSlip.Kind, @Sendable (inout PassageProof, QuotationSlip) -> Void)
    /// Looks at one passage and at the declared names; read again when either changes.
    case names(@Sendable (inout PassageProof, [DeclaredName]) -> Void)
    /// Looks at the header and the day, and is asked again only where one of the two is another.
    case header(@Sendable (inout HeaderProof) -> Void)
    /// Looks at the header, the entries and other small facts of the whole article.
    case article(@Sendable (inout ArticleProof) -> Void)
    /// Looks at the names and quotations of the whole article: a walk over all of them, which may wait for a pause.
    case whole(@Sendable (inout ArticleProof) -> Void)
    /// Looks at a stylebook, and at nothing else.
    case stylebook(@Sendable (inout ArticleProof) -> Void)
    /// Looks at the silencers, once all other rules have spoken.
    case silencers(@Sendable (inout ArticleProof, Silenced) -> Void)

    /// The same where nothing can be set that changes what is looked for.
    static func passage(where glance: Glance, _ look: @escaping @Sendable (inout PassageProof) -> Void) -> Check {
      .passages(where: { _ in glance }, look)
    }
  }

  /// How often a rule speaks up in one article.
  enum Limit: Sendable {
    case each
    /// One finding for all from that number on.
    case onceAFile(from: Int)
  }

  /// What an article must be like for a rule to speak up in it.
  enum Gate: Sendable {
    case always
    /// Most of its quotations have curly marks.
    case mostlyCurly
  }

  /// What a stylebook can set for a rule.
  package enum Parameter: Sendable {
    /// A whole number above nothing.
    case number
    case choice([String])
  }

  /// `group/name`, which never changes once published.
  package let code: String
  /// Nil for a rule that is off until a stylebook, a pack or a profile asks for it.
  package let severity: Severity?
  /// What the profile `publish` makes of it, where that differs.
  package let publishSeverity: Severity?
  /// The house styles that switch it on.
  package let packs: [Settings.Pack: Severity]
  package let fix: FixClass
  package let summary: String
  package let why: String
  /// Articles that the rule must leave alone.
  package let silent: [String]
  /// Drawings of articles with the rule's findings, and beneath each, after `→ title`, the article once fixed.
  package let reported: [String]
  /// What `set CODE NAME VALUE` may say, by name.
  package let parameters: [String: Parameter]
  let limit: Limit
  let gate: Gate
  let check: Check

  init(
    _ code: String, _ severity: Severity?, whenPublishing publishSeverity: Severity? = nil,
    in packs: [Settings.Pack: Severity] = [:], fix: FixClass = .none,
    parameters: [String: Parameter] = [:], limit: Limit = .each, gate: Gate = .always, summary: String, why: String,
    silent: [String], reported: [String],
    check: Check
  ) {
    self.code = code
    self.severity = severity
    self.publishSeverity = publishSeverity
    self.packs = packs
    self.fix = fix
    self.parameters = parameters
    self.limit = limit
    self.gate = gate
    self.summary = summary
    self.why = why
    self.silent = silent
    self.reported = reported
    self.check = check
  }

  /// Its examples are stylebooks.
  package var isForStylebooks: Bool {
    if case .stylebook = check { true } else { false }
  }

  /// The part of the code before the slash.
  package var group: Substring { code.prefix { $0 != "/" } }

  /// The day on which the examples are read.
  package static let exampleToday = CivilDate("2023-11-29")
}
