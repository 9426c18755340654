import Syntax

extension NameReader {
  /// Adds a part to the sightings with what speaks for each kind.
  mutating func add(_ part: NamePart, _ traits: Sighting.Traits = []) {
    var part = part
    while part.range.count > 1, !isNameWord(part.range.upperBound - 1), !words[part.range.upperBound - 1].is("party") {
      part.range = part.range.lowerBound..<part.range.upperBound - 1
    }
    guard let first = part.range.first, let last = part.range.last, isWorthy(part) else { return }
    if part.range.count > 1, part.known.isEmpty, classes[first].contains(.opensPhrase) {
      fold(part.range)
      part.known = WordBook.known.classes(of: folded.span, WordClasses.knownLetter)
        .union(WordBook.towns.classes(of: folded.span, WordClasses.knownLetter))
    } else if part.range.count == 1 {
      part.known = classes[first].intersection([.knownOrg, .knownPlace, .knownEvent, .town, .bigTown])
    }
    var traits = traits
    if words[last].isPossessive { traits.insert(.possessive) }
    if part.isTitled { traits.insert(.titled) }
    if words[first].startsSentence { traits.insert(.opening) }
    if part.range.count == 1 ? isDoubtful(part) : isPhrase(part) { traits.insert(.needsProof) }
    if first > 0, words[first - 1].is("("), last + 1 < words.count, words[last + 1].is(")") {
      traits.insert(.bracketed)
      if part.range.count == 1, isSpeltOut(first) { traits.insert(.speltOut) }
    }
    let firstWord = sightings.words.count
    for index in part.range where !words[index].isMark || words[index].is("&") {
      let word = words[index]
      sightings.words.append(
        NameWord(
          key: word.key, start: word.start, end: word.end, classes: classes[index], traits: word.traits,
          initial: lowered(bytes[Int(word.start)])))
    }
    let role = traits.contains(.needsProof) && !traits.contains(.hasFallback) ? Extent(0, 0) : role(around: part.range)
    var votes = ownVotes(part)
    votes &+= votesBefore(part)
    votes &+= votesBehind(part)
    sightings.all.append(
      Sighting(
        extent: Extent(Int(words[first].start), Int(words[last].end)), role: role, votes: votes,
        traits: traits, setting: setting,
        words: firstWord..<min(sightings.words.count, firstWord + Sighting.mostWords)))
  }

  /// False for a single word that names no one.
  private func isWorthy(_ part: NamePart) -> Bool {
    guard part.range.count == 1, let index = part.range.first else { return true }
    let classes = classes[index]
    let word = words[index]
    let isKnown = !classes.isDisjoint(with: [.knownOrg, .knownPlace, .knownEvent])
    if !classes.isDisjoint(with: [.never, .nationality]), !isKnown { return false }
    if classes.contains(.title), !part.isTitled { return false }
    if word.extent.count == 1 || isCurrency(index) { return false }
    if isKnown { return true }
    if word.traits.contains(.digit) { return false }
    return !isPluralOfCapitals(word)
  }

  /// `economically weaker section (EWS)`: what the letters stand for has none of the capitals of a name.
  private func isSpeltOut(_ index: Int) -> Bool {
    let letters = bytes[words[index].extent.range]
    guard words[index].traits.contains(.allCapitals), letters.count >= 2, letters.count <= 6 else { return false }
    var word = index - 2
    for letter in letters.reversed() {
      while word >= 0, words[word].is("of") || words[word].is("and") || words[word].is("the") || words[word].is("for") {
        word -= 1
      }
      guard word >= 0, !words[word].isMark, !words[word].isCapitalised,
        lowered(bytes[Int(words[word].start)]) == lowered(letter)
      else { return false }
      word -= 1
    }
    return true
  }

  /// `US$5`
  private func isCurrency(_ index: Int) -> Bool {
    guard index + 1 < words.count else { return false }
    let next = words[index + 1]
    return next.traits.contains(.glued) && (next.is("$") || next.is("€") || next.is("£") || next.is("₵"))
  }

  /// `NGOs`, `EVs`
  private func isPluralOfCapitals(_ word: Word) -> Bool {
    let text = bytes[word.extent.range]
    guard text.count >= 3, text.last == UInt8(ascii: "s") else { return false }
    return text.dropLast().allSatisfy { $0 &- 0x41 < 26 }
  }

  /// A single word that the dictionary has is a name only if something else in the article says so.
  private func isDoubtful(_ part: NamePart) -> Bool {
    let index = part.range.lowerBound
    let classes = classes[index]
    guard classes.contains(.common), !part.isTitled else { return false }
    if !part.known.isDisjoint(with: [.knownOrg, .knownPlace, .knownEvent, .bigTown]) { return false }
    if !words[index].traits.isDisjoint(with: [.allCapitals, .mixed]) { return false }
    let isName = !classes.isDisjoint(with: [.givenName, .familyName])
    if words[index].startsSentence {
      return !isName || !isSubject(index) && !(classes.contains(.familyName) && words[index].isPossessive)
    }
    return !isName && !isPlainlyNamed(index)
  }

  /// Two words of the dictionary that nothing makes a name: `Public Health`, `Red Notice`.
  private func isPhrase(_ part: NamePart) -> Bool {
    guard part.range.count == 2, part.known.isEmpty, !part.isTitled, style == .sentence else { return false }
    let naming: WordClasses = [
      .givenName, .familyName, .orgHead, .placeHead, .eventHead, .orgOpener, .placeOpener, .knownPlace, .knownOrg,
      .town,
      .nationality,
    ]
    for index in part.range {
      guard classes[index].contains(.common), classes[index].isDisjoint(with: naming),
        words[index].traits.isDisjoint(with: [.allCapitals, .mixed])
      else { return false }
    }
    let end = part.range.upperBound
    let isExplained = end + 1 < words.count && words[end].is("(") && words[end + 1].traits.contains(.allCapitals)
    return !isExplained
  }

  /// A verb that people take behind a name: `Mark has`, `Rose told`.
  private func isSubject(_ index: Int) -> Bool {
    guard index + 1 < words.count, !words[index].isPossessive else { return false }
    let next = words[index + 1]
    return classes[index + 1].contains(.speech) || next.is("has") || next.is("had") || next.is("was")
  }

  /// A capital in the middle of a sentence with no article, adjective or capital before it.
  private func isPlainlyNamed(_ index: Int) -> Bool {
    guard index > 0, classes[index].isDisjoint(with: [.orgHead, .placeHead, .eventHead, .portfolio]) else {
      return false
    }
    let before = words[index - 1]
    return !before.isMark && !before.isCapitalised && !before.traits.contains(.digit)
      && plainLeaders.contains {
        before.key == $0
      }
  }

  private func votesBehind(_ part: NamePart) -> SIMD4<Int8> {
    var votes = SIMD4<Int8>.zero
    let end = part.range.upperBound
    guard end < words.count else { return votes }
    let next = words[end]
    let behind = classes[end]
    if words[end - 1].isPossessive { return votesOfOwned(end) }
    if next.isMark {
      // `CAIRO — The …`
      let isDash = next.is("—") || next.is("–") || next.is("-")
      if isDash, part.range.lowerBound == 0, words[0].traits.contains(.allCapitals) { votes[2] += 6 }
      guard next.is(","), end + 1 < words.count else { return votes }
      let after = words[end + 1]
      let age = after.is("now") && end + 2 < words.count ? words[end + 2] : after
      if age.traits.contains(.digit), age.extent.count == 2 { votes[0] += 6 }
      if after.is("who") { votes[0] += 6 }
      if after.isCapitalised, !classes[end + 1].isDisjoint(with: [.knownPlace]), part.range.count <= 2,
        !after.isPossessive
      {
        votes[2] += 3
      }
      if end + 2 < words.count, after.is("a") || after.is("an") || after.is("the") {
        if classes[end + 2].contains(.role), !words[end + 2].isCapitalised { votes[0] += 4 }
        if classes[end + 2].contains(.orgNoun) { votes[1] += 4 }
        if classes[end + 2].contains(.placeNoun) { votes[2] += 4 }
      }
      return votes
    }
    guard !next.isCapitalised else { return votes }
    if behind.contains(.speech) { votes[0] += 3 }
    if next.is("who") { votes[0] += 3 }
    if next.is("which") { votes[0] -= 2 }
    if behind.contains(.role) {
      votes[1] += 2
      votes[0] -= 2
    }
    if behind.contains(.placeNoun) { votes[2] += 4 }
    if behind.contains(.orgNoun) { votes[1] += 3 }
    if next.traits.contains(.glued) { votes[2] += 3 }
    return votes
  }

  /// `Kenya’s capital`, `Acme’s shares`, `Roe’s lawyer`
  private func votesOfOwned(_ index: Int) -> SIMD4<Int8> {
    var votes = SIMD4<Int8>.zero
    let noun = words[index]
    guard !noun.isMark, !noun.isCapitalised else { return votes }
    if owned.ofPeople.contains(noun.key) { votes[0] += 3 }
    if owned.ofOrgs.contains(noun.key) { votes[1] += 5 }
    if owned.ofPlaces.contains(noun.key) { votes[2] += 3 }
    return votes
  }

  private func votesBefore(_ part: NamePart) -> SIMD4<Int8> {
    var votes = SIMD4<Int8>.zero
    if part.isHonoured { votes[0] += 14 } else if part.isTitled { votes[0] += 8 }
    let start = part.range.lowerBound
    guard start > 0 else { return votes }
    let before = words[start - 1]
    let leading = classes[start - 1]
    if before.is("(") { votes[1] += 3 }
    guard !before.isCapitalised, !before.isMark else { return votes }
    if leading.contains(.role), !before.isPossessive { votes[0] += 6 }
    if before.is("told") { votes[1] += 2 } else if leading.contains(.speech) { votes[0] += 2 }
    if leading.contains(.placeLeader) { votes[2] += words[part.range.upperBound - 1].isPossessive ? 2 : 6 }
    if leading.contains(.wayLeader) { votes[2] += 1 }
    if before.is("at") { votes[1] += 1 }
    if before.is("the") {
      // `the Jane Roe trial`
      votes[0] -= part.range.count > 1 && classes[start].contains(.givenName) ? 1 : 4
    }
    if leading.contains(.orgNoun) { votes[1] += 4 }
    if leading.contains(.placeNoun) { votes[2] += 3 }
    if before.is("of"), start > 1 {
      if classes[start - 2].contains(.placeNoun) { votes[2] += 5 }
      if classes[start - 2].contains(.title) { votes[1] += 4 }
    }
    return votes
  }

  /// Names in a list are of one kind: what is known of one speaks for its neighbours.
  mutating func shareInLists(from first: Int) {
    guard sightings.all.count > first + 1 else { return }
    for index in first + 1..<sightings.all.count where areListed(index - 1, index) {
      let left = sightings.all[index - 1].votes
      let right = sightings.all[index].votes
      share(left, with: index)
      share(right, with: index - 1)
    }
  }

  private mutating func share(_ votes: SIMD4<Int8>, with index: Int) {
    guard let best = (0..<4).max(by: { votes[$0] < votes[$1] }), votes[best] >= 4 else { return }
    sightings.all[index].votes[best] += 2
  }

  /// True where only a comma, `and` or `or` stands between two sightings.
  private func areListed(_ left: Int, _ right: Int) -> Bool {
    let start = sightings.all[left].extent.upperBound
    let end = sightings.all[right].extent.lowerBound
    guard start < end, end - start <= 6 else { return false }
    return [", ", " and ", ", and ", " or "].contains { bytes[start..<end].elementsEqual($0.utf8) }
  }
}

/// Nouns that tell by their owner's s what the owner is.
private let owned = (
  ofPeople: keys(
    """
    wife husband family father mother son daughter brother sister parents children lawyer lawyers attorney death body \
    life career arrest remarks comments words friend friends home birthday resignation administration predecessor \
    successor girlfriend boyfriend supporters campaign speech testimony childhood widow uncle aunt grandfather \
    grandmother mentor marriage \
    conviction trial hands face voice
    """),
  ofOrgs: keys(
    """
    ceo shares customers employees headquarters founder founders stock products users revenue profit profits chairman \
    chairperson board management subsidiary managing spokesman spokesperson staff website platform app parent brand \
    factory fleet shareholders co-founder investors clients workers executive editor services sales members
    """),
  ofPlaces: keys(
    """
    capital president government parliament economy army military constitution population border borders coast foreign \
    prime ministry city province state district airport people leaders currency election elections opposition north \
    south east west embassy neighbours neighbors sovereignty territory independence national supreme biggest largest \
    oldest northern southern eastern western central interior ruling former first economic health second navy region \
    police
    """)
)

private func keys(_ list: StaticString) -> Set<UInt64> {
  Set(
    list.description.split(separator: " ").map { word in
      var key = Fingerprint()
      for byte in word.utf8 { key.add(byte) }
      return key.value
    })
}

private let plainLeaders: [UInt64] = [
  "at", "by", "with", "from", "to", "against", "than", "via", "on", "joined", "told", "between", "like", "for",
  "whether",
].map { fingerprint($0) }
