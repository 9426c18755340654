/// One place in an article that a rule marks. Ranges are UTF-8 bytes of the article.
package struct Finding: Equatable, Sendable {
  package struct Related: Equatable, Sendable {
    package let range: Range<Int>
    package let message: String
  }

  /// What is found, never changed once made: findings are copied and moved at every keystroke, and that is to touch nothing else.
  private final class Found: Sendable {
    let code: String
    let severity: Severity
    let message: String
    let isUnnecessary: Bool
    let range: Range<Int>
    let related: [Related]
    let fixes: [Fix]
    let reach: Range<Int>

    init(
      _ code: String, _ severity: Severity, _ message: String, isUnnecessary: Bool, _ range: Range<Int>,
      _ related: [Related], _ fixes: [Fix]
    ) {
      self.code = code
      self.severity = severity
      self.message = message
      self.isUnnecessary = isUnnecessary
      self.range = range
      self.related = related
      self.fixes = fixes
      var reach = range
      for other in related { reach = reach.hull(other.range) }
      for fix in fixes { for edit in fix.edits { reach = reach.hull(edit.range) } }
      self.reach = reach
    }
  }

  private let found: Found
  /// What the ranges of `found` count from.
  private var origin = 0

  init(
    code: String, severity: Severity, range: Range<Int>, message: String, related: [Related], fixes: [Fix],
    isUnnecessary: Bool
  ) {
    found = Found(code, severity, message, isUnnecessary: isUnnecessary, range, related, fixes)
  }

  package var code: String { found.code }

  package var severity: Severity { found.severity }

  /// What is wrong and what to do, in one sentence or two.
  package var message: String { found.message }

  /// The words could be left out; editors show them faded.
  package var isUnnecessary: Bool { found.isUnnecessary }

  package var range: Range<Int> { found.range.shifted(by: origin) }

  /// Other places that belong to it, such as the first of two.
  package var related: [Related] {
    if origin == 0 { return found.related }
    return found.related.map { Related(range: $0.range.shifted(by: origin), message: $0.message) }
  }

  package var fixes: [Fix] { origin == 0 ? found.fixes : found.fixes.map { $0.shifted(by: origin) } }

  /// From the first place that it shows to the last; its fixes may reach further.
  package var shownReach: Range<Int> {
    var reach = found.range
    for other in found.related { reach = reach.hull(other.range) }
    return reach.shifted(by: origin)
  }

  /// The same finding with everything moved by that many bytes.
  package func shifted(by offset: Int) -> Finding {
    var finding = self
    finding.origin += offset
    return finding
  }

  /// Moves with the text where an edit touches nothing that it speaks of; false where it stays as it was.
  mutating func move(replaced edit: Range<Int>, added: Int) -> Bool {
    if found.reach.upperBound + origin <= edit.lowerBound { return true }
    guard found.reach.lowerBound + origin >= edit.upperBound else { return false }
    origin += added - edit.count
    return true
  }

  /// What it shows after an edit between its places, without its fixes, for which nobody asks before the rules are asked again;
  /// nil where the edit touches the words it marks.
  func moved(replaced edit: Range<Int>, added: Int) -> Finding? {
    func moved(_ range: Range<Int>) -> Range<Int>? {
      if range.upperBound <= edit.lowerBound { return range }
      return range.lowerBound >= edit.upperBound ? range.shifted(by: added - edit.count) : nil
    }
    guard let range = moved(range) else { return nil }
    let stillThere = related.compactMap { related in
      moved(related.range).map { Related(range: $0, message: related.message) }
    }
    return Finding(
      code: code, severity: severity, range: range, message: message, related: stillThere, fixes: [],
      isUnnecessary: isUnnecessary)
  }

  package static func == (left: Finding, right: Finding) -> Bool { left.isSame(as: right, movedBy: 0) }

  /// True for the same finding so many bytes further on.
  package func isSame(as other: Finding, movedBy offset: Int) -> Bool {
    let moved = other.shifted(by: offset)
    if found === moved.found { return origin == moved.origin }
    return isShown(as: other, movedBy: offset) && fixes == moved.fixes
  }

  /// True where that shows the same but for its fixes.
  package func isShown(as other: Finding, movedBy offset: Int) -> Bool {
    let moved = other.shifted(by: offset)
    if found === moved.found { return origin == moved.origin }
    return range == moved.range && code == moved.code && severity == moved.severity && message == moved.message
      && isUnnecessary == moved.isUnnecessary && related == moved.related
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

  /// From the start of the first to the end of the last.
  fileprivate func hull(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
