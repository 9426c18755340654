import Syntax

/// A stretch of words in one passage that looks like a name; which person or place it is, the article decides.
package struct Sighting: Equatable, Sendable {
  package let extent: Extent
}

/// Finds the names of one passage by their own words.
func readSightings(in bytes: [UInt8], units: [Unit], quotations: [QuotationPart]) -> [Sighting] {
  []
}
