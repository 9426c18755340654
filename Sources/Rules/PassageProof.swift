import Semantics
import Syntax

/// One passage as a rule sees it; every range counts from the passage's start.
struct PassageProof {
  let bytes: [UInt8]
  let copy: Copy
  /// What was open when the passage began.
  let entry: CopyState
  let settings: Settings
  private var findings: [Finding] = []
  private var marker = Marker()

  init(_ passage: Passage, at start: Int, of text: Text, _ settings: Settings) {
    bytes = text.bytes(in: start..<start + passage.byteCount)
    copy = passage.copy
    entry = passage.entry
    self.settings = settings
  }

  /// The stretches that are the paper's own words or somebody's quoted ones: paragraphs and headings.
  var paragraphs: some Sequence<Extent> {
    copy.units.lazy.filter { $0.isRunningText && !$0.isTooLong }.map(\.extent)
  }

  /// Everything that will be printed: paragraphs, headings, quote blocks, attributions and fields.
  var printed: some Sequence<Extent> { copy.units.lazy.filter(\.isPrinted).map(\.extent) }

  /// The dates written out in the paragraphs, in order.
  lazy var dates: [DateMention] = paragraphs.flatMap { [bytes] in dateMentions(in: bytes, $0) }

  /// The lines of a passage that holds header material, each with whether the header zone is open above it; several rules ask.
  lazy var zoneLines = Rules.zoneLines(of: copy, from: entry.lines)

  /// Runs one rule over the passage.
  mutating func run(_ marker: Marker, _ check: (inout PassageProof) -> Void) {
    self.marker = marker
    check(&self)
  }

  var hasFindings: Bool { !findings.isEmpty }

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

extension Unit {
  fileprivate var isRunningText: Bool {
    switch kind {
    case .paragraph, .heading: true
    case .quoted, .attribution, .field, .notes: false
    }
  }
}

/// Puts the code and the severity of the running rule on what it finds.
struct Marker: Sendable {
  var code = ""
  var severity = Severity.hint
  /// The severity is the desk's own word, so that a rule's finer shades do not count.
  var isFixed = false

  func finding(
    _ range: Range<Int>, _ message: String, _ shade: Severity?, related: [Finding.Related], fixes: [Fix],
    isUnnecessary: Bool
  ) -> Finding {
    Finding(
      code: code, severity: isFixed ? severity : shade ?? severity, range: range, message: message, related: related,
      fixes: fixes, isUnnecessary: isUnnecessary)
  }
}
