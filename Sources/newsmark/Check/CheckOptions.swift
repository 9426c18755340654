import Rules
import Semantics

/// What the flags of `newsmark check` ask for.
struct CheckOptions: Sendable {
  var showsHints = false
  var failOn: Severity? = .error
  var format = CheckFormat.text
  /// What the command line decides, over every stylebook.
  private var profile: Settings.Profile?
  private var choices: [String: Settings.Choice] = [:]
  var fixes = false
  var today: CivilDate?
  var inputName = "-"
  var baseline = Baseline()

  init(_ arguments: inout Arguments) throws(UsageError) {
    showsHints = arguments.takeFlag("--all")
    fixes = arguments.takeFlag("--fix")
    today = try arguments.takeToday() ?? System.today()
    inputName = try arguments.takeValue("--stdin-filename") ?? inputName
    if let name = try arguments.takeValue("--fail-on") {
      failOn = name == "never" ? nil : try severity(name, of: "--fail-on", or: "never")
    }
    if let name = try arguments.takeValue("--format") {
      guard let known = CheckFormat(rawValue: name) else {
        throw UsageError(
          message: "--format is one of \(CheckFormat.allCases.map(\.rawValue).joined(separator: ", ")), not \(name)")
      }
      format = known
    }
    if let name = try arguments.takeValue("--profile") {
      guard let known = Settings.Profile(rawValue: name) else {
        throw UsageError(message: "--profile is draft or publish, not \(name)")
      }
      profile = known
    }
    while let choice = try arguments.takeValue("--rule") {
      let parts = choice.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw UsageError(message: "--rule needs CODE=SEVERITY, not \(choice)") }
      guard Rule.named(parts[0]) != nil else {
        throw UsageError(message: "there is no rule \(parts[0]); newsmark explain lists them")
      }
      choices[parts[0]] = parts[1] == "off" ? .off : .on(try severity(parts[1], of: "--rule", or: "off"))
    }
    if let path = try arguments.takeValue("--baseline") {
      guard let bytes = System.bytes(ofFile: path) else {
        throw UsageError(message: "cannot read the baseline \(path)")
      }
      guard let read = Baseline(bytes) else {
        throw UsageError(message: "\(path) is no baseline: write one with newsmark check --format jsonl")
      }
      baseline = read
    }
  }

  /// What some stylebooks, nearest first, and the command line make of the rules.
  func settings(_ books: [Stylebook]) -> Settings {
    var settings = Settings(books)
    if let profile { settings.profile = profile }
    settings.choices.merge(choices) { _, mine in mine }
    return settings
  }
}

private func severity(_ name: String, of option: String, or other: String) throws(UsageError) -> Severity {
  guard let severity = Severity(name: name) else {
    throw UsageError(message: "\(option) takes error, warning, information, hint or \(other), not \(name)")
  }
  return severity
}
