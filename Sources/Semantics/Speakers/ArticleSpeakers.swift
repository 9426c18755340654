import Syntax

extension Article {
  /// What the passage says of the speaker of that part.
  func note(of part: PlacedPart) -> SpeakerReading.Note {
    let notes = speakers(at: part.place).notes
    return part.index < notes.count ? notes[part.index] : SpeakerReading.Note()
  }

  /// Who says the quotation of these parts: by their own paragraphs, or by the ones before.
  func attribution(of parts: [PlacedPart]) -> Attribution? {
    guard let first = parts.first, let last = parts.last else { return nil }
    if first.part.family == .block { return attributionLine(below: last) ?? introduction(of: first) }
    if parts.count > 1, let part = parts.first(where: { note(of: $0).clue?.evidence == .clauseAfter }),
      let clue = note(of: part).clue
    {
      // The he of `he continued` below is who was named above.
      if clue.noun.form == .pronoun, let above = note(of: first).clue, above.noun.form == .name, above.strength > .weak
      {
        return attribution(by: above, in: first.place)
      }
      return attribution(by: clue, in: part.place)
    }
    var weak: Attribution?
    for part in parts {
      guard let clue = note(of: part).clue else { continue }
      let found = attribution(by: clue, in: part.place)
      if clue.strength > .weak, clue.evidence != .carriedOn { return found }
      weak = weak ?? found
    }
    let opening = note(of: first)
    if opening.standsAlone, let signature = signature(below: last) { return signature }
    if opening.opensUnit, opening.standsAlone, opening.unit == 0 || opening.clue == nil,
      let found = introduction(of: first)
    {
      return opening.clue == nil ? found : weak ?? found
    }
    return weak
  }

  /// The number of the first passage from `number` on above which nobody looks who asks below it who speaks there.
  func introductionsEnd(from number: Int) -> Int {
    let most = number + Article.mostParagraphs * Article.mostSteps
    var place = passages.place(number: number)
    while place.number < most, let passage = place.passage {
      if passage.copy.holdsCopy ? !handsOn(place) : passage.copy.isLandmark { break }
      place = passages.place(after: place)
    }
    return place.number
  }

  /// True for a passage that says nothing of who speaks but that it is whoever spoke before it.
  private func handsOn(_ place: Place) -> Bool {
    guard place.passage?.copy.quoted != nil else { return false }
    let reading = speakers(at: place)
    return reading.outro == nil && reading.notes.last?.standsAlone == true
  }

  /// How many paragraphs above may hand a speaker on, and how many passages may lie between two of them.
  private static let mostParagraphs = 8
  private static let mostSteps = 8

  /// Who was speaking, or about to speak, in the paragraph before.
  private func introduction(of part: PlacedPart) -> Attribution? {
    var place = part.place
    for _ in 0..<Article.mostParagraphs {
      guard let before = copyBefore(place) else { return nil }
      place = before
      let reading = speakers(at: place)
      if let outro = reading.outro {
        return outro.strength > .weak
          ? attribution(by: outro.evidence == .introduced ? outro : outro.carriedOn, in: place) : nil
      }
      // A paragraph of nothing but quotations hands on who spoke before it.
      guard let note = reading.notes.last, note.standsAlone else { return nil }
    }
    return nil
  }

  /// `- Ana Ruiz` alone in the paragraph below.
  private func signature(below part: PlacedPart) -> Attribution? {
    var place = passages.place(after: part.place)
    if place.passage?.copy.units.isEmpty ?? false { place = passages.place(after: place) }
    return speakers(at: place).signature.map { attribution(by: $0, in: place) }
  }

  private func copyBefore(_ place: Place) -> Place? {
    var place = place
    for _ in 0..<Article.mostSteps {
      guard let before = passages.place(before: place) else { return nil }
      place = before
      guard let copy = place.passage?.copy else { return nil }
      if copy.holdsCopy { return place }
      if copy.isLandmark { return nil }
    }
    return nil
  }

  private func speakers(at place: Place) -> SpeakerReading {
    guard let speakers = speakerReadings(at: place) else { return SpeakerReading() }
    guard let singles = speakers.singles, readsSingleMarks else { return speakers.doubles }
    return singles
  }

  private func attribution(by clue: SpeakerClue, in place: Place) -> Attribution {
    let mention = (clue.noun.name ?? clue.noun.extent).from(place.start)
    return Attribution(
      range: clue.clause.from(place.start), evidence: clue.evidence,
      speaker: Speaker(form: clue.noun.form, mention: mention, isName: clue.noun.name != nil, gender: clue.noun.gender))
  }

  /// The line with dash and name that stands under a quote block.
  private func attributionLine(below part: PlacedPart) -> Attribution? {
    var place = part.place
    var start = part.part.extent.end
    while let passage = place.passage {
      for line in passage.copy.lines where line.extent.start >= start {
        switch line.form {
        case .attribution(let found):
          let mention = found.name.from(place.start)
          let end = found.role.map { place.start + $0.upperBound } ?? mention.upperBound
          let speaker = Speaker(form: .name, mention: mention, isName: true)
          return Attribution(
            range: place.start + found.dash.lowerBound..<end, evidence: .attributionLine, speaker: speaker)
        case .blank, .comment: continue
        case .quote(let text) where text.isEmpty: continue
        default: return nil
        }
      }
      place = passages.place(after: place)
      start = 0
    }
    return nil
  }
}

extension Copy {
  /// Comes between the paragraphs around it.
  fileprivate var holdsCopy: Bool { units.contains { $0.kind.isCopy } }
}
