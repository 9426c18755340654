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
    return clueAfter(index, sentence, isStrict: false) ?? trailingClue(index, sentence) ?? before
      ?? (isCut ? plainClueAfter(index, sentence) : nil)
  }

  /// `“…” until June, the ministry said`: a clause at the end of the sentence.
  private func trailingClue(_ index: Int, _ sentence: Range<Int>) -> SpeakerClue? {
    let high = sentence.upperBound
    for comma in (index + 1..<max(high, index + 1)).reversed() where items[comma].isComma && comma + 1 < high {
      guard items[comma + 1].isWord, !items[comma + 1].roles.contains(.conjunction) else { continue }
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
    guard start < sentence.upperBound, items[start].isWord,
      items[start].isCapital || !items[start].roles.isDisjoint(with: [.pronoun, .determiner]),
      let noun = firstSubject(start, sentence.upperBound)
    else { return nil }
    return clue(noun, start, .clauseAfter, .cue)
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
  ///
  /// In `Ruiz said that she believed “…”` the outer verb tells: what follows it is her words.
  func clueBefore(_ index: Int, _ sentence: Range<Int>) -> SpeakerClue? {
    let low = sentence.lowerBound
    guard index > low else { return nil }
    if items[low].isWord, items[low].roles.contains(.speech), !items[low].roles.contains(.participle),
      low + 1 < index, items[low + 1].isCapital, let noun = nounPhrase(startingAt: low + 1, to: index)
    {
      // `Added Ruiz: “…`
      return clue(noun, low, .clauseBefore, .speech)
    }
    if let clue = colonClue(index, low) ?? ownWordsClue(index, low) { return clue }
    var found: SpeakerClue?
    var borrowed: Int?
    var place = index - 1
    while place >= low {
      let item = items[place]
      if item.isWord, isWord(place, "according"), isWord(place + 1, "to"), place + 2 < index,
        found == nil || found?.strength == .cue, let noun = nounPhrase(startingAt: place + 2, to: index)
      {
        return clue(noun, place, .accordingTo, .speech)
      }
      guard item.isWord, !item.roles.isDisjoint(with: .verb), !isNoun(place, low) else {
        place -= 1
        continue
      }
      let strength: SpeakerClue.Strength = item.roles.contains(.speech) ? .speech : .cue
      if found != nil, strength < .speech {
        place -= 1
        continue
      }
      if borrowsSubject(place, low) {
        if found == nil { borrowed = borrowed ?? place }
      } else if isPassive(place, low) {
        if found == nil, let agent = agent(after: index, sentence) {
          return clue(agent, place, .clauseBefore, strength)
        }
      } else if let noun = subject(leftOf: place, from: low), noun.pronoun != .it || strength == .speech {
        found = clue(noun, place, .clauseBefore, borrowed == nil ? strength : .speech)
        if beginsClause(noun, low) { return found }
      }
      place -= 1
    }
    if let found { return found }
    if let borrowed, let noun = firstSubject(low, borrowed) { return clue(noun, borrowed, .clauseBefore, .cue) }
    if let noun = firstSubject(low, index) { return clue(noun, index - 1, .clauseBefore, .weak) }
    return nil
  }

  /// `Ana Ruiz: “…`, a name right before the colon.
  private func colonClue(_ index: Int, _ low: Int) -> SpeakerClue? {
    guard index - 2 >= low, items[index - 1].isColon, items[index - 2].isCapital,
      let noun = nounPhrase(endingAt: index - 2, from: low), let name = noun.name,
      !(low..<index).contains(where: { items[$0].isWord && items[$0].roles.contains(.speech) && !items[$0].isCapital })
    else { return nil }
    return clue(NounPhrase(extent: name, name: name, form: .name), index - 1, .clauseBefore, .speech)
  }

  /// `in her words, “…`
  private func ownWordsClue(_ index: Int, _ low: Int) -> SpeakerClue? {
    let last = items[index - 1].isComma ? index - 2 : index - 1
    guard last - 2 >= low, isWord(last, "words"), isWord(last - 2, "in") else { return nil }
    let owner = items[last - 1]
    let noun: NounPhrase
    if isWord(last - 1, "his") {
      noun = NounPhrase(extent: owner.extent, name: nil, form: .pronoun, pronoun: .he)
    } else if isWord(last - 1, "her") {
      noun = NounPhrase(extent: owner.extent, name: nil, form: .pronoun, pronoun: .she)
    } else if owner.isCapital, owner.traits.contains(.possessive) {
      noun = NounPhrase(extent: owner.extent, name: owner.extent, form: .name)
    } else {
      return nil
    }
    return clue(noun, last, .clauseBefore, .speech)
  }

  /// No verb further left can have the clause of this subject as its object: `…, and she said`, `…; Khan said`.
  private func beginsClause(_ noun: NounPhrase, _ low: Int) -> Bool {
    guard let start = items.firstIndex(where: { $0.extent.lowerBound >= noun.extent.lowerBound }), start > low else {
      return true
    }
    let before = items[start - 1]
    if before.isQuotation || before.isMark && !before.isComma { return true }
    if before.isComma, !items[low].roles.isDisjoint(with: [.subordinator, .preposition, .participle]) { return true }
    return clauseOpeners.contains(before.key)
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

  /// `a call`, `the report`, `Trump's claims`, `a campaign report`: a noun that looks like a verb.
  private func isNoun(_ index: Int, _ low: Int) -> Bool {
    let item = items[index]
    if item.isCapital, index > low { return true }
    guard index > low, item.roles.contains(.nounLike) else { return false }
    var place = index - 1
    while place > low, items[place].isAdverb { place -= 1 }
    let before = items[place]
    guard before.isWord else { return before.isMark && !before.isComma && !isMark(place, ")") }
    if before.roles.contains(.pronoun) || before.roles.contains(.relative) || before.roles.contains(.conjunction) {
      return false
    }
    if before.isDay { return false }
    if !before.roles.isDisjoint(with: [.determiner, .participle]) || before.traits.contains(.possessive) {
      return true
    }
    if before.roles.contains(.preposition) { return !isWord(place, "to") }
    if before.roles.contains(.auxiliary) { return false }
    let last = bytes[item.extent.upperBound - 1]
    let isPlural = bytes[before.extent.upperBound - 1] == 0x73
    // The plain form goes with a plural, the one in -s with a singular.
    return last == 0x73 ? isPlural && !before.isCapital : !isPlural
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

private let clauseOpeners = ["and", "but", "while", "as", "after", "when", "before", "if", "although", "though", "or"]
  .map { fingerprint($0) }
