import Syntax

/// The kind of marks around a quotation; a quotation closes with a mark of the family that opened it.
package enum MarkFamily: UInt8, Equatable, Sendable {
  case curly, straight, guillemets, low, single, straightSingle, twoApostrophes
}

/// A quotation, or the part of one that stands in one unit; parts in neighbouring paragraphs may be one quotation.
package struct QuotationPart: Equatable, Sendable {
  package let family: MarkFamily
  /// With its marks, and without.
  package let extent: Extent
  package let words: Extent
  package let isClosed: Bool
  /// Begun in an earlier paragraph: this mark only reminds of it.
  package let isContinuation: Bool
}

/// What is wrong with a quotation mark.
package struct QuotationSlip: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case unclosed, strayClose, continuationOpenMissing, wrongWayRound, reopened, mixedMarks
  }

  package let kind: Kind
  /// The mark.
  package let extent: Extent
}

/// The quotation that is open where one passage ends and the next begins.
package struct QuotationState: Equatable, Sendable {
  package var open: MarkFamily?
}

/// What `readQuotations` finds in one passage.
struct QuotationReading {
  var parts: [QuotationPart] = []
  var slips: [QuotationSlip] = []
}
