import Semantics
import Syntax

/// Words that an editor shows in the text without their being in it.
package struct Hint: Equatable, Sendable {
  package let offset: Int
  package let label: String
  /// The same in a sentence.
  package let note: String
  /// The hint belongs to what comes after it.
  package let isBefore: Bool
}

/// The hints that stand in `range`, in the order of the article.
///
/// Quiet unless asked: only a paragraph that goes on with a quotation from the one before is always marked. With
/// `showSpeakers`, also who speaks where the paragraph names nobody, and the person behind a pronoun that attributes.
package func hints(in range: Range<Int>, of proof: Proof, showSpeakers: Bool = false) -> [Hint] {
  var hints: [Hint] = []
  for quotation in proof.article.quotations(in: range) {
    if !quotation.isBlock { hints += continuations(of: quotation, in: proof) }
    if showSpeakers, let hint = speaker(of: quotation, in: proof) { hints.append(hint) }
  }
  // One pronoun may attribute two quotations.
  var seen: Set<Int> = []
  return hints.filter { touches(range, $0.offset) && seen.insert($0.offset).inserted }
    .sorted { $0.offset < $1.offset }
}

private func continuations(of quotation: Quotation, in proof: Proof) -> [Hint] {
  quotation.words.dropFirst().map { words in
    let line = proof.article.text.contentRange(ofLine: proof.line(words.lowerBound))
    let bytes = proof.article.text.bytes(in: line.lowerBound..<min(words.lowerBound, line.upperBound))
    let voice = proof.voice(of: quotation).map { ", by \($0.name)" } ?? ""
    return Hint(
      offset: line.lowerBound + skipBlanks(bytes, from: 0, to: bytes.count), label: "continued",
      note: "Goes on with the quotation from line \(proof.line(quotation.range.lowerBound) + 1)\(voice).",
      isBefore: true)
  }
}

private func speaker(of quotation: Quotation, in proof: Proof) -> Hint? {
  guard let speaker = quotation.attribution?.speaker, let voice = proof.voice(of: quotation),
    quotation.attribution?.evidence != .attributionLine
  else { return nil }
  let paragraph = paragraphs(of: quotation, in: proof)
  if touches(paragraph, speaker.mention.lowerBound) {
    guard speaker.form == .pronoun, let figure = voice.figure else { return nil }
    return Hint(
      offset: speaker.mention.upperBound, label: figure.name,
      note: "“\(proof.words(speaker.mention))” is \(figure.name).", isBefore: false)
  }
  let isNamed = proof.cast.mentions(in: paragraph).contains { $0.figure == voice.figure?.number && !$0.isQuoted }
  guard !isNamed else { return nil }
  return Hint(
    offset: quotation.range.upperBound, label: "— \(firstWords(of: voice.name))",
    note: "By line \(proof.line(voice.attribution.lowerBound) + 1): \(firstWords(of: proof.words(voice.attribution))).",
    isBefore: false)
}

/// From the start of the unit that a quotation begins in to the end of the one that it ends in.
private func paragraphs(of quotation: Quotation, in proof: Proof) -> Range<Int> {
  let first = unit(at: quotation.range.lowerBound, in: proof.article) ?? quotation.range
  let last = unit(at: quotation.range.upperBound, in: proof.article) ?? quotation.range
  return first.lowerBound..<max(last.upperBound, quotation.range.upperBound)
}

private func unit(at offset: Int, in article: Article) -> Range<Int>? {
  // The end of a passage belongs to it, not to the next.
  for place in [article.passages.place(at: offset), article.passages.place(at: offset - 1)] {
    let units = (place.passage?.copy.units ?? []).lazy.map { $0.extent.from(place.start) }
    if let unit = units.first(where: { touches($0, offset) }) { return unit }
  }
  return nil
}
