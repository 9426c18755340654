import Semantics
import Syntax

/// Which way to jump, and whether to skip the quotations of others.
package enum QuoteJump: String, CaseIterable, Sendable {
  case next = "nextQuote"
  case previous = "previousQuote"
  case nextBySpeaker = "nextQuoteBySpeaker"
  case previousBySpeaker = "previousQuoteBySpeaker"

  /// The name under which a client runs it.
  package var command: String { "newsmark.\(rawValue)" }

  var isForward: Bool { self == .next || self == .nextBySpeaker }
  var keepsSpeaker: Bool { self == .nextBySpeaker || self == .previousBySpeaker }
}

/// The quotation to jump to from `offset`, with its marks; nil where there is none further, as jumping never wraps.
///
/// Inside a quotation, the previous one is the one before it. The speaker to keep to is that of what stands at
/// `offset`, or on plain words that of the last quotation before it.
package func jump(_ way: QuoteJump, from offset: Int, in proof: Proof) -> Range<Int>? {
  let article = proof.article
  let start = article.quotation(at: offset)?.range.lowerBound ?? offset
  func step(_ offset: Int) -> Quotation? {
    way.isForward ? article.quotation(after: offset) : article.quotation(before: offset)
  }
  guard way.keepsSpeaker else { return step(way.isForward ? offset : start)?.range }
  let pointed = Pointed(at: offset, in: proof)
  let before = pointed == nil ? article.quotation(before: offset) : nil
  guard let speaker = pointed?.figure(in: proof) ?? before.flatMap({ proof.voice(of: $0)?.figure }) else { return nil }
  var found = step(way.isForward ? offset : start)
  while let quotation = found, proof.voice(of: quotation)?.figure?.number != speaker.number {
    found = step(quotation.range.lowerBound)
  }
  return found?.range
}
