/// Who said a quotation, and the words that tell.
package struct Attribution: Equatable, Sendable {
  /// How the copy says whose words they are.
  package enum Evidence: Equatable, Sendable {
    /// The line below a quote block.
    case attributionLine
    /// A clause after the quotation: `…,” she said`.
    case clauseAfter
    /// A clause before it: `He said: “…`, `The mayor called it “…”`.
    case clauseBefore
    /// `according to …`
    case accordingTo
    /// Carried on from a quotation before it, in the same paragraph or the one above.
    case carriedOn
    /// The paragraph above introduces it.
    case introduced
  }

  /// The words that attribute: speaker and verb, or the attribution line.
  package let range: Range<Int>
  package let evidence: Evidence
  package let speaker: Speaker
}

/// An attribution with its places counted from the start of the quotation, which they may stand before.
struct LocalAttribution: Equatable, Sendable {
  private let place: LocalRange
  private let evidence: Attribution.Evidence
  private let form: Speaker.Form
  private let mention: LocalRange
  private let isName: Bool
  private let gender: Gender?

  init(_ attribution: Attribution, from start: Int) {
    place = LocalRange(attribution.range, from: start)
    evidence = attribution.evidence
    form = attribution.speaker.form
    mention = LocalRange(attribution.speaker.mention, from: start)
    isName = attribution.speaker.isName
    gender = attribution.speaker.gender
  }

  func from(_ start: Int) -> Attribution {
    Attribution(
      range: place.from(start), evidence: evidence,
      speaker: Speaker(form: form, mention: mention.from(start), isName: isName, gender: gender))
  }
}

/// A range that may begin before the place it is counted from.
private struct LocalRange: Equatable, Sendable {
  private let distance: Int32
  private let length: UInt32

  init(_ range: Range<Int>, from start: Int) {
    distance = Int32(clamping: range.lowerBound - start)
    length = UInt32(clamping: range.count)
  }

  func from(_ start: Int) -> Range<Int> {
    let low = start + Int(distance)
    return low..<low + Int(length)
  }
}

/// Who speaks, as the copy has it.
package struct Speaker: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    /// `Ruiz`, `Council leader Ana Ruiz`.
    case name
    /// `she`
    case pronoun
    /// `the spokesman`, `residents`
    case description
    /// `they`, `Ruiz and Khan`
    case several
  }

  package let form: Form
  /// The words that stand for the speaker.
  package let mention: Range<Int>
  /// The mention is a name; `Cast.speaker(of:)` tells whose.
  package let isName: Bool
  /// What a pronoun tells of the speaker.
  package let gender: Gender?

  init(form: Form, mention: Range<Int>, isName: Bool = false, gender: Gender? = nil) {
    self.form = form
    self.mention = mention
    self.isName = isName
    self.gender = gender
  }
}
