import Semantics
import Syntax

/// One passage as a rule sees it; every range counts from the passage's start.
struct PassageProof {
  let bytes: [UInt8]
  let copy: Copy
  /// What was open when the passage began.
  let entry: CopyState
  let settings: Settings
  private(set) var findings: [Finding] = []
  private var marker = Marker()

  init(_ passage: Passage, at start: Int, of text: Text, _ settings: Settings) {
    bytes = text.bytes(in: start..<start + passage.byteCount)
    copy = passage.copy
    entry = passage.entry
    self.settings = settings
  }

  /// Runs one rule over the passage.
  mutating func run(_ rule: Rule, _ severity: Severity, _ check: (inout PassageProof) -> Void) {
    marker.begin(rule, severity, settings)
    check(&self)
  }

  /// Hands over what the rules have found so far.
  mutating func takeFindings() -> [Finding] {
    defer { findings.removeAll() }
    return findings
  }

  /// Reports a finding; `severity` is a shade of the rule's own that a stylebook's word overrides.
  mutating func mark(
    _ range: Range<Int>, _ message: String, _ severity: Severity? = nil, related: [Finding.Related] = [],
    fixes: [Fix] = [], isUnnecessary: Bool = false
  ) {
    findings.append(
      marker.finding(range, message, severity, related: related, fixes: fixes, isUnnecessary: isUnnecessary))
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The byte at `offset` in the passage, nil outside it.
  func byte(at offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

  func string(_ extent: Extent) -> String { string(extent.range) }
}

/// Puts the code and the severity of the running rule on what it finds.
struct Marker {
  private var code = ""
  private var severity = Severity.hint
  private var isFixed = false

  mutating func begin(_ rule: Rule, _ severity: Severity, _ settings: Settings) {
    code = rule.code
    self.severity = severity
    isFixed = settings.decides(rule)
  }

  func finding(
    _ range: Range<Int>, _ message: String, _ shade: Severity?, related: [Finding.Related], fixes: [Fix],
    isUnnecessary: Bool
  ) -> Finding {
    Finding(
      code: code, severity: isFixed ? severity : shade ?? severity, range: range, message: message, related: related,
      fixes: fixes, isUnnecessary: isUnnecessary)
  }
}
