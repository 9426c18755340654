import Syntax

extension SentenceRow {
  /// Whether the quotation at `index` is speech, a title, or a term held at a distance.
  func nature(of index: Int, _ note: SpeakerReading.Note, in sentence: Range<Int>) -> Quotation.Nature {
    guard let quotation = items[index].quotation else { return .speech }
    let shape = QuotedWords(bytes, parts[quotation].words)
    guard shape.count > 0 else { return .term }
    let ending = self.ending(of: quotation)
    let before = index > sentence.lowerBound ? items[index - 1] : nil
    if shape.isTitle, shape.count <= 8, isNamed(index, from: sentence.lowerBound) { return .title }
    if shape.isTitle, isTitle(index, shape.count, note, before, ending) { return .title }
    if bearsName(index, from: sentence.lowerBound) { return shape.isTitle ? .title : .term }
    if isByline(index, sentence) || isReference(index, sentence, ending) { return .title }
    // `the “autopsy” recommended`: a word or two held at a distance, unless a verb attributes them.
    let isWeak = note.clue == nil || note.clue?.strength == .weak || note.clue?.evidence == .carriedOn
    let isMarked = ending == .comma || ending == .question || ending == .stop
    if shape.count <= 2, !isMarked, isWeak, !note.standsAlone { return .term }
    return .speech
  }

  /// Four words or more with the mark that ends a sentence or clause.
  func isWholeSentence(_ index: Int) -> Bool {
    guard let quotation = items[index].quotation else { return false }
    return [.comma, .stop, .question].contains(ending(of: quotation))
      && QuotedWords(bytes, parts[quotation].words).count >= 4
  }

  private func isTitle(
    _ index: Int, _ count: Int, _ note: SpeakerReading.Note, _ before: Item?, _ ending: QuotationEnding
  ) -> Bool {
    guard count <= 8, ending != .question else { return false }
    let isMarked = ending == .comma || ending == .stop
    if let before, before.isWord {
      // CNN's “Late Hour”, a film called “The Lamp”
      if before.traits.contains(.possessive) || before.roles.contains(.naming) { return true }
      if before.roles.contains(.preposition), count > 1, before.key != asKey { return true }
      if before.roles.contains(.speech) { return false }
    }
    if note.standsAlone { return false }
    if index > 1, before?.isComma ?? false, items[index - 2].roles.contains(.speech) { return false }
    if before?.isColon ?? false { return false }
    if count == 1 { return !isMarked && !isVerbBeside(index) }
    // In „Das ist gut“, said Ruiz, the comma stands outside.
    let isCut = ending == .comma || index + 1 < items.count && items[index + 1].isComma
    return count <= 6 && !(isCut && note.clue?.evidence == .clauseAfter)
  }

  /// `her latest film, “The Lamp,” is out`: the noun before the comma says what it is.
  private func isNamed(_ index: Int, from start: Int) -> Bool {
    guard index - 2 >= start, items[index - 1].isComma, items[index - 2].isWord else { return false }
    return works.contains(items[index - 2].key)
  }

  /// `an ad titled “Who?”`, `a phenomenon called “nonresponse”`: the noun bears it as its name, and nobody says it.
  private func bearsName(_ index: Int, from start: Int) -> Bool {
    guard index - 2 >= start, items[index - 1].isWord, bearers.contains(items[index - 1].key) else { return false }
    if !isWord(index - 1, "called") { return true }
    let noun = items[index - 2].isComma && index - 3 >= start ? items[index - 3] : items[index - 2]
    guard noun.isWord, !noun.isCapital, !noun.isAuxiliary,
      noun.roles.isDisjoint(with: [.pronoun, .relative, .copula, .conjunction, .speech, .listener, .subordinator])
    else { return false }
    // `what many lawmakers called “fraud”`
    return !(max(start, index - 10)..<index).contains {
      items[$0].roles.contains(.relative) || isWord($0, "what") || isWord($0, "that")
    }
  }

  /// `“The lamp goes out,” by Ana Ruiz`: the headline of someone's article.
  private func isByline(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard isWord(index + 1, "by"), index + 2 < sentence.upperBound, items[index + 2].isCapital else { return false }
    return index == sentence.lowerBound || items[index - 1].isDash
  }

  /// `“Bridge closed for good” — Harbour Post, May 12, 2016`: the headline of a story in a list of sources.
  private func isReference(_ index: Int, _ sentence: Range<Int>, _ ending: QuotationEnding) -> Bool {
    guard ![.comma, .stop, .question].contains(ending), index + 3 < sentence.upperBound, items[index + 1].isDash,
      items[index + 2].isCapital, let last = items[sentence].last(where: { $0.isWord })
    else { return false }
    let year = bytes[last.extent.range]
    return year.count == 4 && year.allSatisfy(isDigit)
  }

  private func isVerbBeside(_ index: Int) -> Bool {
    (max(index - 2, 0)..<min(index + 4, items.count)).contains {
      items[$0].isWord && !items[$0].roles.isDisjoint(with: .verb)
    }
  }
}

private let bearers = ["called", "titled", "entitled", "nicknamed"].map { fingerprint($0) }

private let asKey = fingerprint("as")

/// Nouns for what bears a title and says nothing itself.
private let works = Set(
  [
    "film", "movie", "book", "song", "album", "series", "show", "podcast", "documentary", "novel", "magazine", "play",
    "musical", "sitcom", "comedy", "drama", "thriller", "ballad", "memoir", "bestseller", "exhibition",
  ].map { fingerprint($0) })

/// The look of quoted words.
struct QuotedWords {
  private(set) var count = 0
  /// Every longer word has a capital, the first included.
  private(set) var isTitle = true

  init(_ bytes: [UInt8], _ words: Extent) {
    var index = words.lowerBound
    while index < words.upperBound {
      let word = nextWord(bytes, &index, words.upperBound)
      guard let first = bytes[word].first else { break }
      let isCapital = first >= 0x41 && first <= 0x5A || isDigit(first) || first >= 0x80
      let isSmall = word.count <= 3 || roles(of: bytes[word]).contains(.preposition)
      if !isCapital, count == 0 || !isSmall { isTitle = false }
      count += 1
    }
  }
}
