import Rules
import Semantics
import Syntax

/// Turns a quotation into a quote block, and a block into a quotation.
func quotationActions(_ selection: Selection) -> [Action] {
  let offset = selection.range.lowerBound
  guard let found = selection.article.quotation(at: offset) else { return [] }
  // The proof's own knows who speaks.
  let quotation = selection.proof.quotations.first { $0.range == found.range } ?? found
  let edit = quotation.isBlock ? quotationEdit(quotation, selection) : blockEdit(quotation, selection)
  guard let edit, selection.readsTheSame(after: [edit]) else { return [] }
  let title = quotation.isBlock ? "Turn into a quotation" : "Turn into a quote block"
  return [Action(title, .refactoring, [edit])]
}

/// Nil where its paragraphs say more than the quotation, a lead-in that ends in a colon, and who said it.
private func blockEdit(_ quotation: Quotation, _ selection: Selection) -> Fix.Edit? {
  guard quotation.isClosed, let first = quotation.words.first,
    let last = quotation.words.last
  else { return nil }
  let proof = selection.proof
  let lines = proof.article.lines(touching: quotation.range)
  guard let start = lines.first?.unit, let end = lines.last?.unit,
    lines.allSatisfy({ $0.isProse || $0.form == .blank || $0.range == lines.first?.range })
  else { return nil }
  for (words, next) in zip(quotation.words, quotation.words.dropFirst()) {
    let between = proof.words(words.upperBound..<next.lowerBound)
    guard !between.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
  }
  let lead = proof.words(start.lowerBound..<quotation.range.lowerBound)
  guard lead.isBlank || lead.trimmed.hasSuffix(":"), first.lowerBound >= start.lowerBound else { return nil }
  let tail = quotation.range.upperBound..<max(end.upperBound, quotation.range.upperBound)
  guard let speaker = speaker(in: tail, of: quotation, proof) else { return nil }
  var block = quotation.words.map { quoted(proof.words($0)) }
  if !speaker.isEmpty, block[block.count - 1].hasSuffix(",") {
    // The comma was the clause's, in the place of the speaker's full stop.
    block[block.count - 1] = block[block.count - 1].dropLast() + "."
  }
  var text = block.joined(separator: "\n>\n") + (speaker.isEmpty ? "" : "\n> -- \(speaker)")
  var from = quotation.range.lowerBound
  if !lead.isBlank {
    from = min(start.lowerBound + lead.trimmed.utf8.count, from)
    text = "\n\n" + text
  } else if case .date = lines[0].form {
    text = "\n\n" + text
    from = dateEnd(lines[0]) ?? from
  }
  guard last.upperBound <= end.upperBound else { return nil }
  return Fix.Edit(from..<tail.upperBound, text.withLineBreaks(proof.article.lineBreak))
}

private func dateEnd(_ line: PlacedLine) -> Int? {
  if case .date(let date) = line.form { date.value.from(line.base).upperBound } else { nil }
}

/// Each source line of a paragraph behind its sign.
private func quoted(_ paragraph: String) -> String {
  paragraph.split(whereSeparator: \.isNewline).map { "> \(String($0).trimmed)" }.joined(separator: "\n")
}

/// Who said it, where the words after the quotation tell nothing else; empty where there are none, nil for other words.
private func speaker(in tail: Range<Int>, of quotation: Quotation, _ proof: Proof) -> String? {
  func isSilent(_ range: Range<Int>) -> Bool {
    !proof.words(range).contains { $0.isLetter || $0.isNumber }
  }
  if isSilent(tail) { return "" }
  guard let attribution = quotation.attribution, attribution.range.lowerBound >= tail.lowerBound,
    attribution.range.upperBound <= tail.upperBound, isSilent(tail.lowerBound..<attribution.range.lowerBound),
    isSilent(attribution.range.upperBound..<tail.upperBound), let name = proof.voice(of: quotation)?.name
  else { return nil }
  guard let first = name.first, first.isUppercase, attribution.speaker.form != .several else { return nil }
  return name
}

/// Nil where marks of the same kind stand inside.
private func quotationEdit(_ block: Quotation, _ selection: Selection) -> Fix.Edit? {
  let proof = selection.proof
  let end = max(block.attribution?.range.upperBound ?? 0, block.range.upperBound)
  let lines = proof.article.lines(touching: block.range.lowerBound..<end)
  guard let first = lines.first, let family = favouriteMarks(proof) else { return nil }
  var paragraphs: [String] = [""]
  for line in lines {
    switch line.form {
    case .quote(let text) where text.isEmpty: paragraphs.append("")
    case .quote(let text):
      let gap = paragraphs[paragraphs.count - 1].isEmpty ? "" : " "
      paragraphs[paragraphs.count - 1] += gap + proof.words(text.from(line.base))
    case .attribution, .blank: continue
    default: return nil
    }
  }
  paragraphs.removeAll(where: \.isEmpty)
  let (open, close) = (family.openingMark, family.closingMark)
  guard !paragraphs.isEmpty, !paragraphs.contains(where: { $0.holds(open) || $0.holds(close) }) else {
    return nil
  }
  var text = paragraphs.map { open + $0 }.joined(separator: "\n\n")
  let says = block.attribution.map { clause($0, after: &text, close, proof) } ?? ""
  text += close + says
  let above = proof.article.lineState(before: first.range.lowerBound).place == .inParagraph
  let follows = proof.article.lines(from: lines.last?.range.upperBound ?? end).first { _ in true }?.isProse == true
  text = (above ? "\n" : "") + text + (follows ? "\n" : "")
  let content = proof.article.text.contentRange(ofLine: proof.line(first.range.lowerBound))
  let last = proof.article.text.contentRange(ofLine: proof.line(end))
  return Fix.Edit(content.lowerBound..<last.upperBound, text.withLineBreaks(proof.article.lineBreak))
}

/// The words that attribute, as a clause after the quotation, whose final full stop becomes a comma.
private func clause(_ attribution: Attribution, after text: inout String, _ close: String, _ proof: Proof) -> String {
  let mention = attribution.speaker.mention
  let speaker = proof.words(mention.lowerBound..<max(attribution.range.upperBound, mention.upperBound))
  guard [.unstated, .english, .british].contains(proof.article.passages.exit.language) else { return " — \(speaker)" }
  if text.hasSuffix(".") { text.removeLast() }
  if let last = text.last, !"!?…,—".contains(last) { text += "," }
  return " said \(speaker)."
}

/// The marks with which the article quotes most, or those of its language.
private func favouriteMarks(_ proof: Proof) -> MarkFamily? {
  var counts: [MarkFamily: Int] = [:]
  for quotation in proof.quotations where !quotation.isBlock { counts[quotation.family, default: 0] += 1 }
  if let most = counts.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }) { return most.key }
  switch proof.article.passages.exit.language {
  case .lowOpening: return .low
  case .british: return .single
  case .unstated, .english, .other: return .curly
  }
}

extension String {
  /// Nothing but blanks, or nothing at all.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// Without blanks at either end.
  var trimmed: String {
    let tail = drop(while: \.isWhitespace)
    return String(tail[..<(tail.lastIndex { !$0.isWhitespace }.map(tail.index(after:)) ?? tail.startIndex)])
  }

  fileprivate func withLineBreaks(_ lineBreak: String) -> String {
    lineBreak == "\n" ? self : split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineBreak)
  }
}
