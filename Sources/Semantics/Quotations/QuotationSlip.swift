import Syntax

/// What is wrong with a quotation mark, with extents counted from the start of its passage.
package struct QuotationSlip: Equatable, Sendable {
  package enum Kind: UInt8, Equatable, Sendable {
    case unclosed
    case strayClose
    /// A paragraph that goes on with an open quotation and closes it, without the mark that reminds of it.
    case continuationOpenMissing
    case wrongWayRound
    /// An opening mark where the same kind of mark is open already.
    case reopened
    /// Closed with another kind of mark than it was opened with.
    case mixedMarks
    case twoApostrophes
    /// Double marks inside double marks.
    case nesting

    /// A mark is missing or stray; of these at most one is reported a paragraph.
    package var isError: Bool { self == .unclosed || self == .strayClose || self == .reopened }

    var bit: UInt16 { 1 << UInt16(rawValue) }
  }

  package let kind: Kind
  /// The mark; an empty extent where the missing mark should stand at the start of a paragraph.
  package let mark: Extent
  /// The mark at the other end, where there is one.
  package let partner: Extent?
  package let family: MarkFamily
  /// Where the missing mark could go, the likeliest place first.
  package let places: [Int]

  init(_ kind: Kind, _ mark: Extent, partner: Extent? = nil, family: MarkFamily, places: [Int] = []) {
    self.kind = kind
    self.mark = mark
    self.partner = partner
    self.family = family
    self.places = places
  }
}

/// A slip with offsets in the article.
package struct Slip: Equatable, Sendable {
  package let kind: QuotationSlip.Kind
  package let mark: Range<Int>
  package let partner: Range<Int>?
  package let family: MarkFamily
  package let places: [Int]

  init(_ slip: QuotationSlip, from base: Int) {
    kind = slip.kind
    mark = slip.mark.from(base)
    partner = slip.partner?.from(base)
    family = slip.family
    places = slip.places.map { base + $0 }
  }
}
