import Rules
import Semantics
import Syntax

/// What a typed `"` or line break asks for besides; `offset` is just behind it.
package func typing(_ character: String, at offset: Int, in article: Article) -> [Fix.Edit] {
  switch character {
  case "\"": curlyMark(before: offset, in: article)
  case "\n": nextLine(at: offset, in: article)
  default: []
  }
}

/// The curly mark in the place of a straight one, where the article's other quotations have curly ones.
private func curlyMark(before offset: Int, in article: Article) -> [Fix.Edit] {
  let typed = offset - 1..<offset
  guard offset > 0, article.text.byte(at: typed.lowerBound) == 0x22,
    let line = article.lines(touching: typed).first, line.copy != nil || line.isField
  else { return [] }
  let family = curlyFamily(of: article, besides: typed)
  guard let family else { return [] }
  let before = article.text.string(in: line.range.lowerBound..<typed.lowerBound)
  let (open, close) = (Character(family.openingMark), Character(family.closingMark))
  let depth = before.reduce(0) { $1 == open ? $0 + 1 : $1 == close ? max($0 - 1, 0) : $0 }
  guard let last = before.last else { return [Fix.Edit(typed, family.openingMark)] }
  // Inches, and what stands inside a tag.
  if last.isNumber, depth == 0 { return [] }
  if let tag = before.lastIndex(of: "<"), !before[tag...].contains(">") { return [] }
  let opens = last.isWhitespace || "([{/‘".contains(last) || "—–-".contains(last) && depth == 0
  return [Fix.Edit(typed, opens ? family.openingMark : family.closingMark)]
}

/// The family of curly marks that is used around here, nil where straight or other ones are more.
private func curlyFamily(of article: Article, besides typed: Range<Int>) -> MarkFamily? {
  var counts: [MarkFamily: Int] = [:]
  for quotation in article.quotations(in: article.around(typed.lowerBound))
  where !quotation.isBlock && !quotation.range.contains(typed.lowerBound) {
    counts[quotation.family, default: 0] += 1
  }
  let curly = [MarkFamily.curly, .low].max { counts[$0, default: 0] < counts[$1, default: 0] }
  guard let curly, let count = counts[curly], counts.values.allSatisfy({ $0 <= count }) else { return nil }
  return curly
}

/// Goes on with the quote block, or with the quotation, that the line above leaves open.
private func nextLine(at offset: Int, in article: Article) -> [Fix.Edit] {
  let text = article.text
  let number = text.line(at: offset)
  let content = text.contentRange(ofLine: number)
  guard number > 0, touches(content, offset), text.string(in: content.lowerBound..<offset).isBlank else { return [] }
  let rest = text.string(in: offset..<content.upperBound).trimmed
  let aboveRange = text.lineRange(number - 1)
  guard let above = article.lines(touching: aboveRange).first else { return [] }
  if case .quote(let words) = above.form {
    // Two empty lines say that the block has ended.
    let isEnd = words.isEmpty && number > 1 && isEmptyQuote(article.lines(touching: text.lineRange(number - 2)).first)
    return rest.hasPrefix(">") || isEnd ? [] : [Fix.Edit(content.lowerBound..<offset, "> ")]
  }
  return nextParagraph(of: above, at: offset, rest, in: article)
}

private func isEmptyQuote(_ line: PlacedLine?) -> Bool {
  if case .quote(let words)? = line?.form { words.isEmpty } else { false }
}

/// The mark that reminds of a quotation over several paragraphs.
///
/// A single line break starts a paragraph only where the article's paragraphs are single lines.
private func nextParagraph(of above: PlacedLine, at offset: Int, _ rest: String, in article: Article) -> [Fix.Edit] {
  var line = above
  if above.form == .blank {
    guard let before = lastCopy(above: above.range.lowerBound, in: article) else { return [] }
    line = before
  } else if article.hasParagraphsApart(near: offset) {
    return []
  }
  guard let words = line.copy, !line.isQuote, let quotation = article.quotation(before: words.upperBound),
    !quotation.isBlock, quotation.range.upperBound >= words.upperBound,
    !quotation.isClosed || quotation.range.lowerBound < offset && offset < quotation.range.upperBound
  else { return [] }
  let said = article.text.string(in: quotation.range.lowerBound..<words.upperBound)
  let mark = quotation.family.openingMark
  guard let last = said.last, ".!?…:;—)".contains(last), !rest.hasPrefix(mark) else { return [] }
  return [Fix.Edit(offset..<offset, mark)]
}

/// The line of copy above a few blank lines.
private func lastCopy(above offset: Int, in article: Article) -> PlacedLine? {
  let number = article.text.line(at: offset)
  for above in 1...3 {
    guard let line = article.lines(touching: article.text.lineRange(number - above)).first else { return nil }
    if line.form != .blank { return line.copy == nil ? nil : line }
  }
  return nil
}

extension Article {
  /// Enough of the article to know its habits by, however long it is.
  fileprivate func around(_ offset: Int) -> Range<Int> {
    max(offset - 1 << 15, 0)..<min(offset + 1 << 15, text.count)
  }

  /// True where blank lines stand between most paragraphs.
  fileprivate func hasParagraphsApart(near offset: Int) -> Bool {
    var (starts, lines) = (0, 0)
    for line in self.lines(touching: around(offset)) {
      guard case .prose(_, let opens, _) = line.form else { continue }
      lines += 1
      if opens { starts += 1 }
    }
    return starts * 2 >= lines && lines > 1
  }
}

extension PlacedLine {
  fileprivate var isField: Bool { if case .field = form { true } else { false } }

  fileprivate var isQuote: Bool { if case .quote = form { true } else { false } }
}
