import Syntax

extension SentenceRow {
  /// `Ruiz called the report on the flood “thin”`, `Khan described its claims as “bold”`: the verb with an object of its own,
  /// whatever verbs and utterances stand in that.
  func judge(before index: Int, _ low: Int) -> SpeakerClue? {
    guard index - 2 > low, items[index - 1].isWord else { return nil }
    let isAs = isWord(index - 1, "as")
    let last = items[index - 1]
    guard
      isAs || last.roles.isDisjoint(with: [.speech, .copula, .preposition, .subordinator, .determiner, .participle])
    else { return nil }
    var place = index - 2
    while place > low, index - place < 24, items[place].isWord {
      defer { place -= 1 }
      let item = items[place]
      guard !item.isCapital, callers.contains(item.key) || isAs && raters.contains(item.key) else { continue }
      // In `was called` and `to call` somebody else is the subject.
      guard !hasCopula(max(low, place - 3), place), !isWord(place - 1, "to"), !isNoun(place, low),
        !borrowsSubject(place, low)
      else { return nil }
      guard let noun = subject(leftOf: place, from: low) else { return nil }
      return clue(noun, place, .clauseBefore, .cue)
    }
    return nil
  }
}

private let callers: Set<UInt64> = Set(
  ["called", "calls", "labeled", "labelled", "dubbed", "deemed"].map { fingerprint($0) })

private let raters: Set<UInt64> = Set(
  [
    "described", "describes", "rated", "rates", "dismissed", "dismisses", "denounced", "denounces", "characterized",
    "characterised", "condemned", "condemns", "criticized", "criticised", "derided", "slammed", "blasted", "branded",
    "praised", "hailed", "portrayed", "ridiculed", "mocked",
  ].map { fingerprint($0) })
