import Syntax

/// A stretch of quoted words, over however many paragraphs it runs; all ranges are byte offsets in the article.
///
/// Small, as a long article has thousands, and moved by one number: the rest is counted from its start.
package struct Quotation: Equatable, Sendable {
  private var start: Int
  private let length: UInt32
  private let firstWords: Extent
  private let moreWords: [Extent]
  package let family: MarkFamily
  /// False where the closing mark is missing.
  package let isClosed: Bool
  package let nature: Nature
  private let said: LocalAttribution?

  init(
    range: Range<Int>, firstWords: Range<Int>, moreWords: [Range<Int>], family: MarkFamily, isClosed: Bool,
    nature: Nature, attribution: Attribution?
  ) {
    let start = range.lowerBound
    func local(_ range: Range<Int>) -> Extent { Extent(range.lowerBound - start, range.upperBound - start) }
    self.start = start
    length = UInt32(clamping: range.count)
    self.firstWords = local(firstWords)
    self.moreWords = moreWords.map(local)
    self.family = family
    self.isClosed = isClosed
    self.nature = nature
    said = attribution.map { LocalAttribution($0, from: start) }
  }

  /// From its first mark to its last; for a block from the first word to the last.
  package var range: Range<Int> { start..<start + Int(length) }
  /// The quoted words without the marks, one range a paragraph.
  package var words: [Range<Int>] { [opening] + moreWords.map { $0.from(start) } }
  /// The quoted words of its first paragraph.
  package var opening: Range<Int> { firstWords.from(start) }
  /// Who said it, where the copy tells.
  package var attribution: Attribution? { said.map { $0.from(start) } }

  mutating func move(by distance: Int) { start += distance }

  /// What the marks are for.
  package enum Nature: Equatable, Sendable {
    case speech
    /// The title of a film, a song, a programme.
    case title
    /// A word held at a distance or mentioned as a word.
    case term
  }

  /// Quoted by `>` at the start of its lines, not by marks.
  package var isBlock: Bool { family == .block }
}

/// The kind of marks around a quotation; a quotation closes with a mark of the family that opened it.
package enum MarkFamily: UInt8, Equatable, Sendable {
  case curly, straight, guillemets, low, twoApostrophes, single, straightSingle, block

  /// Single marks quote in British copy and where an article has no double ones.
  package var isSingle: Bool { self == .single || self == .straightSingle }
}

/// A quotation, or the part of one that stands in one unit, with extents counted from the start of its passage.
package struct QuotationPart: Equatable, Sendable {
  package let family: MarkFamily
  /// With its marks, and without.
  package let extent: Extent
  package let words: Extent
  package let isClosed: Bool
  /// Begun in an earlier paragraph: this mark only reminds of it.
  package let isContinuation: Bool
}

/// The quotation that is open where one passage ends and the next begins, in both readings of single marks.
package struct QuotationState: Equatable, Sendable {
  var doubles: OpenQuotation?
  var singles: OpenQuotation?
}

/// What the next paragraph must know of a quotation that the one before left open.
struct OpenQuotation: Equatable, Sendable {
  let family: MarkFamily
  /// The open text looks like a whole paragraph of speech, so an opening mark may carry it on.
  let mayGoOn: Bool
  let isInBlock: Bool
}

/// What one passage says of its quotations in one reading of single marks.
package struct QuotationReading: Equatable, Sendable {
  /// What becomes of the quotation that was open before the passage.
  package enum Answer: Equatable, Sendable {
    /// Nothing here decides it.
    case passes
    case goesOn
    case ends
  }

  package var parts: [QuotationPart] = []
  package var slips: [QuotationSlip] = []
  package var answer = Answer.passes
  /// The slip it is that the last part has no closing mark, unless a later passage goes on with it.
  package var pending: QuotationSlip? {
    get { left.first }
    set { left = newValue.map { [$0] } ?? [] }
  }
  // A list, as an optional would take its room in all of them.
  private var left: [QuotationSlip] = []
  /// Double marks were read, be they right or wrong.
  package var hasDoubleMarks = false

  package init() {}

  var slipKinds: UInt16 { slips.reduce(pending?.kind.bit ?? 0) { $0 | $1.kind.bit } }
}
