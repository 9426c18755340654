import Semantics
import Syntax

/// What a person points at: the innermost thing under the cursor.
enum Pointed {
  /// A name, in running text or in its declaration.
  case name(Figure, Range<Int>)
  /// The words that say whose a quotation is.
  case attribution(Quotation, Range<Int>)
  case quotation(Quotation)

  init?(at offset: Int, in proof: Proof) {
    if let mention = proof.cast.mention(at: offset), let figure = proof.figure(of: mention) {
      self = .name(figure, mention.range)
    } else if let (figure, range) = proof.declaredFigure(at: offset) {
      self = .name(figure, range)
    } else if let (quotation, words) = proof.attribution(at: offset) {
      self = .attribution(quotation, words)
    } else if let quotation = proof.article.quotation(at: offset) {
      self = .quotation(quotation)
    } else {
      return nil
    }
  }

  /// Whose words or name it is, where that is known.
  func figure(in proof: Proof) -> Figure? {
    switch self {
    case .name(let figure, _): figure
    case .attribution(let quotation, _), .quotation(let quotation): proof.voice(of: quotation)?.figure
    }
  }
}
