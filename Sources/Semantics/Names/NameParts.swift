import Syntax

/// A part of a run that may be one name.
struct NamePart {
  var range: Range<Int>
  /// A title or an honorific stands before it.
  var isTitled = false
  var isHonoured = false
  /// What a list says of the whole part.
  var known: WordClasses = []
}

extension NameReader {
  /// Cuts a run at titles and nationalities and adds what is left to the sightings.
  mutating func readRun(_ run: Range<Int>) {
    var run = run
    let phrases = phrases(in: run)
    if style == .sentence, let trimmed = trimmedStart(run, phrases) {
      guard trimmed.isSure else {
        add(run, phrases, orElse: trimmed.run)
        return
      }
      run = trimmed.run
      if run.isEmpty { return }
    }
    if style != .sentence {
      readTitleRun(run, phrases)
      return
    }
    for part in parts(of: run, phrases) { add(part) }
  }

  /// Known names of two words or more in a run, by the word they begin at.
  private mutating func phrases(in run: Range<Int>) -> [NamePart] {
    guard run.count >= 2 else { return [] }
    var found: [NamePart] = []
    var index = run.lowerBound
    while index + 1 < run.upperBound {
      guard classes[index].contains(.opensPhrase) else {
        index += 1
        continue
      }
      fold(index..<min(index + 6, run.upperBound))
      let known = WordBook.known.longest(folded.span, ends: ends, WordClasses.knownLetter)
      let town = WordBook.towns.longest(folded.span, ends: ends, WordClasses.knownLetter)
      let best = known?.count ?? 0 >= town?.count ?? 0 ? known : town
      if let best {
        found.append(NamePart(range: index..<index + best.count, known: best.classes))
        index += best.count
      } else {
        index += 1
      }
    }
    return found
  }

  /// The run without a first word that has its capital from the sentence; nil where nothing is to be cut.
  ///
  /// `isSure` is false where the word may belong to the name and another sighting must tell.
  private func trimmedStart(_ run: Range<Int>, _ phrases: [NamePart]) -> (run: Range<Int>, isSure: Bool)? {
    let first = run.lowerBound
    let word = words[first]
    let classes = classes[first]
    var rest = first + 1
    while rest < run.upperBound, !isNameWord(rest) { rest += 1 }
    if phrases.contains(where: { $0.range.lowerBound == first }) { return nil }
    if !classes.isDisjoint(with: [.knownPlace, .knownOrg]) { return nil }
    if classes.contains(.never), word.startsSentence || run.count > 1, !word.traits.contains(.allCapitals) {
      return (rest..<run.upperBound, true)
    }
    guard word.startsSentence, classes.contains(.common) || classes.contains(.speech) else { return nil }
    if !classes.isDisjoint(with: [.title, .nationality, .honorific]) { return nil }
    if run.count > 1 {
      if classes.contains(.givenName), !self.classes[first + 1].contains(.common), !classes.contains(.speech) {
        return nil
      }
      if !self.classes[run.upperBound - 1].isDisjoint(with: [.orgHead, .placeHead]), run.count == 2 { return nil }
    }
    if word.traits.contains(.allCapitals), word.extent.count <= 5 { return nil }
    return (rest..<run.upperBound, false)
  }

  private mutating func add(_ run: Range<Int>, _ phrases: [NamePart], orElse rest: Range<Int>) {
    let whole = parts(of: run, phrases)
    let others = rest.isEmpty ? [] : parts(of: rest, phrases)
    guard var first = whole.first, first.range.lowerBound == run.lowerBound else {
      for part in whole { add(part) }
      return
    }
    if let second = others.first, second.range.upperBound == first.range.upperBound {
      add(first, [.needsProof, .hasFallback])
      for part in others { add(part) }
      return
    }
    first.range = run.lowerBound..<first.range.upperBound
    add(first, [.needsProof])
    for part in whole.dropFirst() { add(part) }
  }

  /// In a headline, known names and words that no dictionary has are names; other words must be borne out.
  private mutating func readTitleRun(_ run: Range<Int>, _ phrases: [NamePart]) {
    var index = run.lowerBound
    while index < run.upperBound {
      if let phrase = phrases.first(where: { $0.range.lowerBound == index }) {
        add(phrase)
        index = phrase.range.upperBound
        continue
      }
      var end = index
      while end < run.upperBound, isNameWord(end), isUncommon(end) || isAcronym(end),
        phrases.allSatisfy({ $0.range.lowerBound != end })
      {
        end += 1
        if words[end - 1].isPossessive { break }
      }
      if end > index {
        add(NamePart(range: index..<end))
        index = end
      } else {
        if isNameWord(index), classes[index].isDisjoint(with: [.title, .nationality, .never, .date, .connector]) {
          add(NamePart(range: index..<index + 1), [.needsProof])
        }
        index += 1
      }
    }
  }

  /// In a line that is not all in capitals.
  private func isAcronym(_ index: Int) -> Bool {
    style == .title && words[index].traits.contains(.allCapitals) && classes[index].isDisjoint(with: [.never, .title])
  }

  private func isUncommon(_ index: Int) -> Bool {
    let excluded: WordClasses = [.common, .title, .nationality, .never, .date, .connector]
    return classes[index].isDisjoint(with: excluded)
  }

  /// Cuts a run at titles, nationalities and words that are no names.
  private func parts(of run: Range<Int>, _ phrases: [NamePart]) -> [NamePart] {
    var parts: [NamePart] = []
    var start: Int?
    var isTitled = false
    var isHonoured = false
    var hasOffice = false
    let isOrg = run.contains { classes[$0].contains(.orgHead) && !classes[$0].contains(.title) }
    func close(_ end: Int) {
      if let first = start, first < end {
        parts.append(NamePart(range: first..<end, isTitled: isTitled, isHonoured: isHonoured))
      }
      start = nil
    }
    var index = run.lowerBound
    while index < run.upperBound {
      if let phrase = phrases.first(where: { $0.range.lowerBound == index }) {
        if start == nil { start = index }
        index = phrase.range.upperBound
        continue
      }
      let classes = classes[index]
      if start == nil, classes.contains(.never), classes.isDisjoint(with: [.knownOrg, .knownPlace]) {
        index += 1
        continue
      }
      if let first = start, hasOffice || isPlace(first..<index, in: run), isNewPerson(index, in: run) {
        close(index)
        start = index
        isTitled = hasOffice
        hasOffice = false
      } else if cutsAtNationality(index, in: run, isOrg: isOrg, hasStarted: start != nil) {
        close(index)
        isTitled = false
        isHonoured = false
      } else if cutsAtTitle(index, in: run, isOrg: isOrg, hasStarted: start != nil) {
        if let first = start, (first..<index).allSatisfy({ self.classes[$0].contains(.portfolio) }) { start = nil }
        close(index)
        isTitled = true
        isHonoured = isHonoured || classes.contains(.honorific)
        if index + 1 < run.upperBound, !isNameWord(index + 1) {
          // `Minister of Defence`, `Prince of Wales`: what follows is no person.
          while index + 1 < run.upperBound, !isNameWord(index + 1) { index += 1 }
          while index + 1 < run.upperBound, self.classes[index + 1].contains(.common),
            self.classes[index + 1].isDisjoint(with: [.knownOrg, .knownPlace, .givenName, .title])
          { index += 1 }
          isTitled = false
          hasOffice = true
        } else {
          while index + 2 < run.upperBound, self.classes[index + 1].contains(.portfolio),
            !self.classes[index + 1].contains(.givenName)
          { index += 1 }
        }
      } else if start == nil, !isNameWord(index), !isParticle(index) {
      } else if start == nil {
        start = index
      }
      index += 1
    }
    close(run.upperBound)
    return parts
  }

  /// After `President of Kenya`, the given name of the president.
  private func isNewPerson(_ index: Int, in run: Range<Int>) -> Bool {
    guard index + 1 < run.upperBound, classes[index].isDisjoint(with: [.common, .orgHead, .placeHead]) else {
      return false
    }
    return !classes[index].isDisjoint(with: [.givenName, .familyName])
      && !classes[index - 1].isDisjoint(with: [.knownPlace, .orgHead, .placeHead, .town])
  }

  /// `the president of Kenya Jane Roe`: a country behind a small word, and then a person.
  private func isPlace(_ part: Range<Int>, in run: Range<Int>) -> Bool {
    guard part.lowerBound == run.lowerBound, part.lowerBound > 0, let first = part.first, let last = part.last,
      classes[last].contains(.knownPlace), !classes[first].contains(.givenName), !words[last].isPossessive
    else { return false }
    return classes[first - 1].contains(.placeLeader) || words[first - 1].is("of") || words[first - 1].is("to")
  }

  private func cutsAtNationality(_ index: Int, in run: Range<Int>, isOrg: Bool, hasStarted: Bool) -> Bool {
    guard classes[index].contains(.nationality) else { return false }
    if classes[index].contains(.placeOpener), index + 1 < run.upperBound,
      !classes[index + 1].isDisjoint(with: [.knownPlace, .town])
    {
      return false
    }
    if classes[index].contains(.givenName), index + 2 == run.upperBound,
      classes[index + 1].isDisjoint(with: [.common, .title, .orgHead, .placeHead])
    {
      return false
    }
    if hasStarted, index + 1 == run.upperBound, classes[index - 1].contains(.givenName), run.count == 2 { return false }
    if !isOrg || run.count == 1 { return true }
    let next = index + 1
    guard next < run.upperBound else { return true }
    return !classes[next].isDisjoint(with: [.title, .givenName]) && classes[next].isDisjoint(with: .orgHead)
  }

  private func cutsAtTitle(_ index: Int, in run: Range<Int>, isOrg: Bool, hasStarted: Bool) -> Bool {
    let classes = classes[index]
    guard classes.contains(.title) else {
      return words[index].traits.contains(.hyphened) && isHyphenedTitle(index)
    }
    if index > run.lowerBound, isParticle(index - 1) { return false }
    // `Jeffrey Dean Morgan`, `Martin Luther King`
    if hasStarted, self.classes[index - 1].contains(.givenName),
      !classes.isDisjoint(with: [.givenName, .familyName]) || words[index].is("king") || words[index].is("prince"),
      index + 1 == run.upperBound || !self.classes[index + 1].contains(.common)
    {
      return false
    }
    if index + 1 < run.upperBound, self.classes[index + 1].contains(.orgHead), classes.contains(.common),
      !classes.contains(.plainTitle), !classes.contains(.honorific)
    {
      return false
    }
    // `Fakhira Begum`, `Amartya Sen`
    if hasStarted, classes.contains(.familyName), index + 1 == run.upperBound,
      !self.classes[index - 1].contains(.common)
    {
      return false
    }
    if classes.contains(.honorific) { return true }
    // `the President’s Office`
    if isOrg, words[index].isPossessive { return false }
    if isOrg {
      // `General Electric Co`, `Prime Bank`, but `University President Jane Roe`.
      guard hasStarted, index + 1 < run.upperBound else {
        // `Kenya Airways CEO`
        return (hasStarted || index == run.lowerBound) && classes.contains(.plainTitle)
      }
      return classes.contains(.plainTitle)
    }
    return true
  }

  private func isHyphenedTitle(_ index: Int) -> Bool {
    let extent = words[index].extent
    let text = bytes[extent.range]
    return text.starts(with: "ex-".utf8) || text.starts(with: "Ex-".utf8) || text.starts(with: "Vice-".utf8)
      || text.starts(with: "then-".utf8) || text.suffix(6).elementsEqual("-elect".utf8)
      || text.suffix(10).elementsEqual("-designate".utf8)
  }
}
