import Syntax

extension SentenceRow {
  /// Who says the quotation at `index`, as its sentence tells.
  func clue(for index: Int, in sentence: Range<Int>) -> SpeakerClue? {
    let ending = items[index].quotation.map { self.ending(of: $0) } ?? .none
    let next = index + 1 < sentence.upperBound ? items[index + 1] : nil
    let isCut = [.comma, .question, .dash].contains(ending) || next.map { $0.isComma || $0.isDash } ?? false
    if isCut, let clue = clueAfter(index, sentence, isStrict: true) { return clue }
    let before = clueBefore(index, sentence)
    if let before, before.strength > .weak { return before }
    return clueAfter(index, sentence, isStrict: false) ?? before
  }

  /// `…,” said Ruiz`, `…,” she said`, `…,” according to Ruiz`, `… by Ruiz`.
  func clueAfter(_ index: Int, _ sentence: Range<Int>, isStrict: Bool) -> SpeakerClue? {
    let high = sentence.upperBound
    var start = index + 1
    if start < high, items[start].isComma || items[start].isDash { start += 1 }
    guard start < high, items[start].isWord else { return nil }
    if isWord(start, "according"), isWord(start + 1, "to"), let noun = nounPhrase(startingAt: start + 2, to: high) {
      return clue(noun, start, .accordingTo, .speech)
    }
    guard !items[start].roles.contains(.conjunction) else { return nil }
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
      guard items[place].isWord, place > start, isVerb(place, isStrict: isStrict) else { continue }
      if items[place].isCapital { continue }
      if items[place].roles.contains(.speech) {
        best = place
        break
      }
      if best == nil { best = place }
    }
    guard let best, let noun = subject(leftOf: best, from: start) else { return nil }
    if !isStrict, noun.extent.lowerBound != items[start].extent.lowerBound { return nil }
    return clue(noun, start, .clauseAfter, items[best].roles.contains(.speech) ? .speech : .cue)
  }

  private func isVerb(_ index: Int, isStrict: Bool) -> Bool {
    items[index].roles.contains(.speech) || isStrict && items[index].roles.contains(.cue)
  }

  /// `Ruiz said: “…`, `the mayor called it “…`, `Ruiz left early and said “…`.
  func clueBefore(_ index: Int, _ sentence: Range<Int>) -> SpeakerClue? {
    let low = sentence.lowerBound
    guard index > low else { return nil }
    var borrowed: Int?
    var place = index - 1
    while place >= low {
      let item = items[place]
      if item.isWord, isWord(place, "according"), isWord(place + 1, "to"), place + 2 < index,
        let noun = nounPhrase(startingAt: place + 2, to: index)
      {
        return clue(noun, place, .accordingTo, .speech)
      }
      guard item.isWord, !item.roles.isDisjoint(with: .verb), !isNoun(place, low) else {
        place -= 1
        continue
      }
      let strength: SpeakerClue.Strength = item.roles.contains(.speech) ? .speech : .cue
      if borrowsSubject(place, low) {
        borrowed = borrowed ?? place
      } else if isPassive(place, low) {
        if let agent = agent(after: index, sentence) { return clue(agent, place, .clauseBefore, strength) }
      } else if let noun = subject(leftOf: place, from: low), noun.pronoun != .it || strength == .speech {
        return clue(noun, place, .clauseBefore, borrowed == nil ? strength : .speech)
      }
      place -= 1
    }
    if let borrowed, let noun = firstSubject(low, borrowed) { return clue(noun, borrowed, .clauseBefore, .cue) }
    if let noun = firstSubject(low, index) { return clue(noun, index - 1, .clauseBefore, .weak) }
    return nil
  }

  /// A verb without a subject of its own: `and said`, `adding`, `to say`, `by calling`.
  private func borrowsSubject(_ verb: Int, _ low: Int) -> Bool {
    var index = verb - 1
    while index >= low, items[index].isWord, items[index].isAuxiliary { index -= 1 }
    guard index >= low else { return items[verb].roles.contains(.participle) }
    let before = items[index]
    if before.isQuotation { return true }
    if items[verb].roles.contains(.participle) {
      return before.isMark || !before.roles.isDisjoint(with: [.preposition, .conjunction, .subordinator])
        || !hasCopula(index + 1, verb)
    }
    if before.isMark { return false }
    return !before.roles.isDisjoint(with: [.conjunction, .preposition])
  }

  private func hasCopula(_ start: Int, _ end: Int) -> Bool {
    (start..<max(start, end)).contains { items[$0].roles.contains(.copula) }
  }

  /// `a call`, `the report`, `Trump's claims`: a noun that looks like a verb.
  private func isNoun(_ index: Int, _ low: Int) -> Bool {
    guard index > low else { return false }
    let before = items[index - 1]
    if items[index].isCapital, !items[index].traits.contains(.startsSentence) { return true }
    return before.isWord
      && (before.roles.contains(.determiner) && !before.roles.contains(.relative)
        || before.traits.contains(.possessive) && !before.roles.contains(.pronoun))
  }

  /// `was called`, `were described as`; not `was quoted as saying`.
  private func isPassive(_ verb: Int, _ low: Int) -> Bool {
    guard !items[verb].roles.contains(.participle), !isWord(verb, "quoted") else { return false }
    var index = verb - 1
    while index >= low, items[index].isWord, items[index].isAuxiliary {
      if items[index].roles.contains(.copula) { return true }
      index -= 1
    }
    return false
  }

  private func agent(after index: Int, _ sentence: Range<Int>) -> NounPhrase? {
    isWord(index + 1, "by") ? nounPhrase(startingAt: index + 2, to: sentence.upperBound) : nil
  }

  /// The subject with which a clause begins, behind `In a speech on Monday,`.
  func firstSubject(_ low: Int, _ high: Int) -> NounPhrase? {
    guard low < high else { return nil }
    var start = low
    if items[low].isWord,
      !items[low].roles.isDisjoint(with: [.preposition, .subordinator]) || items[low].roles.contains(.participle)
    {
      if let comma = (low..<high).first(where: { items[$0].isComma }), comma + 1 < high { start = comma + 1 }
    }
    while start < high, items[start].isMark || items[start].roles.contains(.conjunction) { start += 1 }
    guard start < high, items[start].isWord else { return nil }
    if items[start].roles.contains(.pronoun) { return pronoun(at: start) }
    if items[start].roles.contains(.determiner) || items[start].isCapital { return openingPhrase(start, high) }
    for index in start..<high where items[index].isWord {
      if isWord(index, "he") || isWord(index, "she") { return pronoun(at: index) }
      if items[index].isCapital, !items[index].traits.contains(.possessive) { return openingPhrase(index, high) }
    }
    return nil
  }

  private func openingPhrase(_ start: Int, _ high: Int) -> NounPhrase? {
    var end = start
    while end + 1 < high, end - start < 14, items[end + 1].isWord,
      items[end + 1].roles.isDisjoint(with: [.relative, .copula, .subordinator, .pronoun, .conjunction, .preposition]),
      items[end + 1].roles.isDisjoint(with: [.verb, .auxiliary]) || items[end + 1].isCapital
    {
      if items[end].isCapital, !items[end].roles.contains(.determiner), !items[end].traits.contains(.possessive),
        !items[end + 1].isCapital
      {
        break
      }
      end += 1
    }
    return nounPhrase(endingAt: end, from: start)
  }

  private func clue(
    _ noun: NounPhrase, _ place: Int, _ evidence: Attribution.Evidence, _ strength: SpeakerClue.Strength
  ) -> SpeakerClue {
    let clause = Extent(
      min(noun.extent.lowerBound, items[place].extent.lowerBound),
      max(noun.extent.upperBound, items[place].extent.upperBound))
    return SpeakerClue(noun: noun, clause: clause, evidence: evidence, strength: strength)
  }
}
