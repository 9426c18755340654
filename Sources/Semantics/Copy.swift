import Syntax

/// What one passage says, with extents counted from its start; a pure function of its bytes and its entry state.
package final class Copy: Sendable {
  package let lines: [Line]
  /// The stretches that are read for quotations and names.
  package let units: [Unit]
  /// Its quotations, with single marks as apostrophes and as quotation marks; the article decides.
  let quoted: QuotationReadings
  /// Its quotations with single marks as apostrophes, which is how nearly every article reads.
  package var parts: [QuotationPart] { quoted.doubles.parts }
  /// True where a line is a date, a field, a declaration, a heading, a comment, an end mark or nearly one.
  package let isLandmark: Bool

  /// Reads a passage from the state left by the one before, and leaves the state for the next.
  package init(_ source: Source, _ state: inout CopyState) {
    let before = state.lines
    lines = parse(source, &state.lines)
    for case .field(let field) in lines.lazy.map(\.form) where field.key == .lang {
      state.language = Language(tag: source.bytes[field.value.range])
    }
    units = cutUnits(of: lines, in: source.bytes, from: before)
    quoted = readQuotations(
      in: source.bytes, lines: lines, units: units, from: before, language: state.language, &state.quotation)
    isLandmark = lines.contains(where: bearsLandmark)
  }
}

/// What a passage is entered with and leaves behind.
package struct CopyState: Equatable, Sendable {
  package var lines: LineState
  package var language = Language.unstated
  package var quotation = QuotationState()

  package init(isStylebook: Bool = false) { lines = LineState(isStylebook: isStylebook) }
}

/// What article-wide facts need to know of one page of passages.
package struct CopySummary: Sendable {
  /// Which passages of the page hold a date, a field, a declaration, a heading, a comment or an end mark.
  package let landmarks: [Int]
  /// In either reading of single marks.
  let quotationCount: Int
  let doubleMarks: Int
  /// What may be wrong with its marks in either reading, a bit each kind.
  let slipKinds: UInt16

  init(_ passages: [Passage]) {
    landmarks = passages.indices.filter { passages[$0].copy.isLandmark }
    let quoted = passages.lazy.map(\.copy.quoted)
    quotationCount = quoted.reduce(0) { $0 + $1.doubles.parts.count + ($1.singles?.parts.count ?? 0) }
    doubleMarks = quoted.reduce(0) { $0 + $1.doubles.doubleMarks }
    slipKinds = quoted.reduce(0) { $0 | $1.doubles.slipKinds | ($1.singles?.slipKinds ?? 0) }
  }
}

private func bearsLandmark(_ line: Line) -> Bool {
  switch line.form {
  case .date, .field, .entity, .setting, .heading, .comment, .endMark: true
  case .prose(_, _, let missed): missed != nil
  case .blank, .quote, .attribution, .notes: false
  }
}
