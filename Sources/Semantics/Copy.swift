import Syntax

/// What one passage says, with extents counted from its start; a pure function of its bytes and its entry state.
package final class Copy: Reading {
  package let lines: [Line]
  /// The stretches that are read for quotations and names.
  package let units: [Unit]
  package let quotations: [QuotationPart]
  package let slips: [QuotationSlip]
  package let sightings: [Sighting]

  init(lines: [Line], units: [Unit], quoted: QuotationReading, sightings: [Sighting]) {
    self.lines = lines
    self.units = units
    quotations = quoted.parts
    slips = quoted.slips
    self.sightings = sightings
  }

  package static var start: CopyState { CopyState() }

  package static func read(_ source: Source, from entry: CopyState) -> (Copy, CopyState) {
    var state = entry
    let lines = parse(source, &state.lines)
    for case .field(let field) in lines.map(\.form) where field.key == .lang {
      state.language = Language(tag: source.bytes[field.value.range])
    }
    let units = cutUnits(of: lines, in: source.bytes, from: entry.lines)
    let quoted = readQuotations(in: source.bytes, units: units, language: state.language, &state.quotation)
    let sightings = readSightings(in: source.bytes, units: units, quotations: quoted.parts)
    return (Copy(lines: lines, units: units, quoted: quoted, sightings: sightings), state)
  }

  package static func summary(of passages: [Passage<Copy>]) -> CopySummary { CopySummary(passages) }
}

/// What a passage is entered with and leaves behind.
package struct CopyState: Equatable, Sendable {
  package var lines = LineState()
  package var language = Language.unstated
  package var quotation = QuotationState()
}

/// What article-wide facts need to know of one page of passages.
package struct CopySummary: Sendable {
  /// Which passages of the page hold a date, a field, a declaration, a heading, a comment or an end mark.
  package let landmarks: [Int]
  package let quotationCount: Int

  init(_ passages: [Passage<Copy>]) {
    landmarks = passages.indices.filter { passages[$0].reading.lines.contains(where: isLandmark) }
    quotationCount = passages.reduce(0) { $0 + $1.reading.quotations.count }
  }
}

private func isLandmark(_ line: Line) -> Bool {
  switch line.form {
  case .date, .field, .entity, .heading, .comment, .endMark: true
  case .prose(_, _, let missed): missed != nil
  case .blank, .quote, .attribution, .notes: false
  }
}
