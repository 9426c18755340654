import Syntax

/// A stretch of words in one passage that looks like a name; which person or place it is, the article decides.
package struct Sighting: Equatable, Sendable {
  /// Without titles and without a possessive ending.
  package let extent: Extent
  /// What the text around it calls the bearer (`council leader`); empty where it does not.
  package let role: Extent
  package let setting: NameSetting
  package internal(set) var traits: Traits
  /// What speaks for a person, an organisation, a place and an event.
  package internal(set) var votes: SIMD4<Int8>
  /// Its words among the name words of the passage.
  let firstWord: UInt32
  let wordCount: UInt8

  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let possessive = Traits(rawValue: 1 << 0)
    package static let quoted = Traits(rawValue: 1 << 1)
    /// A capital where every word may have one: it counts only if another sighting bears it out.
    static let needsProof = Traits(rawValue: 1 << 2)
    /// If it is not borne out, the next sighting, which lies inside it, stands for it.
    static let hasFallback = Traits(rawValue: 1 << 3)
    /// Mr, Senator or another title stands before it.
    static let titled = Traits(rawValue: 1 << 4)
    /// In brackets right behind another name, as its short form often is.
    static let bracketed = Traits(rawValue: 1 << 5)
    /// In brackets behind small words that begin with its letters: short for no name.
    static let speltOut = Traits(rawValue: 1 << 6)
    /// At the start of a sentence.
    static let opening = Traits(rawValue: 1 << 7)
  }

  var words: Range<Int> { Int(firstWord)..<Int(firstWord) + Int(wordCount) }
}

/// Where in an article a name stands.
package enum NameSetting: UInt8, Equatable, Sendable {
  case body, attribution, heading, headline, field, notes
}

/// The names of one passage and the words they are made of.
package struct Sightings: Sendable {
  package internal(set) var all: [Sighting] = []
  var words: [NameWord] = []

  init() {}
}

/// One word of a possible name.
struct NameWord: Equatable, Sendable {
  let start: UInt32
  let end: UInt32
  let key: UInt64
  let traits: Word.Traits
  let classes: WordClasses
  /// Its first letter in small form.
  let initial: UInt8
}
