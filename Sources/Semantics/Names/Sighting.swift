import Syntax

/// A stretch of words in one passage that looks like a name; which person or place it is, the article decides.
package struct Sighting: Equatable, Sendable {
  /// Without titles and without a possessive ending.
  package let extent: Extent
  /// What the text around it calls the bearer (`council leader`); empty where it does not.
  package let role: Extent
  /// What speaks for a person, an organisation, a place and an event.
  package internal(set) var votes: SIMD4<Int8>
  /// Its words among the name words of the passage.
  let firstWord: UInt32
  // The small ones stand last, here and in `NameWord`: elsewhere the gaps behind them would make it a quarter larger.
  package internal(set) var traits: Traits
  package let setting: NameSetting
  let wordCount: UInt8
  /// One number for all that a cast is made of, but for where in the passage it stands; 0 until it is known.
  fileprivate(set) var print: UInt64 = 0

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

  /// Leaves nothing to spare, as nothing is added any more.
  mutating func trim() {
    all = all.trimmed
    words = words.trimmed
  }

  /// Numbers each sighting by its words and their bytes, and by where it overlaps the one before.
  mutating func number(in bytes: [UInt8]) {
    var last = Extent(0, 0)
    for index in all.indices {
      let sighting = all[index]
      var print = Fingerprint()
      let votes = sighting.votes
      let opinion = (0..<4).reduce(0 as UInt64) { $0 << 8 | UInt64(UInt8(bitPattern: votes[$1])) }
      print.join(opinion << 32 | UInt64(sighting.traits.rawValue) << 16 | UInt64(sighting.setting.rawValue))
      let overlap = sighting.extent.start < last.end ? UInt64(sighting.extent.start &- last.start) &+ 1 : 0
      print.join(overlap << 32 | UInt64(sighting.extent.end - sighting.extent.start))
      for word in words[sighting.words] {
        print.join(word.key)
        print.join(UInt64(word.classes.rawValue) << 32 | UInt64(word.traits.rawValue) << 16 | UInt64(word.initial))
        print.join(UInt64(word.start &- sighting.extent.start) << 32 | UInt64(word.end - word.start))
      }
      print.join(bytes[sighting.extent.range])
      print.join(bytes[sighting.role.range])
      all[index].print = print.value
      if sighting.extent.end > last.end { last = sighting.extent }
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
