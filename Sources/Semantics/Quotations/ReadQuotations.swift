import Syntax

/// Pairs the quotation marks of one passage and follows an open quotation into the next.
func readQuotations(
  in bytes: [UInt8], units: [Unit], language: Language, _ state: inout QuotationState
) -> QuotationReading {
  QuotationReading()
}
