/// One place in an article that a rule marks. Ranges are UTF-8 bytes of the article.
package struct Finding: Equatable, Sendable {
  package struct Related: Equatable, Sendable {
    package let range: Range<Int>
    package let message: String
  }

  package let code: String
  package let severity: Severity
  /// What is wrong and what to do, in one sentence or two.
  package let message: String
  /// The words could be left out; editors show them faded.
  package let isUnnecessary: Bool
  private let localRange: Range<Int>
  private let localRelated: [Related]
  private let localFixes: [Fix]
  private let localReach: Range<Int>
  /// What its own ranges count from; findings are moved at every keystroke, so that must touch nothing else.
  private var origin = 0

  init(
    code: String, severity: Severity, range: Range<Int>, message: String, related: [Related], fixes: [Fix],
    isUnnecessary: Bool
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.isUnnecessary = isUnnecessary
    localRange = range
    localRelated = related
    localFixes = fixes
    let others = related.map(\.range) + fixes.flatMap { $0.edits.map(\.range) }
    localReach = others.reduce(range) {
      min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound)
    }
  }

  package var range: Range<Int> { localRange.shifted(by: origin) }

  /// From the first place that it speaks of to the last.
  package var reach: Range<Int> { localReach.shifted(by: origin) }

  /// Other places that belong to it, such as the first of two.
  package var related: [Related] {
    localRelated.map { Related(range: $0.range.shifted(by: origin), message: $0.message) }
  }

  package var fixes: [Fix] { origin == 0 ? localFixes : localFixes.map { $0.shifted(by: origin) } }

  /// The same finding with everything moved by that many bytes.
  package func shifted(by offset: Int) -> Finding {
    var finding = self
    finding.origin += offset
    return finding
  }

  /// Moves with the text where an edit touches nothing that it speaks of; false where it stays as it was.
  mutating func move(replaced edit: Range<Int>, added: Int) -> Bool {
    if localReach.upperBound + origin <= edit.lowerBound { return true }
    guard localReach.lowerBound + origin >= edit.upperBound else { return false }
    origin += added - edit.count
    return true
  }

  /// The same finding after an edit somewhere in the article; nil where the edit touches the words it marks.
  func moved(replaced edit: Range<Int>, added: Int) -> Finding? {
    if reach.upperBound <= edit.lowerBound { return self }
    if reach.lowerBound >= edit.upperBound { return shifted(by: added - edit.count) }
    func moved(_ range: Range<Int>) -> Range<Int>? {
      if range.upperBound <= edit.lowerBound { return range }
      return range.lowerBound >= edit.upperBound ? range.shifted(by: added - edit.count) : nil
    }
    guard let range = moved(range) else { return nil }
    let stillThere = related.compactMap { related in
      moved(related.range).map { Related(range: $0, message: related.message) }
    }
    let possible = fixes.filter { $0.edits.allSatisfy { moved($0.range) != nil } }.map { fix in
      Fix(
        fix.title, fix.edits.compactMap { edit in moved(edit.range).map { Fix.Edit($0, edit.text) } },
        isSafe: fix.isSafe, isPreferred: fix.isPreferred)
    }
    return Finding(
      code: code, severity: severity, range: range, message: message, related: stillThere, fixes: possible,
      isUnnecessary: isUnnecessary)
  }

  package static func == (left: Finding, right: Finding) -> Bool { left.isSame(as: right, movedBy: 0) }

  /// True for the same finding so many bytes further on.
  package func isSame(as other: Finding, movedBy offset: Int) -> Bool {
    guard range == other.range.shifted(by: offset), code == other.code, severity == other.severity,
      message == other.message, isUnnecessary == other.isUnnecessary
    else { return false }
    // One that was only moved is compared where it was found.
    if origin == other.origin + offset { return localRelated == other.localRelated && localFixes == other.localFixes }
    let moved = other.shifted(by: offset)
    return related == moved.related && fixes == moved.fixes
  }

  /// By place, the longer first, then by code: an order that does not depend on the order of rules.
  static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    if left.range.lowerBound != right.range.lowerBound { return left.range.lowerBound < right.range.lowerBound }
    if left.range.upperBound != right.range.upperBound { return left.range.upperBound > right.range.upperBound }
    return left.code != right.code ? left.code < right.code : left.message < right.message
  }
}

/// How much a finding matters, the worst first.
package enum Severity: Int, CaseIterable, Comparable, Sendable {
  case error = 1
  case warning, information, hint

  /// True where `left` matters more.
  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  package var name: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information: "information"
    case .hint: "hint"
    }
  }

  /// Reads the name that a stylebook or a command line uses.
  package init?(name: String) {
    guard let severity = Severity.allCases.first(where: { $0.name == name }) else { return nil }
    self = severity
  }
}

/// A change that a person may accept: plain edits of the article's text.
package struct Fix: Equatable, Sendable {
  package struct Edit: Equatable, Sendable {
    /// UTF-8 bytes that are replaced; empty for an insertion.
    package let range: Range<Int>
    package let text: String

    package init(_ range: Range<Int>, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  package let title: String
  /// In order and without overlap.
  package let edits: [Edit]
  /// Part of fix-all: it can change nothing but what is surely meant.
  package let isSafe: Bool
  package let isPreferred: Bool

  init(_ title: String, _ edits: [Edit], isSafe: Bool = false, isPreferred: Bool = false) {
    self.title = title
    self.edits = edits
    self.isSafe = isSafe
    self.isPreferred = isPreferred || isSafe
  }

  init(
    _ title: String, _ range: Range<Int>, _ text: String, isSafe: Bool = false, isPreferred: Bool = false
  ) {
    self.init(title, [Edit(range, text)], isSafe: isSafe, isPreferred: isPreferred)
  }

  func shifted(by offset: Int) -> Fix {
    Fix(
      title, edits.map { Edit($0.range.shifted(by: offset), $0.text) }, isSafe: isSafe, isPreferred: isPreferred)
  }
}

extension Range<Int> {
  func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
