import Semantics
import Syntax

/// One passage as a rule sees it; every range counts from the passage's start.
struct PassageProof {
  let bytes: [UInt8]
  let copy: Copy
  /// What was open when the passage began.
  let entry: CopyState
  let settings: Settings
  /// The stretches that are the paper's own words or somebody's quoted ones: paragraphs and headings.
  let paragraphs: [Extent]
  /// Everything that will be printed: paragraphs, headings, quote blocks, attributions and fields.
  let printed: [Extent]
  /// The dates written out in the paragraphs, in order.
  let dates: [DateMention]
  private let signs: [UInt32]
  private var findings: [Finding] = []
  private var marker = Marker()

  init(_ passage: Passage, at start: Int, of text: Text, _ settings: Settings) {
    bytes = text.bytes(in: start..<start + passage.byteCount)
    copy = passage.copy
    entry = passage.entry
    self.settings = settings
    let signs = placesOfSigns(in: bytes)
    self.signs = signs
    printed = passage.copy.units.filter { $0.kind != .notes && !$0.isTooLong }.map(\.extent)
    paragraphs = passage.copy.units.filter { $0.isRunningText && !$0.isTooLong }.map(\.extent)
    dates = paragraphs.flatMap { [bytes] in dateMentions(in: bytes, $0, among: slice(signs, of: $0)) }
  }

  /// Runs one rule over the passage.
  mutating func run(_ marker: Marker, _ check: (inout PassageProof) -> Void) {
    self.marker = marker
    check(&self)
  }

  /// Where in `extent` a byte stands that is no small letter and no lone blank, in order: about a tenth of an English
  /// text, and all that most rules look for.
  func signs(in extent: Extent) -> ArraySlice<UInt32> { slice(signs, of: extent) }

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

private func placesOfSigns(in bytes: [UInt8]) -> [UInt32] {
  var signs: [UInt32] = []
  signs.reserveCapacity(bytes.count / 6)
  var place: UInt32 = 0
  var before: UInt8 = 0x20
  for byte in bytes {
    if byte &- 0x61 > 25, byte != 0x20 || before == 0x20 { signs.append(place) }
    before = byte
    place &+= 1
  }
  return signs
}

private func slice(_ signs: [UInt32], of extent: Extent) -> ArraySlice<UInt32> {
  signs[signs.partitioningIndex { $0 >= extent.start }..<signs.partitioningIndex { $0 >= extent.end }]
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
