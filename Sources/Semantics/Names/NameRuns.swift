/// How a unit uses capitals.
enum CapitalStyle {
  case sentence
  /// As many headlines do: a capital on nearly every word.
  case title
  /// ALL CAPITALS.
  case capitals
}

extension NameReader {
  func capitalStyle(isHeading: Bool) -> CapitalStyle {
    var letters = 0
    var long = 0
    var longCapitalised = 0
    var allCapitals = 0
    for (index, word) in words.enumerated() where !word.isMark && !word.traits.contains(.digit) {
      letters += 1
      if word.traits.contains(.allCapitals) { allCapitals += 1 }
      if word.extent.count > 3 {
        long += 1
        if word.isCapitalised, !classes[index].contains(.date) || letters > 1 { longCapitalised += 1 }
      }
    }
    if letters == 2, allCapitals == 2 { return .capitals }
    guard letters >= 3 else { return .sentence }
    if allCapitals * 10 > letters * 7 { return .capitals }
    let ends = words.last.map { $0.is(".") || $0.is("!") || $0.is("?") } ?? false
    guard letters >= 4 || isHeading, letters <= 20, !ends, long >= 2 else { return .sentence }
    return longCapitalised * 100 > long * 85 ? .title : .sentence
  }

  /// The next stretch of capitalised words and what joins them.
  func nextRun(from start: Int) -> Range<Int>? {
    var first = start
    while first < words.count, !mayBegin(first) { first += 1 }
    guard first < words.count else { return nil }
    var last = first
    while let next = follower(of: last, from: first) { last = next }
    return first..<last + 1
  }

  /// True for a word with a capital that may be part of a name.
  func isNameWord(_ index: Int) -> Bool {
    let word = words[index]
    guard word.isCapitalised, !word.isMark, !word.traits.contains(.contraction), !word.traits.contains(.address) else {
      return false
    }
    return !word.is("i")
  }

  private func mayBegin(_ index: Int) -> Bool {
    if isNameWord(index) { return !isDate(index) }
    return leadsParticle(index)
  }

  /// True for `van`, `bin` and the like in small letters before a capital: the rest of a name that stands alone.
  private func leadsParticle(_ index: Int) -> Bool {
    let word = words[index]
    guard index + 1 < words.count, word.is("van") || word.is("von") || word.is("bin") || word.is("ibn") else {
      return false
    }
    return isNameWord(index + 1) && classes[index + 1].isDisjoint(with: [.title, .common])
  }

  /// A weekday or month; `May` and `March` only beside a number or after a preposition of time.
  func isDate(_ index: Int) -> Bool {
    guard classes[index].contains(.date) else { return false }
    let word = words[index]
    if word.is("mar") { return word.traits.contains(.dotted) }
    guard word.is("may") || word.is("jan") || word.is("april") || word.is("june") || word.is("sun") || word.is("sat")
    else {
      return true
    }
    if word.traits.contains(.dotted) { return true }
    let isBeforeName =
      index + 1 < words.count && isNameWord(index + 1) && !words[index + 1].startsSentence
      && classes[index + 1].isDisjoint(with: [.common, .date])
    if index > 0, classes[index - 1].contains(.grammar), !words[index].is("jan") { return true }
    return !isBeforeName || index > 0 && words[index - 1].traits.contains(.digit)
  }

  /// The last word of the run if it goes on after `last`.
  private func follower(of last: Int, from first: Int) -> Int? {
    let next = last + 1
    guard next < words.count, !words[next].startsSentence || words[last].traits.contains(.dotted) else { return nil }
    if words[next].startsSentence { return nil }
    if words[last].isPossessive { return joinsPossessive(last, from: first) ? next : nil }
    if words[next].isMark, let end = afterNickname(next, from: first) ?? afterComma(last, next, from: first) {
      return end
    }
    if words[next].isMark { return words[next].is("&") ? joinedByAnd(last, next) : nil }
    // `the Conservative party`
    if words[next].is("party"), !words[next].isCapitalised, isPolitical(last) { return next }
    if isNameWord(next) {
      return isDate(next) && !(words[next].is("may") && classes[last].contains(.givenName)) ? nil : next
    }
    guard classes[next].contains(.connector) else { return nil }
    var end = next
    while end + 1 < words.count, end - next < 2, classes[end + 1].contains(.connector) { end += 1 }
    guard end + 1 < words.count, isNameWord(end + 1), !isDate(end + 1), !words[end + 1].startsSentence else {
      return nil
    }
    if end == next, words[end].is("the") {
      let rank = words[end + 1]
      return rank.is("elder") || rank.is("younger") || rank.is("great") ? end + 1 : nil
    }
    return connects(next...end, last, from: first) ? end + 1 : nil
  }

  /// `Sustainability and Energy Centre`: what follows is all dictionary words up to the head.
  private func leadsToOrg(_ start: Int) -> Bool {
    var index = start
    while index < words.count, isNameWord(index), classes[index].contains(.common), !words[index].startsSentence {
      if classes[index].contains(.orgHead) { return index > start }
      if classes[index].contains(.title) { return false }
      index += 1
    }
    return false
  }

  /// `José “Pepe” Mujica`
  private func afterNickname(_ mark: Int, from first: Int) -> Int? {
    guard mark + 3 < words.count, words[mark + 2].isMark, words[mark + 1].isCapitalised, isNameWord(mark + 3),
      !words[mark].traits.contains(.glued), words[mark + 2].traits.contains(.glued),
      !words[mark + 3].traits.contains(.glued), isQuote(mark), isQuote(mark + 2), classes[first].contains(.givenName)
    else { return nil }
    return mark + 3
  }

  private func isQuote(_ index: Int) -> Bool {
    let word = words[index]
    return word.is("“") || word.is("”") || word.is("\"") || word.is("'") || word.is("‘") || word.is("’")
  }

  /// `Ministry of Agriculture, Livestock and Fisheries`
  private func afterComma(_ last: Int, _ mark: Int, from first: Int) -> Int? {
    if words[mark].is(","), mark + 1 < words.count, last > first, words[mark + 1].isCapitalised,
      words[mark + 1].is("jr") || words[mark + 1].is("sr")
    {
      return mark + 1
    }
    guard words[mark].is(","), mark + 3 < words.count, classes[first].contains(.orgOpener), last > first + 1,
      words[first + 1].is("of"), isPlainCapital(last), isPlainCapital(mark + 1)
    else { return nil }
    var index = mark + 1
    while index < min(mark + 6, words.count) {
      if words[index].is("and") { return index + 1 < words.count && isPlainCapital(index + 1) ? mark + 1 : nil }
      guard words[index].is(",") || isPlainCapital(index) else { return nil }
      index += 1
    }
    return nil
  }

  private func isPlainCapital(_ index: Int) -> Bool {
    isNameWord(index) && classes[index].contains(.common) && classes[index].isDisjoint(with: [.title, .knownPlace])
  }

  private func isPolitical(_ index: Int) -> Bool {
    let word = words[index]
    return word.is("conservative") || word.is("labour") || word.is("liberal") || word.is("green")
      || word.is("republican") || word.is("democratic") || word.is("communist") || word.is("socialist")
  }

  /// `Johnson & Johnson`
  private func joinedByAnd(_ last: Int, _ mark: Int) -> Int? {
    guard mark + 1 < words.count, isNameWord(mark + 1) else { return nil }
    return mark + 1
  }

  /// `People’s Party`, `Lord’s Resistance Army`, `St Mary’s Hospital`, not `Egypt’s President`.
  private func joinsPossessive(_ last: Int, from first: Int) -> Bool {
    guard last + 1 < words.count, isNameWord(last + 1), !classes[last + 1].contains(.title) else { return false }
    if words[last + 1].is("office"), classes[last].contains(.title) { return true }
    if last > first, words[last - 1].is("st") { return true }
    guard classes[last].contains(.common), !words[last].startsSentence else { return false }
    return classes[last].isDisjoint(with: [.title, .orgHead, .nationality, .knownPlace, .knownOrg, .town, .placeHead])
      || words[last].is("people") || words[last].is("workers") || words[last].is("lord")
  }

  /// True where the small words between two capitalised ones belong to a name.
  private func connects(_ small: ClosedRange<Int>, _ last: Int, from first: Int) -> Bool {
    let right = small.upperBound + 1
    if small.allSatisfy({ isParticle($0) }) { return !classes[last].contains(.title) || words[last].is("st") }
    let opener = small.lowerBound
    if words[opener].is("of") {
      if classes[right].contains(.plainTitle) || words[right].is("prime") { return false }
      if !classes[last].isDisjoint(with: [.orgOpener, .orgHead]) { return true }
      return classes[last].contains(.placeHead) && !classes[last].contains(.title) || classes[last].contains(.takesOf)
    }
    if words[opener].is("for"), small.count == 1 || words[opener + 1].is("the") {
      return !classes[last].isDisjoint(with: [.orgOpener, .orgHead]) && !classes[last].contains(.title)
    }
    if words[opener].is("and"), small.count == 1 {
      // `Ministry of Trade and Industry`, `Department of Health and Human Services`
      let left = first...last
      let opens = left.contains { classes[$0].contains(.orgOpener) }
      let goesOn = left.contains { words[$0].is("of") || words[$0].is("for") }
      let isPlain = classes[last].contains(.common) && classes[right].contains(.common)
      if opens && goesOn { return isPlain || classes[last].contains(.common) && isOfNothing(right) }
      return isPlain && leadsToOrg(right) && classes[last].isDisjoint(with: [.title, .orgHead, .nationality, .never])
    }
    return false
  }

  /// A word that no list makes a name: `Wellness`.
  private func isOfNothing(_ index: Int) -> Bool {
    let naming: WordClasses = [
      .givenName, .familyName, .knownPlace, .knownOrg, .town, .nationality, .title, .orgHead, .placeHead,
    ]
    return classes[index].isDisjoint(with: naming) && !words[index].traits.contains(.allCapitals)
  }

  func isParticle(_ index: Int) -> Bool { classes[index].contains(.particle) && !words[index].isCapitalised }
}
