import Syntax

extension SentenceRow {
  /// Who says the quotation at `index`, as its sentence tells.
  func clue(for index: Int, in sentence: Range<Int>) -> SpeakerClue? {
    // No sentence that a person wrote is longer, and a hostile one must not be read once for each of its quotations.
    let sentence = brackets(around: index, max(sentence.lowerBound, index - 120)..<min(sentence.upperBound, index + 80))
    let ending = items[index].quotation.map { self.ending(of: $0) } ?? .none
    let next = index + 1 < sentence.upperBound ? items[index + 1] : nil
    let isCut = [.comma, .question, .dash].contains(ending) || next.map { $0.isComma || $0.isDash } ?? false
    let before = clueBefore(index, sentence)
    // `After Ruiz said the pumps were “a gift,” Khan left`: what stands before its comma is hers.
    let isInOpener =
      opensWithClause(sentence.lowerBound, index)
      && (before?.strength == .speech || before?.strength == .cue && startsLower(index))
    if isCut, !isInOpener, let clue = clueAfter(index, sentence, isStrict: true) { return clue }
    if let before, before.strength == .speech { return before }
    if let trailing = trailingClue(index, sentence) { return trailing }
    if let before, before.strength > .weak { return before }
    return clueAfter(index, sentence, isStrict: false) ?? before
      ?? (isCut ? plainClueAfter(index, sentence) : nil)
  }

  /// What stands in brackets with the quotation, as what is outside them has another speaker; else all of it.
  private func brackets(around index: Int, _ sentence: Range<Int>) -> Range<Int> {
    let before = (sentence.lowerBound..<index).last { isMark($0, "(") || isMark($0, ")") }
    guard let before, isMark(before, "("), index - before > 2,
      let end = (index + 1..<max(sentence.upperBound, index + 1)).first(where: { isMark($0, "(") || isMark($0, ")") }),
      isMark(end, ")")
    else { return sentence }
    return before + 1..<end
  }

  /// The sentence begins with `After`, `While` and the like, and the quotation stands before the comma that ends that.
  private func opensWithClause(_ low: Int, _ index: Int) -> Bool {
    guard items[low].isWord, items[low].roles.contains(.subordinator) || isWord(low, "after") || isWord(low, "before")
    else { return false }
    return !(low..<max(index - 1, low)).contains { items[$0].isComma }
  }

  private func startsLower(_ index: Int) -> Bool {
    guard let quotation = items[index].quotation else { return false }
    return neighbour(after: parts[quotation].words.lowerBound, bytes, bytes.count) == .lower
  }

  /// `“…” until June, the ministry said`: a clause at the end of the sentence.
  private func trailingClue(_ index: Int, _ sentence: Range<Int>) -> SpeakerClue? {
    let high = sentence.upperBound
    for comma in (index + 1..<max(high, index + 1)).reversed() where items[comma].isComma && comma + 1 < high {
      guard items[comma + 1].isWord,
        items[comma + 1].roles.isDisjoint(with: [.conjunction, .subordinator, .relative, .participle])
      else { continue }
      if items[comma + 1].roles.contains(.speech), !items[comma + 1].roles.contains(.participle),
        let noun = nounPhrase(startingAt: comma + 2, to: high)
      {
        return clue(noun, comma + 1, .clauseAfter, .speech)
      }
      for place in comma + 2..<max(min(comma + 16, high), comma + 2) {
        if items[place].isQuotation { break }
        guard items[place].isWord, items[place].roles.contains(.speech), !items[place].isCapital else { continue }
        guard let noun = subject(leftOf: place, from: comma + 1),
          noun.extent.lowerBound == items[comma + 1].extent.lowerBound
        else { break }
        return clue(noun, place, .clauseAfter, .speech)
      }
    }
    return nil
  }

  /// `…,” Ruiz thundered`: after a comma even a verb that no list holds attributes.
  private func plainClueAfter(_ index: Int, _ sentence: Range<Int>) -> SpeakerClue? {
    var start = index + 1
    if start < sentence.upperBound, items[start].isComma { start += 1 }
    guard start < sentence.upperBound, items[start].isWord else { return nil }
    if start + 1 < sentence.upperBound, !items[start].isCapital, items[start + 1].isCapital, isPast(start),
      let noun = nounPhrase(startingAt: start + 1, to: sentence.upperBound), noun.name != nil
    {
      // `…!” beamed Ruiz`
      return clue(noun, start, .clauseAfter, .cue)
    }
    guard
      items[start].isCapital || !items[start].roles.isDisjoint(with: [.pronoun, .determiner]),
      let noun = firstSubject(start, sentence.upperBound)
    else { return nil }
    return clue(noun, start, .clauseAfter, .cue)
  }

  private func isPast(_ index: Int) -> Bool {
    let word = bytes[items[index].extent.range]
    return word.count > 4 && word.suffix(2).elementsEqual("ed".utf8)
  }

  /// `…,” said Ruiz`, `…,” she said`, `…,” according to Ruiz`, `… by Ruiz`.
  func clueAfter(_ index: Int, _ sentence: Range<Int>, isStrict: Bool) -> SpeakerClue? {
    let high = sentence.upperBound
    var start = index + 1
    if start < high, items[start].isComma || items[start].isDash { start += 1 }
    guard start < high, items[start].isWord else { return nil }
    if items[start - 1].isDash, items[start].isCapital, let noun = nounPhrase(startingAt: start, to: high),
      noun.extent.upperBound == items[high - 1].extent.upperBound, noun.name != nil
    {
      // “…” - Ana Ruiz
      return clue(noun, start, .clauseAfter, .speech)
    }
    if isWord(start, "according"), isWord(start + 1, "to"), let noun = nounPhrase(startingAt: start + 2, to: high) {
      return clue(noun, start, .accordingTo, .speech)
    }
    let barred: WordRoles = isStrict ? [.conjunction, .relative, .participle] : [.conjunction]
    guard items[start].roles.isDisjoint(with: barred) || items[start].isCapital else { return nil }
    var verb = start
    while verb < high, items[verb].isWord, items[verb].isAuxiliary { verb += 1 }
    if verb < high, items[verb].isWord, isVerb(verb, isStrict: isStrict), !items[verb].roles.contains(.participle) {
      let after = isWord(verb + 1, "by") ? verb + 2 : verb + 1
      if let noun = nounPhrase(startingAt: after, to: high), noun.form != .description || isStrict {
        return clue(noun, start, .clauseAfter, .speech)
      }
    }
    let limit = min(start + 24, high)
    var best: Int?
    for place in start..<limit {
      if items[place].isQuotation { break }
      guard items[place].isWord, place > start, isVerb(place, isStrict: isStrict), !isNoun(place, start) else {
        continue
      }
      if items[place].roles.contains(.participle), !hasCopula(start, place) { continue }
      if items[place].roles.contains(.speech) {
        best = place
        break
      }
      if best == nil { best = place }
    }
    guard let best, let noun = subject(leftOf: best, from: start) else { return nil }
    let first = items[start].roles.contains(.subordinator) ? start + 1 : start
    // `…,” while trying to explain`: whoever spoke before it.
    if bytes[items[first].extent.range].suffix(3).elementsEqual("ing".utf8), !items[first].isCapital { return nil }
    guard noun.extent.lowerBound == items[first].extent.lowerBound else { return nil }
    return clue(noun, best, .clauseAfter, items[best].roles.contains(.speech) ? .speech : .cue)
  }

  private func isVerb(_ index: Int, isStrict: Bool) -> Bool {
    items[index].roles.contains(.speech) || isStrict && items[index].roles.contains(.cue)
  }

  func clue(
    _ noun: NounPhrase, _ place: Int, _ evidence: Attribution.Evidence, _ strength: SpeakerClue.Strength
  ) -> SpeakerClue {
    let clause = Extent(
      min(noun.extent.lowerBound, items[place].extent.lowerBound),
      max(noun.extent.upperBound, items[place].extent.upperBound))
    return SpeakerClue(noun: noun, clause: clause, evidence: evidence, strength: strength)
  }
}
