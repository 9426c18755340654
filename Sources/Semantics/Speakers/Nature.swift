import Syntax

extension SentenceRow {
  /// Whether the quotation at `index` is speech, a title, or a term held at a distance.
  func nature(of index: Int, _ note: SpeakerReading.Note, in sentence: Range<Int>) -> Quotation.Nature {
    guard let quotation = items[index].quotation else { return .speech }
    let shape = QuotedWords(bytes, parts[quotation].words)
    guard shape.count > 0 else { return .term }
    let ending = self.ending(of: quotation)
    let isMarked = ending == .comma || ending == .question
    let isAfterClause = note.clue?.evidence == .clauseAfter
    let before = index > sentence.lowerBound ? items[index - 1] : nil
    let hasVerbBeside = isVerbBeside(index, sentence)
    let isNamed = before?.roles.contains(.naming) ?? false
    if shape.isTitle, shape.count > 1, shape.count <= 6, !(isMarked && isAfterClause), ending != .question {
      return .title
    }
    if isNamed, shape.isTitle, shape.count <= 8 { return .title }
    if shape.count == 1, shape.isTitle, !isMarked, ending != .stop, !hasVerbBeside { return .title }
    if shape.count <= 2, !isMarked, ending != .stop, !hasVerbBeside,
      note.clue == nil || note.clue?.strength == .weak || note.clue?.evidence == .carriedOn
    {
      return .term
    }
    return .speech
  }

  private func isVerbBeside(_ index: Int, _ sentence: Range<Int>) -> Bool {
    let low = max(index - 2, sentence.lowerBound)
    let high = min(index + 4, sentence.upperBound)
    return (low..<high).contains { items[$0].isWord && !items[$0].roles.isDisjoint(with: .verb) }
  }
}

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
      if !isCapital, count == 0 || word.count > 3 { isTitle = false }
      count += 1
    }
  }
}
