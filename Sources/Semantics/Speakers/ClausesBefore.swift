import Syntax

extension SentenceRow {
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
    if let clue = colonClue(index, low) ?? ownWordsClue(index, low) ?? judge(before: index, low)
      ?? owner(before: index, low)
    {
      return clue
    }
    var found: SpeakerClue?
    /// A verb of the quotation whose subject stands with another verb further left.
    var borrowed: Int?
    var place = index - 1
    while place >= low {
      defer { place -= 1 }
      let item = items[place]
      if item.isWord, isWord(place, "according"), isWord(place + 1, "to"), place + 2 < index,
        found == nil || found?.strength == .cue, let noun = nounPhrase(startingAt: place + 2, to: index)
      {
        return clue(noun, place, .accordingTo, .speech)
      }
      guard item.isWord, !item.roles.isDisjoint(with: .verb), !isNoun(place, low) else { continue }
      let strength: SpeakerClue.Strength = item.roles.contains(.speech) || borrowed != nil ? .speech : .cue
      if found != nil, !item.roles.contains(.speech) { continue }
      if let noun = inverted(place, low, index) {
        return clue(noun, place, .clauseBefore, .speech)
      } else if let noun = absolute(place, low) {
        return clue(noun, place, .clauseBefore, strength)
      } else if borrowsSubject(place, low) {
        if let found, isWord(place - 1, "to") || isParted(place, from: found) { continue }
        borrowed = borrowed ?? place
        found = nil
      } else if isPassive(place, low) {
        if found == nil, let agent = agent(after: index, sentence) {
          return clue(agent, place, .clauseBefore, strength)
        }
      } else if let noun = subject(leftOf: place, from: low), noun.pronoun != .it || strength == .speech {
        if let found, isParted(place, from: found), !isWord(place + 1, "that") { return found }
        found = clue(noun, place, .clauseBefore, strength)
        if beginsClause(noun, place, low) { return found }
      } else if place > low, items[place - 1].isComma {
        borrowed = borrowed ?? place
      }
    }
    if let found { return found }
    if let borrowed {
      return firstSubject(low, borrowed).map { clue($0, borrowed, .clauseBefore, .cue) }
    }
    if let noun = firstSubject(low, index) { return clue(noun, index - 1, .clauseBefore, .weak) }
    return nil
  }

  /// A comma stands right before the subject that was found behind the verb.
  private func isParted(_ verb: Int, from clue: SpeakerClue) -> Bool {
    var index = verb + 1
    while index < items.count, items[index].extent.lowerBound < clue.noun.extent.lowerBound { index += 1 }
    return items[index - 1].isComma
  }

  /// `…, says Ana Ruiz, …` in the middle of a sentence.
  private func inverted(_ verb: Int, _ low: Int, _ high: Int) -> NounPhrase? {
    guard verb > low, items[verb].roles.contains(.speech), !items[verb].roles.contains(.participle),
      !isWord(verb, "told"), !isWord(verb, "tells"),
      items[verb - 1].isComma || items[verb - 1].isQuotation, verb + 1 < high, items[verb + 1].isCapital
    else { return nil }
    guard let noun = nounPhrase(startingAt: verb + 1, to: high) else { return nil }
    var after = verb + 1
    while after < high, items[after].extent.lowerBound < noun.extent.upperBound { after += 1 }
    return after < high && items[after].isComma ? noun : nil
  }

  /// `with one resident saying`, `– Khan calling it`: a participle with a subject of its own.
  private func absolute(_ verb: Int, _ low: Int) -> NounPhrase? {
    guard items[verb].roles.contains(.participle), verb > low, items[verb - 1].isWord,
      items[verb - 1].roles.isDisjoint(with: [
        .preposition, .conjunction, .subordinator, .auxiliary, .relative, .listener,
      ])
    else { return nil }
    var start = verb - 1
    while start > low, verb - start < 12, items[start - 1].isWord, !isWord(start - 1, "with"), !isWord(start - 1, "and")
    {
      start -= 1
    }
    let isSecond = start > low && isWord(start - 1, "and") && items[start].isCapital && verb - start < 4
    if start > low, isWord(start - 1, "with") || items[start - 1].isDash || isSecond {
      return nounPhrase(endingAt: verb - 1, from: start)
    }
    // a sign saying
    guard items[verb].roles.contains(.speech), items[verb - 1].roles.contains(.utterance),
      let noun = nounPhrase(endingAt: verb - 1, from: low)
    else { return nil }
    // In `Ruiz issued a statement saying` it is hers.
    var first = verb - 1
    while first > low, items[first].extent.lowerBound > noun.extent.lowerBound { first -= 1 }
    return first > low && !items[first - 1].roles.isDisjoint(with: .verb) ? nil : noun
  }

  /// No verb further left can have the clause of this subject as its object: `…, and she said`, `…; Khan said`.
  private func beginsClause(_ noun: NounPhrase, _ verb: Int, _ low: Int) -> Bool {
    var start = verb
    while start > low, items[start].extent.lowerBound > noun.extent.lowerBound { start -= 1 }
    guard start > low else { return true }
    let before = items[start - 1]
    if before.isComma, items.indices.contains(verb + 1), items[verb + 1].isComma { return true }
    if before.isQuotation || before.isMark && !before.isComma { return true }
    if before.isComma, !items[low].roles.isDisjoint(with: [.subordinator, .preposition, .participle]) { return true }
    if before.roles.contains(.relative), start - 2 >= low, items[start - 2].roles.contains(.preposition) { return true }
    return clauseOpeners.contains(before.key)
  }

  /// A verb without a subject of its own: `and said`, `adding`, `to say`, `by calling`.
  func borrowsSubject(_ verb: Int, _ low: Int) -> Bool {
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

  func hasCopula(_ start: Int, _ end: Int) -> Bool {
    (start..<max(start, end)).contains { items[$0].roles.contains(.copula) }
  }

  /// `a call`, `the report`, `Trump's claims`, `a campaign report`: a noun that looks like a verb.
  func isNoun(_ index: Int, _ low: Int) -> Bool {
    let item = items[index]
    if item.isCapital, index > low { return true }
    guard index > low else { return false }
    var place = index - 1
    while place > low, items[place].isAdverb { place -= 1 }
    let before = items[place]
    let isOwned = before.traits.contains(.possessive) && !before.roles.contains(.pronoun)
    if before.isWord, isOwned || before.roles.contains(.determiner), !item.roles.contains(.participle) {
      return !before.roles.contains(.relative) && !isSubjectAlone(place)
    }
    guard item.roles.contains(.nounLike) else { return false }
    guard before.isWord else { return before.isColon || isMark(place, "(") }
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
    if plurals.contains(before.key) { return last == 0x73 }
    // The plain form goes with a plural, the one in -s with a singular.
    return last == 0x73 ? isPlural && !before.isCapital : !isPlural
  }

  /// `many said`, `this shows`: a determiner that stands for its noun.
  private func isSubjectAlone(_ index: Int) -> Bool {
    !["the", "a", "an", "his", "her", "its", "their", "my", "our", "your", "every", "no"].contains {
      items[index].key == fingerprint($0)
    } && !items[index].traits.contains(.possessive)
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
}

private let clauseOpeners = ["and", "but", "while", "as", "after", "when", "before", "if", "although", "though", "or"]
  .map { fingerprint($0) }

/// Plural without an s.
private let plurals = [
  "percent", "people", "police", "men", "women", "children", "many", "some", "others", "few", "several",
]
.map { fingerprint($0) }
