/// What a line's form depends on besides its own words: what is open above it.
package struct LineState: Equatable, Sendable {
  package enum Place: Equatable, Sendable {
    /// After a blank line, a one-line block or nothing at all.
    case blockStart
    case inParagraph
    /// Under a line of a quote block.
    case inQuoteBlock
    /// After a quote block and a blank line: an attribution may still follow.
    case afterQuoteBlock
  }

  package var place = Place.blockStart
  /// The header zone: fields are read only while it is open.
  package var headerIsOpen = true
  /// Fields belong to the document in the first zone and to their entry in later ones.
  package var isFirstZone = true
  /// After an end mark, until the next date.
  package var isAfterEnd = false

  /// The file is a stylebook: settings are read, and the header zone never closes.
  package let isStylebook: Bool

  package init(isStylebook: Bool = false) { self.isStylebook = isStylebook }

  var isBlockStart: Bool { place == .blockStart || place == .afterQuoteBlock }
  package var isInParagraph: Bool { place == .inParagraph }
  package var isInQuoteBlock: Bool { place == .inQuoteBlock }

  package mutating func closeHeader() {
    headerIsOpen = isStylebook
    isFirstZone = false
  }
}
