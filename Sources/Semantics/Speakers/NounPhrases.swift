import Syntax

extension SentenceRow {
  /// The subject to the left of a verb: skips `has repeatedly`, `who`, and `, the mayor of Leeds,`.
  func subject(leftOf verb: Int, from low: Int) -> NounPhrase? {
    var index = verb - 1
    var skipped = 0
    while index >= low, items[index].isWord, skipped < 6 {
      if index > low, isTime(items[index].key), items[index - 1].isWord, isTimeLead(items[index - 1].key) {
        index -= 1
      } else if items[index].roles.contains(.preposition), items[index + 1].isDay {
        // on Monday
      } else if !items[index].isAuxiliary {
        break
      }
      index -= 1
      skipped += 1
    }
    guard index >= low, !items[index].isQuotation else { return nil }
    if items[index].roles.contains(.relative) {
      index -= 1
      if index >= low, items[index].isComma || items[index].isDash { index -= 1 }
      guard index >= low, items[index].isWord else { return nil }
      return antecedent(endingAt: index, from: low)
    }
    if items[index].roles.contains(.pronoun) { return pronoun(at: index) }
    if isMark(index, ")") {
      while index >= low, !isMark(index, "(") { index -= 1 }
      index -= 1
      guard index >= low, !items[index].isQuotation else { return nil }
    }
    if items[index].isComma || items[index].isDash { return nounBeforeApposition(endingAt: index, from: low) }
    let start = phraseStart(endingAt: index, from: low)
    if items[start].roles.contains(.preposition), start > low, items[start - 1].isWord {
      // `who in 2010 said`, `had at last said`; in `and in a note said` the subject stands with another verb.
      let before = items[start - 1].roles
      if !before.isDisjoint(with: [.relative, .auxiliary, .pronoun]) { return subject(leftOf: start, from: low) }
      if before.contains(.conjunction) { return nil }
    }
    if items[start].roles.contains(.preposition), nameRun(endingAt: index, from: start) == nil,
      !(start...index).contains(where: { items[$0].roles.contains(.determiner) })
    {
      return nil
    }
    return nounPhrase(endingAt: index, from: low)
  }

  /// The noun just before `who`: not `remarks made by a surrogate` but `a surrogate`.
  private func antecedent(endingAt end: Int, from low: Int) -> NounPhrase? {
    if items[end].roles.contains(.pronoun) { return pronoun(at: end) }
    if let run = nameRun(endingAt: end, from: low) { return nounPhrase(run, end) }
    guard let whole = nounPhrase(endingAt: end, from: low) else { return nil }
    var start = end
    while start > low, items[start].isWord, items[start].extent.lowerBound > whole.extent.lowerBound,
      !items[start].roles.contains(.determiner)
    {
      start -= 1
    }
    return nounPhrase(start, end)
  }

  /// The noun before `, the mayor of Leeds, Yorkshire,`; the comma or dash that ends the apposition is at `end`.
  private func nounBeforeApposition(endingAt end: Int, from low: Int) -> NounPhrase? {
    var index = end - 1
    if isMark(index, ")") {
      while index > low, !isMark(index, "(") { index -= 1 }
      guard index > low, items[index - 1].isWord else { return nil }
      return nounPhrase(endingAt: index - 1, from: low)
    }
    var found: NounPhrase?
    while index > low, end - index < 32 {
      let item = items[index]
      if item.isQuotation || item.isColon || isMark(index, ";") { break }
      if item.isComma, isMark(index - 1, ")"), let open = (low..<index).last(where: { isMark($0, "(") }), open > low,
        items[open - 1].isWord
      {
        return nounPhrase(endingAt: open - 1, from: low)
      }
      if item.isComma || item.isDash, items[index - 1].isWord, index + 1 < end {
        // `Dayton, Ohio,`: one capitalised word between commas belongs to the place before it.
        let isPlace =
          index + 2 == end && items[index + 1].isCapital && found == nil && hasComma(before: index, from: low)
        if !isPlace {
          let noun =
            items[index - 1].roles.contains(.pronoun)
            ? pronoun(at: index - 1) : nounPhrase(endingAt: index - 1, from: low)
          guard let noun else { return found }
          if found == nil || noun.name != nil && noun.extent.count < 60 && startsApposition(index + 1) { found = noun }
          if noun.name != nil || found?.name != nil || items[low].roles.contains(.preposition) { return found }
        }
      }
      index -= 1
    }
    return found
  }

  private func startsApposition(_ index: Int) -> Bool {
    items[index].roles.contains(.determiner) || items[index].roles.contains(.relative)
      || items[index].traits.contains(.digit)
  }

  private func hasComma(before index: Int, from low: Int) -> Bool {
    var place = index - 1
    while place >= low, index - place < 28, !items[place].isQuotation {
      if items[place].isComma { return true }
      place -= 1
    }
    return false
  }

  /// The noun phrase whose last word is at `end`.
  func nounPhrase(endingAt end: Int, from low: Int) -> NounPhrase? {
    guard end >= low, items[end].isWord else { return nil }
    if items[end].roles.contains(.pronoun) { return pronoun(at: end) }
    return nounPhrase(phraseStart(endingAt: end, from: low), end)
  }

  private func phraseStart(endingAt end: Int, from low: Int) -> Int {
    var start = end
    while start > low, end - start < 18, !isBoundary(start - 1, inside: start...end) {
      start -= 1
      // A determiner begins the phrase, or the part of it behind a preposition.
      if items[start].roles.contains(.determiner), start == low || !items[start - 1].roles.contains(.preposition) {
        break
      }
    }
    return start
  }

  /// The noun phrase that begins at `start`: `said Council leader Ana Ruiz, who …`.
  func nounPhrase(startingAt start: Int, to high: Int) -> NounPhrase? {
    var start = start
    while start < high, items[start].isWord, items[start].isAuxiliary { start += 1 }
    guard start < high, items[start].isWord,
      items[start].roles.isDisjoint(with: [.listener, .preposition, .subordinator])
    else { return nil }
    if items[start].roles.contains(.pronoun) { return pronoun(at: start) }
    if items[start].roles.contains(.conjunction) { return nil }
    var end = start
    while end + 1 < high, end - start < 14, items[end + 1].isWord,
      items[end + 1].roles.isDisjoint(with: [.preposition, .subordinator, .relative, .conjunction, .copula]),
      !items[end + 1].isAuxiliary
    {
      if items[end + 1].roles.contains(.speech), !items[end + 1].isCapital, !items[end].roles.contains(.determiner) {
        break
      }
      end += 1
    }
    if let pair = coordination(start, end, to: high) { return pair }
    return items[end].isDay ? nil : nounPhrase(start, end)
  }

  /// `Ana Ruiz and Sam Khan`.
  private func coordination(_ start: Int, _ end: Int, to high: Int) -> NounPhrase? {
    guard end + 2 < high, isWord(end + 1, "and"), items[end].isCapital, items[end + 2].isCapital else { return nil }
    var last = end + 2
    while last + 1 < high, items[last + 1].isWord, items[last + 1].isCapital { last += 1 }
    return NounPhrase(extent: extent(start, last), name: nil, form: .several)
  }

  /// Where a noun phrase that ends further right cannot reach.
  private func isBoundary(_ index: Int, inside phrase: ClosedRange<Int>) -> Bool {
    let item = items[index]
    guard item.isWord else { return !isMark(index, "&") }
    if item.isCapital, !item.traits.contains(.startsSentence) { return false }
    if item.roles.contains(.conjunction) {
      // Two people, or two clauses: only names right and left make a pair.
      return !(index > 0 && items[index - 1].isCapital && items[phrase.lowerBound].isCapital && isWord(index, "and"))
    }
    if !item.roles.isDisjoint(with: [.subordinator, .relative, .copula, .pronoun, .participle]) { return true }
    if beforeAfter.contains(item.key) { return true }
    if !item.roles.isDisjoint(with: .verb) {
      return
        !(index > 0 && items[index - 1].isWord
        && (items[index - 1].roles.contains(.determiner) || items[index - 1].traits.contains(.possessive)
          || items[index - 1].isCapital && !item.roles.contains(.speech)))
    }
    return item.roles.contains(.auxiliary) && !item.roles.contains(.determiner)
  }

  private func nounPhrase(_ start: Int, _ end: Int) -> NounPhrase? {
    var start = start
    // A phrase of time or place may stand before the subject.
    if items[start].roles.contains(.preposition) {
      if let name = nameRun(endingAt: end, from: start) {
        start = name
      } else if let noun = (start...end).last(where: { items[$0].roles.contains(.determiner) }) {
        start = noun
      }
    }
    var head = start
    while head < end, !items[head + 1].roles.contains(.preposition) || items[head + 1].isCapital { head += 1 }
    guard items[head].isWord else { return nil }
    let run = nameRun(endingAt: head, from: start)
    if let run, head < end, let name = nameBehindTitle(run, head, end) { return name }
    if let run, let and = (start..<run).last(where: { isWord($0, "and") }), and > start, items[and - 1].isCapital {
      return NounPhrase(extent: extent(start, head), name: nil, form: .several)
    }
    guard let run else {
      return isHead(head) ? NounPhrase(extent: extent(start, end), name: nil, form: .description) : nil
    }
    return NounPhrase(extent: extent(start, head), name: extent(run, head), form: .name)
  }

  /// A word that people may be called by: no `long`, `even` or `coming`.
  private func isHead(_ index: Int) -> Bool {
    let item = items[index]
    if index > 0, items[index - 1].roles.contains(.determiner), !item.roles.contains(.determiner) { return true }
    let empty: WordRoles = [.preposition, .subordinator, .conjunction, .relative, .participle, .copula]
    guard item.roles.isDisjoint(with: empty), !item.isAuxiliary, !item.isAdverb else { return false }
    return isOneOrMany(item.key) || !item.roles.contains(.determiner)
  }

  /// `Minister of Education Ana Ruiz`: a title alone before the preposition, the name at the end.
  private func nameBehindTitle(_ run: Int, _ head: Int, _ end: Int) -> NounPhrase? {
    guard run == head, titles.contains(items[head].key), let name = nameRun(endingAt: end, from: head + 1), name < end
    else {
      return nil
    }
    return NounPhrase(extent: extent(run, end), name: extent(max(name, end - 1), end), form: .name)
  }

  /// The first of the capitalised words that end at `end`.
  func nameRun(endingAt end: Int, from start: Int) -> Int? {
    guard items[end].isCapital, items[end].roles.isDisjoint(with: [.determiner, .pronoun]) else { return nil }
    var first = end
    while first > start {
      let item = items[first - 1]
      guard item.isWord, !item.traits.contains(.possessive) else { break }
      let joins = item.isCapital || isConnector(item.key) && first - 2 >= start && items[first - 2].isCapital
      guard joins, item.roles.isDisjoint(with: [.determiner, .preposition]) || isConnector(item.key) else { break }
      first -= 1
    }
    return first
  }

  func pronoun(at index: Int) -> NounPhrase? {
    let key = items[index].key
    if isWord(index, "it") {
      return NounPhrase(extent: items[index].extent, name: nil, form: .pronoun, pronoun: .it)
    }
    if key == heKey { return NounPhrase(extent: items[index].extent, name: nil, form: .pronoun, pronoun: .he) }
    if key == sheKey { return NounPhrase(extent: items[index].extent, name: nil, form: .pronoun, pronoun: .she) }
    if isWord(index, "they") {
      return NounPhrase(extent: items[index].extent, name: nil, form: .several, pronoun: .they)
    }
    return NounPhrase(extent: items[index].extent, name: nil, form: .pronoun, pronoun: .first)
  }

  func extent(_ first: Int, _ last: Int) -> Extent {
    Extent(items[first].extent.lowerBound, items[last].extent.upperBound)
  }

  func isMark(_ index: Int, _ text: StaticString) -> Bool {
    items.indices.contains(index) && items[index].isMark && items[index].key == fingerprint(text)
  }
}

/// A noun of time: this week, last month.
func isTime(_ key: UInt64) -> Bool { times.contains(key) }

private func isTimeLead(_ key: UInt64) -> Bool { timeLeads.contains(key) }

private let times = [
  "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "night", "morning", "afternoon",
  "evening", "summer", "winter", "spring", "fall", "weekend", "time", "minutes",
].map { fingerprint($0) }

private func isOneOrMany(_ key: UInt64) -> Bool { counts.contains(key) }

private let counts = [
  "many", "some", "several", "others", "one", "another", "few", "most", "all", "both", "two", "three",
]
.map { fingerprint($0) }

private let timeLeads = ["this", "last", "next", "that", "earlier", "later", "each", "every", "same"].map {
  fingerprint($0)
}

private let titles = [
  "ceo", "cfo", "minister", "undersecretary", "secretary", "president", "director", "chairman", "chairwoman", "chair",
  "head", "spokesman", "spokeswoman", "spokesperson", "mayor", "governor", "archbishop", "bishop", "commissioner",
  "chief", "leader", "ambassador", "professor", "editor", "coach", "speaker", "co-founder", "founder", "member", "dean",
  "minister-president", "chancellor", "deputy", "vice-president", "attorney", "judge", "superintendent", "manager",
].map { fingerprint($0) }

private let beforeAfter = ["before", "after", "since", "despite", "during"].map { fingerprint($0) }

private let heKey = fingerprint("he")
private let sheKey = fingerprint("she")

private func isConnector(_ key: UInt64) -> Bool { connectors.contains(key) }

private let connectors = [
  "of", "de", "la", "del", "da", "van", "von", "der", "bin", "ibn", "al", "el", "the", "&", "di", "du",
]
.map { fingerprint($0) }
