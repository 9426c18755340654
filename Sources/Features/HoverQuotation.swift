import Semantics
import Syntax

/// On a quotation or the words that attribute it: who says it, how we know, and which of how many it is.
func hoverQuotation(at offset: Int, in proof: Proof) -> Card? {
  if let (quotation, words) = proof.attribution(at: offset) {
    return quotationCard(quotation, range: words, in: proof)
  }
  return proof.article.quotation(at: offset).map { quotationCard($0, range: $0.range, in: proof) }
}

private func quotationCard(_ quotation: Quotation, range: Range<Int>, in proof: Proof) -> Card {
  let all = proof.quotations
  let number = (all.firstIndex { $0.range == quotation.range } ?? 0) + 1
  let said = quotation.words.map(proof.words).joined(separator: " ")
  var lines = [
    Card.Line.words(firstWords(of: said, limit: 200)),
    .fact("Quotation", "\(number) of \(all.count), \(counted(wordCount(said), "word"))"),
  ]
  let voice = proof.voice(of: quotation)
  if let words = voice?.attribution, words != range {
    lines.append(.fact("Known by", firstWords(of: proof.words(words), limit: 100)))
  }
  if let figure = voice?.figure {
    let others = proof.quotations(of: figure).map(\.range).filter { $0 != quotation.range }
    if !others.isEmpty {
      let count = others.count == 1 ? "once more" : "\(others.count) times more"
      lines.append(.fact("Also quoted", count + ", " + lineNumbers(of: others, in: proof)))
    }
  }
  if !quotation.isClosed { lines.append(.text("The closing mark is missing.")) }
  return Card(
    range: range, title: voice?.name ?? "Speaker not named", kind: quotation.isBlock ? "block quotation" : "quotation",
    lines: lines)
}

private func wordCount(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }
