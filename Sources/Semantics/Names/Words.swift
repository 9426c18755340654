import Syntax

/// A word or a mark of punctuation in a unit.
///
/// `U.S.`, `al-Assad`, `1,000`, `don't` and `Jan.` are one word each; of `Ruiz's` and `voters'` the ending is cut off
/// and told by `isPossessive`. Blanks and line breaks lie between words.
package struct Word: Equatable, Sendable {
  /// Offsets in the passage; a possessive ending lies after `end`.
  package let start: UInt32
  package let end: UInt32
  package var traits: Traits
  /// The bytes for a mark; for a word a fingerprint of its letters, capitals and small letters alike.
  package let key: UInt64

  package var extent: Extent { Extent(Int(start), Int(end)) }

  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Starts with a capital, or has one after `al-` or `d’`, or as its second letter.
    package static let capitalised = Traits(rawValue: 1 << 0)
    /// Two letters or more, all capitals.
    package static let allCapitals = Traits(rawValue: 1 << 1)
    package static let digit = Traits(rawValue: 1 << 2)
    package static let mark = Traits(rawValue: 1 << 3)
    /// `’s` or a final apostrophe followed; it also stands for a shortened “is” or “has”.
    package static let possessive = Traits(rawValue: 1 << 4)
    package static let startsSentence = Traits(rawValue: 1 << 5)
    /// No blank stands before it.
    package static let glued = Traits(rawValue: 1 << 6)
    /// Ends in a full stop that is part of it: `U.S.`, `Jan.`, `J.`
    package static let dotted = Traits(rawValue: 1 << 7)
    /// `don’t`, `I’m`, `they’ll`.
    package static let contraction = Traits(rawValue: 1 << 8)
    /// The line breaks between the word before and this one.
    package static let afterBreak = Traits(rawValue: 1 << 9)
    /// `@name`, `#tag`, an address.
    package static let address = Traits(rawValue: 1 << 10)
    package static let hyphened = Traits(rawValue: 1 << 11)
    /// Two capitals or more and small letters: `BoG`, `eBay`, `McKay`.
    package static let mixed = Traits(rawValue: 1 << 12)
    /// One capital, then a hyphen and small letters: `Ki-moon`.
    package static let pair = Traits(rawValue: 1 << 13)
  }

  package var isMark: Bool { traits.contains(.mark) }
  package var isCapitalised: Bool { traits.contains(.capitalised) }
  package var isPossessive: Bool { traits.contains(.possessive) }
  package var startsSentence: Bool { traits.contains(.startsSentence) }

  /// Its bytes without the full stop of an abbreviation.
  var letterCount: Int { Int(end) - Int(start) - (traits.contains(.dotted) && end - start > 1 ? 1 : 0) }

  /// True for a mark of those bytes, or for a word of those letters in small letters.
  package func `is`(_ text: StaticString) -> Bool { key == fingerprint(text) }
}

/// What `Word.key` holds for a word written in small letters, or for a mark.
package func fingerprint(_ text: StaticString) -> UInt64 {
  var key = Fingerprint()
  for index in 0..<text.utf8CodeUnitCount { key.add(text.utf8Start[index]) }
  return key.value
}

/// Folds letters into a number that is the same in every run.
struct Fingerprint {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  /// That of the bytes of a text.
  init(of text: String) {
    for byte in text.utf8 { add(byte) }
  }

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The fingerprint of a word without its last byte.
  static func dropping(_ last: UInt8, from value: UInt64) -> UInt64 {
    // What the multiplication in `add` is undone with.
    (value &* 0xCE96_5057_AFF6_957B) ^ UInt64(last)
  }

  /// Puts the fingerprint of one more word behind those added before.
  mutating func join(_ key: UInt64) {
    value = (value ^ key) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }
}

/// Cuts a unit into words and marks.
package func words(of unit: Unit, in bytes: [UInt8]) -> [Word] {
  var words: [Word] = []
  let end = min(unit.extent.upperBound, bytes.count)
  words.reserveCapacity(max(end - unit.extent.lowerBound, 0) / 5 + 2)
  var cutter = WordCutter(end: end)
  cutter.cut(bytes.span, from: unit.extent.lowerBound, into: &words)
  return words
}
