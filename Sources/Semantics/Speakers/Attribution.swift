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
  /// The name as it stands there; `Cast.speaker(of:)` tells whose it is.
  package let name: String?
  /// What a pronoun tells of the speaker.
  package let gender: Gender?

  init(form: Form, mention: Range<Int>, name: String? = nil, gender: Gender? = nil) {
    self.form = form
    self.mention = mention
    self.name = name
    self.gender = gender
  }
}
