import Semantics
import Syntax

/// What an editor selects step by step around `offset`, from the word outwards to the whole article.
///
/// Each range is a part of the next: word, name, what is quoted, the same with its marks, sentence, line, paragraph or
/// quote block, section, entry, article.
package func selections(at offset: Int, in proof: Proof) -> [Range<Int>] {
  let text = proof.article.text
  let offset = min(max(offset, 0), text.count)
  let candidates =
    partsOfLine(at: offset, in: proof.article) + wordAndSentence(at: offset, in: proof.article)
    + nameRanges(at: offset, in: proof) + quotationRanges(at: offset, in: proof)
    + blockRanges(at: offset, in: proof.article)
    + sections(of: proof.article).filter { touches($0.range, offset) }.map { trimmed($0.range, in: text) }
  var chosen: [Range<Int>] = []
  for range in candidates.sorted(by: { $0.count < $1.count }) where touches(range, offset) && !range.isEmpty {
    guard let last = chosen.last else {
      chosen.append(range)
      continue
    }
    if range != last, range.lowerBound <= last.lowerBound, range.upperBound >= last.upperBound { chosen.append(range) }
  }
  if chosen.last != 0..<text.count { chosen.append(0..<text.count) }
  return chosen
}

/// The whole line under the cursor; of a header line its parts as well.
private func partsOfLine(at offset: Int, in article: Article) -> [Range<Int>] {
  let cursor = LineCursor(at: offset, in: article)
  let content = article.text.contentRange(ofLine: article.text.line(at: offset))
  var found = [trimmed(content, in: article.text)]
  guard let line = cursor.line else { return found }
  switch line.form {
  case .date(let date): found += [date.key, date.value].map { $0.from(cursor.place.start) }
  case .field(let field): found += [field.keyExtent, field.value].map { $0.from(cursor.place.start) }
  case .setting(let setting): found += [setting.keyExtent, setting.value].map { $0.from(cursor.place.start) }
  case .entity(let entity):
    let bytes = article.text.bytes(in: cursor.place.start..<cursor.place.end)
    let parts = EntityParts(entity, in: bytes)
    let extents = [entity.keyExtent, entity.value, parts.name] + (parts.role.map { [$0] } ?? [])
    found += extents.map { $0.from(cursor.place.start) }
  case .attribution(let attribution):
    let extents = [attribution.name] + (attribution.role.map { [$0] } ?? [])
    found += extents.map { $0.from(cursor.place.start) }
  default: break
  }
  return found
}

/// The bytes around the cursor up to a blank or a comma, where no unit knows better.
private func wordRange(at offset: Int, in text: Text) -> Range<Int> {
  func ends(_ offset: Int) -> Bool { text.byte(at: offset).map { $0 <= 0x20 || $0 == 0x2C || $0 == 0x3B } ?? true }
  var (start, end) = (offset, offset)
  while start > 0, !ends(start - 1) { start -= 1 }
  while !ends(end) { end += 1 }
  return start..<end
}

private func nameRanges(at offset: Int, in proof: Proof) -> [Range<Int>] {
  proof.cast.mention(at: offset).map { [$0.range] } ?? []
}

/// What is quoted, with and without its marks; a block has no marks.
private func quotationRanges(at offset: Int, in proof: Proof) -> [Range<Int>] {
  guard let quotation = proof.article.quotation(at: offset) else { return [] }
  return quotation.words.filter { touches($0, offset) } + (quotation.isBlock ? [] : [quotation.range])
}

/// The word, the sentence as far as it lies in a quotation, and the sentence with all that it quotes.
private func wordAndSentence(at offset: Int, in article: Article) -> [Range<Int>] {
  let place = article.passages.place(at: offset)
  let units = place.passage?.copy.units ?? []
  let here = offset - place.start
  guard let unit = units.last(where: { touches($0.extent, here) }) else {
    return [wordRange(at: offset, in: article.text)]
  }
  let words = words(of: unit, in: article.text.bytes(in: place.start..<place.end))
  let near = words.filter { touches($0.extent, here) }
  var found = [near.first { !$0.isMark } ?? near.first].compactMap(\.self).map(\.extent)
  let sentences = sentences(words)
  let parts = article.reading(at: place).parts
  if let sentence = sentences.last(where: { $0.lowerBound <= here }) {
    found += parts.filter { touches($0.words, here) }.map { sentence.cut(to: $0.words) }
  }
  found += joined(sentences, over: parts).filter { touches($0, here) }
  return found.map { $0.from(place.start) }
}

/// Sentences that one quotation runs over are one.
private func joined(_ sentences: [Extent], over parts: [QuotationPart]) -> [Extent] {
  var joined: [Extent] = []
  var parts = parts[...]
  for sentence in sentences {
    while let part = parts.first, part.extent.end <= sentence.start { parts.removeFirst() }
    if let last = joined.last, let part = parts.first, part.extent.start < sentence.start {
      joined[joined.count - 1] = Extent(last.lowerBound, sentence.upperBound)
    } else {
      joined.append(sentence)
    }
  }
  return joined
}

private func touches(_ extent: Extent, _ offset: Int) -> Bool { touches(extent.range, offset) }

extension Extent {
  fileprivate func cut(to other: Extent) -> Extent {
    Extent(max(lowerBound, other.lowerBound), min(upperBound, other.upperBound))
  }
}

/// From one full stop to the next.
private func sentences(_ words: [Word]) -> [Extent] {
  var sentences: [Extent] = []
  var start = 0
  /// The last word that closes nothing, or the sentence's first.
  var last = 0
  for index in words.indices {
    if index == start || !words[index].isClosing { last = index }
    // What closes a sentence stands right after its stop, and a blank before what begins the next.
    guard index + 1 == words.count || !words[index + 1].traits.contains(.glued) else { continue }
    guard index + 1 == words.count || words[last].isStop && words[index + 1].mayBegin else { continue }
    sentences.append(Extent(Int(words[start].start), Int(words[index].end)))
    start = index + 1
  }
  return sentences
}

extension Word {
  fileprivate var isStop: Bool { [".", "!", "?", "…"].contains { self.is($0) } }
  fileprivate var isClosing: Bool { ["”", "\"", "’", "'", "»", ")", "]"].contains { self.is($0) } }
  fileprivate var mayBegin: Bool { isMark || isCapitalised || traits.contains(.digit) }
}

/// The paragraph, or the quote block with the line that says whose it is.
private func blockRanges(at offset: Int, in article: Article) -> [Range<Int>] {
  var first = LineCursor(at: offset, in: article)
  guard let kind = first.line?.blockKind else { return [] }
  var last = first
  while first.line?.opensBlock == false, let before = first.previous(kind) { first = before }
  while let next = last.next(kind), next.line?.opensBlock == false { last = next }
  guard let start = first.range?.lowerBound, let end = last.range?.upperBound else { return [] }
  return [trimmed(start..<end, in: article.text)]
}

/// The range without blanks and line breaks at either end.
private func trimmed(_ range: Range<Int>, in text: Text) -> Range<Int> {
  func isBlank(_ offset: Int) -> Bool { text.byte(at: offset).map { $0 <= 0x20 } ?? true }
  var (start, end) = (range.lowerBound, range.upperBound)
  while end > start, isBlank(end - 1) { end -= 1 }
  while start < end, isBlank(start) { start += 1 }
  return start..<end
}
