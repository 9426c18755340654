/// What a stylebook or a command line asks for.
package struct Settings: Hashable, Sendable {
  package enum Profile: String, CaseIterable, Sendable { case draft, publish }
  package enum Pack: String, CaseIterable, Sendable { case ap, reuters, uk }
  /// What is decided about one rule.
  package enum Choice: Hashable, Sendable {
    case off
    case on(Severity)
  }

  package var profile = Profile.draft
  package var packs: Set<Pack> = []
  /// By code.
  package var choices: [String: Choice] = [:]
  /// By code and name: `set header/too-long headline 50`.
  package var parameters: [String: [String: String]] = [:]

  package init() {}

  /// The severity a rule has here, nil where it is off.
  func severity(of rule: Rule) -> Severity? {
    switch choices[rule.code] {
    case .off: nil
    case .on(let severity): severity
    case nil: profile == .publish ? rule.publishSeverity ?? usualSeverity(of: rule) : usualSeverity(of: rule)
    }
  }

  private func usualSeverity(of rule: Rule) -> Severity? {
    rule.severity ?? packs.compactMap { rule.packs[$0] }.min()
  }

  /// True where the severity is the desk's own word, so that a rule's finer shades do not count.
  func decides(_ rule: Rule) -> Bool {
    choices[rule.code] != nil || profile == .publish && rule.publishSeverity != nil
  }

  /// A number set for a rule, or its default.
  func number(_ name: String, of code: String, default number: Int) -> Int {
    parameters[code]?[name].flatMap { Int($0) } ?? number
  }
}
