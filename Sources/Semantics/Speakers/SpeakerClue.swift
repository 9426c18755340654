import Syntax

/// What the paragraph of a quotation itself says of the speaker, with extents counted from the start of its passage.
struct SpeakerClue: Equatable, Sendable {
  enum Strength: UInt8, Comparable, Sendable {
    /// Only the subject of its sentence.
    case weak
    /// A verb that attributes beside a quotation.
    case cue
    /// A verb of speech, `according to`, a colon.
    case speech

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  let noun: NounPhrase
  /// Speaker and verb.
  let clause: Extent
  let evidence: Attribution.Evidence
  let strength: Strength
}

/// The words that stand for someone.
struct NounPhrase: Equatable, Sendable {
  /// All of them, without what follows the head: `Council leader Ana Ruiz` of `Council leader Ana Ruiz of Leeds`.
  let extent: Extent
  /// The capitalised words with which it ends, where it ends in a name.
  let name: Extent?
  let form: Speaker.Form
  /// he, she or it, where it is one of these.
  var pronoun = Pronoun.none

  enum Pronoun: UInt8, Sendable { case none, he, she, it, they, first }

  var gender: Gender? { pronoun == .he ? .masculine : pronoun == .she ? .feminine : nil }
}

/// What one passage tells of each of its quotation parts.
struct SpeakerReading: Equatable, Sendable {
  struct Note: Equatable, Sendable {
    var clue: SpeakerClue?
    /// No words but quoted ones stand in its sentence.
    var standsAlone = true
    var nature = Quotation.Nature.speech
    /// The unit it stands in; a speaker is carried on more surely within one.
    var unit: UInt32 = 0
    var opensUnit = false
  }

  /// One for each part, in order.
  var notes: [Note] = []
  /// Who would be speaking if the next paragraph were a quotation and no more.
  var outro: SpeakerClue?
  var endsInColon = false
  /// `- Ana Ruiz`: the paragraph is a dash and a name, for the quotation above it.
  var signature: SpeakerClue? {
    get { signed.first }
    set { signed = newValue.map { [$0] } ?? [] }
  }
  // A list, as hardly any passage has one and an optional would take its room in all of them.
  private var signed: [SpeakerClue] = []
}
