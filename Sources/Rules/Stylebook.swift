import Semantics
import Syntax

/// What a newsroom shares: the settings and declarations of one `stylebook.news`.
package struct Stylebook: Sendable {
  /// A setting that means nothing, and what would.
  package struct Fault: Equatable, Sendable {
    package let range: Range<Int>
    package let message: String
    /// A word to put in its place.
    package let nearest: String?
  }

  package private(set) var declarations: [Declaration] = []
  /// Settings that the book itself makes, by what they decide.
  package private(set) var profile: Settings.Profile?
  package private(set) var packs: Set<Settings.Pack> = []
  package private(set) var choices: [String: Settings.Choice] = [:]
  package private(set) var parameters: [String: [String: String]] = [:]
  package private(set) var showsSpeakers: Bool?
  /// Unknown settings, in the order written.
  package private(set) var faults: [Fault] = []

  /// Reads the facts of an article that was read as a stylebook.
  package init(_ header: Header) {
    declarations = header.declarations
    for setting in header.settings { read(setting) }
  }

  private mutating func read(_ setting: Setting) {
    let words = setting.words.map(\.text)
    switch setting.key {
    case .rule: readRule(setting, words)
    case .set: readParameter(setting, words)
    case .pack:
      for word in setting.words {
        if let pack = Settings.Pack(rawValue: word.text) {
          packs.insert(pack)
        } else {
          fault(word.range, "There is no pack “\(word.text)”", Settings.Pack.allCases.map(\.rawValue), near: word.text)
        }
      }
    case .profile:
      profile = Settings.Profile(rawValue: words.joined(separator: " "))
      if profile == nil {
        let names = Settings.Profile.allCases.map(\.rawValue)
        fault(setting.valueRange, "There is no such profile", names, near: words.first ?? "")
      }
    case .show:
      guard words == ["speakers", "on"] || words == ["speakers", "off"] else {
        return fault(setting.valueRange, "Only speakers can be shown", ["speakers on", "speakers off"], near: "")
      }
      showsSpeakers = words.last == "on"
    }
  }

  private mutating func readRule(_ setting: Setting, _ words: [String]) {
    guard let code = setting.words.first else { return }
    guard Rule.exists(code.text) else {
      return fault(code.range, "There is no rule “\(code.text)”", catalog.map(\.code), near: code.text)
    }
    let choices = ["off"] + Severity.allCases.map(\.name)
    guard words.count == 2, let last = setting.words.last else {
      return fault(setting.valueRange, "A rule needs one of \(choices.joined(separator: ", "))", [], near: "")
    }
    if let severity = Severity(name: last.text) {
      for rule in Rule.all(of: code.text) { self.choices[rule.code] = .on(severity) }
    } else if last.text == "off" {
      for rule in Rule.all(of: code.text) { self.choices[rule.code] = .off }
    } else {
      fault(last.range, "A rule can be \(choices.joined(separator: ", "))", choices, near: last.text)
    }
  }

  private mutating func readParameter(_ setting: Setting, _ words: [String]) {
    guard let code = setting.words.first, let rule = Rule.named(code.text) else {
      return fault(
        setting.words.first?.range ?? setting.valueRange, "There is no such rule", catalog.map(\.code),
        near: words.first ?? "")
    }
    let names = rule.parameters.keys.sorted()
    guard !names.isEmpty else { return fault(code.range, "Nothing can be set for \(code.text)", [], near: "") }
    guard words.count == 3, let last = setting.words.last else {
      return fault(setting.valueRange, "A parameter needs its name and a value", [], near: "")
    }
    guard let parameter = rule.parameters[words[1]] else {
      let known = names.joined(separator: " and ")
      return fault(setting.words[1].range, "\(code.text) has \(known), and no “\(words[1])”", names, near: words[1])
    }
    guard parameter.takes(last.text) else {
      return fault(last.range, "This is to be \(parameter.said)", parameter.choices, near: last.text)
    }
    parameters[code.text, default: [:]][words[1]] = last.text
  }

  private mutating func fault(_ range: Range<Int>, _ message: String, _ choices: [String], near word: String) {
    faults.append(Fault(range: range, message: message + ".", nearest: nearest(to: word, among: choices)))
  }
}

extension Settings {
  /// What some stylebooks make of the rules together; the nearest, which comes first, wins line by line.
  package init(_ books: [Stylebook]) {
    self.init()
    for book in books.reversed() {
      if let profile = book.profile { self.profile = profile }
      packs.formUnion(book.packs)
      choices.merge(book.choices) { _, nearer in nearer }
      for (code, values) in book.parameters {
        parameters[code, default: [:]].merge(values) { _, nearer in nearer }
      }
    }
  }
}

extension Rule.Parameter {
  /// The values to choose from; empty where any number will do.
  package var choices: [String] {
    switch self {
    case .number: []
    case .choice(let words): words
    }
  }

  fileprivate func takes(_ word: String) -> Bool {
    switch self {
    case .number: Int(word).map { $0 > 0 } ?? false
    case .choice(let words): words.contains(word)
    }
  }

  /// The values in words.
  package var said: String {
    switch self {
    case .number: "a number"
    case .choice(let words): words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
    }
  }
}

extension Rule {
  /// True for a rule's code and for a group such as `quote/*`.
  static func exists(_ code: String) -> Bool { !all(of: code).isEmpty }

  /// The rule of that code, or all of a group.
  static func all(of code: String) -> [Rule] {
    code.hasSuffix("/*") ? catalog.filter { $0.group == code.dropLast(2) } : catalog.filter { $0.code == code }
  }
}

/// The choice that is fewest slips away; nil where all are far.
func nearest(to word: String, among choices: [String]) -> String? {
  let close = choices.map { (slips(from: Array(word.utf8), to: Array($0.utf8)), $0) }.min { $0.0 < $1.0 }
  return close.flatMap { $0.0 <= max(2, word.utf8.count / 3) ? $0.1 : nil }
}
