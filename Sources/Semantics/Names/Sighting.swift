import Syntax

/// A stretch of words in one passage that looks like a name; which person or place it is, the article decides.
package struct Sighting: Equatable, Sendable {
  /// Without titles and without a possessive ending.
  package let extent: Extent
  /// What the text around it calls the bearer (`council leader`); empty where it does not.
  package let role: Extent
  /// What speaks for a person, an organisation, a place and an event.
  package internal(set) var votes: SIMD4<Int8>
  package internal(set) var traits: Traits
  package let setting: NameSetting
  /// Where its words lie: among the name words of the passage while that is read, and in what is kept of it.
  let words: Range<Int>
  /// One number for how it and its role are written; 0 until it is known.
  var letters: UInt32 = 0

  /// The votes in one number, which is small where there are few.
  var opinion: UInt32 { (0..<4).reversed().reduce(0) { $0 << 8 | UInt32(UInt8(bitPattern: votes[$1])) } }

  static func votes(_ opinion: UInt32) -> SIMD4<Int8> {
    SIMD4(truncatingIfNeeded: SIMD4(opinion, opinion >> 8, opinion >> 16, opinion >> 24))
  }

  /// No name has more; a headline in capitals may run on.
  static let mostWords = 255

  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

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
}

/// Where in an article a name stands.
package enum NameSetting: UInt8, Equatable, Sendable {
  case body, attribution, heading, headline, field, notes
}

/// The names of one passage and the words they are made of, while it is read.
struct Sightings {
  var all: [Sighting] = []
  var words: [NameWord] = []

  /// Tells each sighting from those of the same words in other letters.
  mutating func number(in bytes: [UInt8]) {
    for index in all.indices {
      var letters = Fingerprint()
      letters.join(bytes[all[index].extent.range])
      letters.join(bytes[all[index].role.range])
      all[index].letters = UInt32(truncatingIfNeeded: letters.value)
    }
  }
}

extension Fingerprint {
  /// Adds bytes eight at a time, and how many they are.
  fileprivate mutating func join(_ bytes: ArraySlice<UInt8>) {
    var block: UInt64 = 0
    var count: UInt64 = 0
    for byte in bytes {
      block = block << 8 | UInt64(byte)
      count += 1
      if count & 7 == 0 { join(block) }
    }
    join(block ^ count << 56)
  }
}

/// One word of a possible name.
struct NameWord: Equatable, Sendable {
  let key: UInt64
  let start: UInt32
  let end: UInt32
  let classes: WordClasses
  let traits: Word.Traits
  /// Its first letter in small form.
  let initial: UInt8
}
