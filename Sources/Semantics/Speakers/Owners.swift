import Syntax

/// Speakers that stand without a verb.
extension SentenceRow {
  /// `Ana Ruiz: “…`, a name right before the colon.
  func colonClue(_ index: Int, _ low: Int) -> SpeakerClue? {
    guard index - 2 >= low, items[index - 1].isColon, let first = nameRun(endingAt: index - 2, from: low) else {
      return nil
    }
    if first - 2 >= low, isWord(first - 1, "and"), let other = nameRun(endingAt: first - 2, from: low) {
      let noun = NounPhrase(extent: extent(other, index - 2), name: nil, form: .several)
      return clue(noun, index - 1, .clauseBefore, .speech)
    }
    if let verb = (max(low, first - 5)..<first).last(where: {
      items[$0].roles.contains(.speech) && !items[$0].isCapital
    }),
      verb == low || items[verb - 1].isMark, let noun = nounPhrase(startingAt: verb + 1, to: index - 1)
    {
      // `In other words, explained the chair Ana Ruiz: “…`
      return clue(noun, verb, .clauseBefore, .speech)
    }
    let isAfterDash = first > low && items[first - 1].isDash
    guard
      first == low || items[first - 1].isMark || isWord(first - 1, "from") || isWord(first - 1, "by"),
      isAfterDash
        || !(low..<index).contains(where: {
          items[$0].isWord && items[$0].roles.contains(.speech) && !items[$0].isCapital
        })
    else { return nil }
    let name = extent(first, index - 2)
    return clue(NounPhrase(extent: name, name: name, form: .name), index - 1, .clauseBefore, .speech)
  }

  /// `Ruiz's claim that “…`, `his promise to be “…`: the one whose utterance it is.
  func owner(before index: Int, _ low: Int) -> SpeakerClue? {
    var place = index - 1
    while place > low, index - place < 7 {
      let item = items[place]
      guard item.isWord || item.isComma else { return nil }
      if item.roles.contains(.uttered) { break }
      guard item.roles.isDisjoint(with: .verb) || isNoun(place, low) else { return nil }
      place -= 1
    }
    guard place > low, items[place].roles.contains(.uttered),
      !(low..<place).contains(where: { items[$0].roles.contains(.speech) && !items[$0].isCapital && !isNoun($0, low) })
    else { return nil }
    var holder = place - 1
    while holder >= low, place - holder < 5, items[holder].isWord {
      let item = items[holder]
      if isWord(holder, "his") || isWord(holder, "her") || isWord(holder, "their") {
        let pronoun: NounPhrase.Pronoun = isWord(holder, "his") ? .he : isWord(holder, "her") ? .she : .they
        let noun = NounPhrase(
          extent: item.extent, name: nil, form: pronoun == .they ? .several : .pronoun, pronoun: pronoun)
        return clue(noun, place, .clauseBefore, .cue)
      }
      if item.traits.contains(.possessive) {
        return nounPhrase(endingAt: holder, from: low).map { clue($0, place, .clauseBefore, .cue) }
      }
      if !item.roles.isDisjoint(with: [.preposition, .determiner, .conjunction, .auxiliary]) { return nil }
      holder -= 1
    }
    return nil
  }

  /// `in her words, “…`
  func ownWordsClue(_ index: Int, _ low: Int) -> SpeakerClue? {
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
}
