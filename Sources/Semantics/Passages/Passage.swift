import Syntax

/// One passage of an article with what it says; positions come from its place among the others.
///
/// A class, as places hand passages around far more often than passages are made. What is largest comes first, so that
/// nothing is left empty between.
package final class Passage: Sendable {
  package let copy: Copy
  /// A pure function of the passage, so nobody can tell when it was made, or that two threads made it at once.
  let closeReading = Once<CloseReading>()
  package let entry: CopyState
  package let exit: CopyState

  package var byteCount: Int { copy.lines.byteCount }
  package var lineCount: Int { copy.lines.count }

  init(_ source: Source, from entry: CopyState, by reader: inout CopyReader) {
    var state = entry
    copy = Copy(source, &state, by: &reader)
    self.entry = entry
    exit = state
  }
}

/// What is asked of every passage when an article is opened: in this module it is read in place, and from another the whole
/// copy would be copied for it.
extension Passage {
  /// From the first unit that readers will see to the end of the last, nil where there is none.
  package var printed: Extent? {
    if let text = copy.lines.paragraph?.text { return text.count > Unit.longest ? nil : text }
    let units = copy.units
    guard let first = units.first(where: \.isPrinted), let last = units.last(where: \.isPrinted) else { return nil }
    return Extent(first.extent.lowerBound, last.extent.upperBound)
  }

  /// It holds a line of a header or one that is nearly no copy, or stands under an open header.
  package var mayConcernHeader: Bool {
    entry.lines.headerIsOpen || !copy.landmarks.isDisjoint(with: [.header, .missed])
  }

  /// Its quotations with single marks as apostrophes.
  package var parts: [QuotationPart] { copy.parts }

  /// What is wrong with its marks, and what is wrong unless a later passage goes on with the quotation left open.
  package func slips(singles: Bool) -> (sure: [QuotationSlip], pending: QuotationSlip?) {
    copy.slips(singles: singles)
  }
}

/// Some neighbouring passages with their summary; never changed once made, so that caches may go by its identity.
package final class Page: Sendable {
  package let passages: [Passage]
  package let byteCount: Int
  package let lineCount: Int
  package let summary: CopySummary
  let closeReadings = ReadMark()
  let wordCount = WordSum()
  let names = Once<PageNames>()
  /// Byte offset and line in the page at which each passage starts.
  package let byteStarts: [Int]
  let lineStarts: [Int]

  init(_ passages: [Passage]) {
    self.passages = passages
    var (byteCount, lineCount) = (0, 0)
    byteStarts = passages.map { passage in
      defer { byteCount += passage.byteCount }
      return byteCount
    }
    lineStarts = passages.map { passage in
      defer { lineCount += passage.lineCount }
      return lineCount
    }
    self.byteCount = byteCount
    self.lineCount = lineCount
    summary = CopySummary(passages)
  }

  /// Enough to keep the list of pages short at 10 MB, few enough to copy at a keystroke.
  static let target = 32

  static func split(_ passages: [Passage]) -> [Page] {
    guard passages.count > 2 * target else { return passages.isEmpty ? [] : [Page(passages)] }
    return stride(from: 0, to: passages.count, by: target).map {
      Page(Array(passages[$0..<min($0 + target, passages.count)]))
    }
  }
}
