import Syntax

extension SentenceRow {
  /// The subject with which a clause begins, behind `In a speech on Monday,`.
  func firstSubject(_ low: Int, _ high: Int) -> NounPhrase? {
    guard low < high else { return nil }
    var start = low
    while start < high, items[start].isMark || items[start].roles.contains(.conjunction) { start += 1 }
    if start < high, isFronted(start) || isLead(start), let comma = (start..<high).first(where: { items[$0].isComma }) {
      start = comma + 1
    }
    while start < high, items[start].isMark { start += 1 }
    guard start < high, items[start].isWord else { return nil }
    if items[start].roles.contains(.pronoun) { return pronoun(at: start) }
    if isFronted(start), !items[start].roles.contains(.determiner) {
      for index in start + 1..<max(high, start + 1) where items[index].isWord {
        if items[index].roles.contains(.pronoun) { return pronoun(at: index) }
        if items[index].isCapital, !items[index].traits.contains(.possessive) { return openingPhrase(index, high) }
      }
      return nil
    }
    return openingPhrase(start, high)
  }

  /// `First,`, `Yes,`, `Meanwhile,`
  private func isLead(_ index: Int) -> Bool {
    index + 1 < items.count && items[index + 1].isComma
      && (items[index].isAuxiliary || leads.contains(items[index].key))
  }

  /// A word that leads into a sentence rather than being its subject: After, Speaking, Asked, Specifically, A month later.
  private func isFronted(_ index: Int) -> Bool {
    let item = items[index]
    guard item.isWord, !item.roles.contains(.pronoun) else { return false }
    if !item.roles.isDisjoint(with: [.preposition, .subordinator, .participle]) { return true }
    if item.roles.contains(.determiner) || item.traits.contains(.startsSentence), isTimePhrase(index) { return true }
    if item.roles.contains(.determiner) { return false }
    guard item.traits.contains(.startsSentence) || !item.isCapital else { return false }
    let text = bytes[item.extent.range]
    return text.count > 4
      && [Array("ing".utf8), Array("ed".utf8), Array("ly".utf8)].contains {
        text.reversed().starts(with: $0.reversed())
      }
  }

  /// `A month later`, `The next day`.
  private func isTimePhrase(_ index: Int) -> Bool {
    (index + 1..<min(index + 3, items.count)).contains { items[$0].isWord && isTime(items[$0].key) }
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
}

private let leads = ["first", "second", "third", "yes", "no", "meanwhile", "however", "instead", "still", "led"]
  .map { fingerprint($0) }
