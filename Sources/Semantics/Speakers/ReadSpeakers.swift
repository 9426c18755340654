import Syntax

/// Who speaks in a passage, with single marks as apostrophes and as quotation marks.
final class SpeakerReadings: Sendable {
  let doubles: SpeakerReading
  // A list, as hardly any passage has one and an optional would take its room in all of them.
  private let others: [SpeakerReading]
  /// Nil where it is the same.
  var singles: SpeakerReading? { others.first }

  init(in bytes: [UInt8], units: Units, _ words: [[Word]], _ quoted: QuotationReadings?) {
    doubles = readSpeakers(in: bytes, units: units, words, parts: quoted?.doubles.parts ?? [])
    others = quoted?.singles.map { [readSpeakers(in: bytes, units: units, words, parts: $0.parts)] } ?? []
  }
}

/// Finds what the units of one passage say of who speaks.
///
/// `words` are those of each unit.
func readSpeakers(
  in bytes: [UInt8], units: Units, _ words: [[Word]], parts: [QuotationPart]
) -> SpeakerReading {
  var reading = SpeakerReading()
  reading.notes = Array(repeating: SpeakerReading.Note(), count: parts.count)
  var next = 0
  var isFirst = true
  for (number, (unit, words)) in zip(units, words).enumerated() {
    let first = next
    while next < parts.count, parts[next].extent.upperBound <= unit.extent.upperBound { next += 1 }
    switch unit.kind {
    case .paragraph:
      readParagraph(bytes, words, parts, first..<next, isFirst: isFirst, &reading)
    case .heading:
      reading.outro = nil
      fallthrough
    case .field(.headline), .field(.dek):
      let row = SentenceRow(bytes, words: words[...], parts: parts, quotations: first..<next)
      _ = readQuoted(row, first..<next, &reading)
    case .quoted:
      reading.outro = nil
    case .field, .attribution, .notes: break
    }
    for index in first..<next { reading.notes[index].unit = UInt32(clamping: number) }
    if unit.kind.isCopy { isFirst = false }
  }
  return reading
}

private func readParagraph(
  _ bytes: [UInt8], _ words: [Word], _ parts: [QuotationPart], _ quotations: Range<Int>, isFirst: Bool,
  _ reading: inout SpeakerReading
) {
  let start = quotations.isEmpty ? startOfLastSentence(words) : 0
  let row = SentenceRow(bytes, words: words[start...], parts: parts, quotations: quotations)
  if reading.notes.isEmpty, isFirst { reading.signature = row.signature }
  let before = reading.outro
  let last = readQuoted(row, quotations, &reading)
  if let before, let first = quotations.first { carryOn(before, to: first, &reading) }
  let hasOwnWords = row.items.contains { $0.isWord }
  if !hasOwnWords, last == nil { return }
  reading.endsInColon = row.items.last.map { $0.isColon } ?? false
  reading.outro = last
  if let final = row.sentences.last, last == nil || reading.endsInColon {
    reading.outro = row.outro(of: final) ?? last
  }
}

/// What stands before it has no say in who speaks next.
private func startOfLastSentence(_ words: [Word]) -> Int {
  words.dropLast(2).lastIndex { SentenceRow.stops($0.key) && $0.isMark }.map { $0 + 1 } ?? 0
}

/// Notes what each quotation of a unit is and whose, and answers who spoke last.
private func readQuoted(_ row: SentenceRow, _ quotations: Range<Int>, _ reading: inout SpeakerReading) -> SpeakerClue? {
  var last: SpeakerClue?
  guard !quotations.isEmpty else { return nil }
  for (number, sentence) in row.sentences.enumerated() {
    let hasWords = sentence.contains { row.items[$0].isWord }
    for index in sentence {
      guard let quotation = row.items[index].quotation else { continue }
      var note = SpeakerReading.Note()
      note.opensUnit = quotation == quotations.lowerBound && row.items[..<index].allSatisfy { $0.isMark }
      note.standsAlone = !hasWords
      note.clue = row.clue(for: index, in: sentence)
      if note.standsAlone, number > 0, let plain = row.plainSentence(number - 1) {
        note.clue = last == nil || plain.strength > .weak ? plain : last?.carriedOn
      } else if note.clue == nil || note.clue?.strength == .weak && note.standsAlone {
        note.clue = last?.carriedOn ?? note.clue
      }
      note.nature = row.nature(of: index, note, in: sentence)
      // The subject of a sentence is a guess good enough for whole sentences, not for a few words of it.
      if note.clue?.strength == .weak, !row.isWholeSentence(index) { note.clue = nil }
      if note.nature == .speech, let clue = note.clue, clue.strength > .weak { last = clue }
      reading.notes[quotation] = note
    }
  }
  carryBack(quotations, &reading)
  return last
}

/// A quotation alone at the start of its paragraph is of whoever spoke in the paragraph before.
private func carryOn(_ clue: SpeakerClue, to index: Int, _ reading: inout SpeakerReading) {
  let note = reading.notes[index]
  guard note.opensUnit, note.standsAlone, note.clue == nil else { return }
  reading.notes[index].clue = clue.evidence == .introduced ? clue : clue.carriedOn
}

extension SpeakerClue {
  var carriedOn: SpeakerClue { SpeakerClue(noun: noun, clause: clause, evidence: .carriedOn, strength: strength) }
}

/// A paragraph that begins with a quotation alone and names the speaker later: “…” “…,” she said.
private func carryBack(_ quotations: Range<Int>, _ reading: inout SpeakerReading) {
  var later: SpeakerClue?
  for index in quotations.reversed() {
    let note = reading.notes[index]
    if note.clue == nil, note.standsAlone, let later {
      reading.notes[index].clue = later.carriedOn
    } else if let clue = note.clue, clue.evidence == .clauseAfter {
      later = clue
    }
  }
}

extension SentenceRow {
  /// Who acts in a sentence that quotes nothing and stands before a quotation.
  fileprivate func plainSentence(_ number: Int) -> SpeakerClue? {
    let sentence = sentences[number]
    return sentence.contains { items[$0].isQuotation } ? nil : outro(of: sentence)
  }

  /// A dash and a name with no verb, at most ten words.
  fileprivate var signature: SpeakerClue? {
    guard items.count > 1, items.count <= 11, items[0].isDash, items[1].isWord, items[1].isCapital else { return nil }
    var end = 1
    while end + 1 < items.count, items[end + 1].isWord, items[end + 1].isCapital { end += 1 }
    guard items.allSatisfy({ !$0.isQuotation && $0.roles.isDisjoint(with: [.copula, .pronoun]) }),
      end + 1 == items.count || items[end + 1].isMark, let first = nameRun(endingAt: end, from: 1)
    else { return nil }
    let noun = NounPhrase(extent: extent(1, end), name: extent(first, end), form: .name)
    return clue(noun, 1, .attributionLine, .speech)
  }

  /// Who would be speaking if a quotation followed the sentence.
  fileprivate func outro(of sentence: Range<Int>) -> SpeakerClue? {
    clueBefore(sentence.upperBound, sentence).map {
      SpeakerClue(noun: $0.noun, clause: $0.clause, evidence: .introduced, strength: $0.strength)
    }
  }
}
