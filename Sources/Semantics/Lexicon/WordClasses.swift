/// What the word lists say of a word; the letters are those of `NewsWords.swift` and `KnownNames.swift`.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt32

  /// Found in small letters in a dictionary.
  static let common = WordClasses(rawValue: 1 << 0)
  static let givenName = WordClasses(rawValue: 1 << 1)
  /// `o`: Ministry, Inc, Airlines end the name of an organisation; `O` may open one before of or for.
  static let orgHead = WordClasses(rawValue: 1 << 2)
  static let orgOpener = WordClasses(rawValue: 1 << 3)
  /// `p`: River, Street, Province end the name of a place; `q`: Mount, Lake, San begin one.
  static let placeHead = WordClasses(rawValue: 1 << 4)
  static let placeOpener = WordClasses(rawValue: 1 << 5)
  /// `e`: Cup, War, Festival end the name of an event.
  static let eventHead = WordClasses(rawValue: 1 << 6)
  /// `t`: stands before a person's name; `h`: before nothing else.
  static let title = WordClasses(rawValue: 1 << 7)
  static let honorific = WordClasses(rawValue: 1 << 8)
  /// `r`: says in small letters what a person is.
  static let role = WordClasses(rawValue: 1 << 9)
  /// `n`: of a people, a language, a faith or a political colour.
  static let nationality = WordClasses(rawValue: 1 << 10)
  /// `d`: a weekday, a month, a feast.
  static let date = WordClasses(rawValue: 1 << 11)
  /// `s`: said, told, wrote.
  static let speech = WordClasses(rawValue: 1 << 12)
  /// `x`: has a capital without being a name.
  static let never = WordClasses(rawValue: 1 << 13)
  /// `k`: a family name that is common somewhere in the world; `g`: a given name.
  static let familyName = WordClasses(rawValue: 1 << 14)
  /// `y` and `z`: in small letters, says that an organisation or a place is meant.
  static let orgNoun = WordClasses(rawValue: 1 << 15)
  static let placeNoun = WordClasses(rawValue: 1 << 16)
  /// `o`, `l`, `e` of a known name, and `a`: only in capitals.
  static let knownOrg = WordClasses(rawValue: 1 << 17)
  static let knownPlace = WordClasses(rawValue: 1 << 18)
  static let knownEvent = WordClasses(rawValue: 1 << 19)
  static let capitalsOnly = WordClasses(rawValue: 1 << 20)
  /// A town of GeoNames; a state or a country has `knownPlace` instead.
  static let town = WordClasses(rawValue: 1 << 21)
  static let bigTown = WordClasses(rawValue: 1 << 22)
  /// `c`: in small letters, lies between the words of a name: of, de, bin, &.
  static let connector = WordClasses(rawValue: 1 << 23)
  /// `i`: in, near: a place is likely behind it; `m`: from, to, southern: it may be.
  static let placeLeader = WordClasses(rawValue: 1 << 24)
  static let wayLeader = WordClasses(rawValue: 1 << 25)
  /// `v`: de, bin, van: small words inside names of people.
  static let particle = WordClasses(rawValue: 1 << 26)
  /// `T`: a title even where an organisation is named: University President.
  static let plainTitle = WordClasses(rawValue: 1 << 27)
  /// `f`: takes “of” into its name: Cape, Strait, Battle.
  static let takesOf = WordClasses(rawValue: 1 << 28)
  /// `u`: Foreign, Interior, Chief: with a title behind it, part of the title.
  static let portfolio = WordClasses(rawValue: 1 << 29)
  /// `j`: a word of grammar, which in capitals may still be a name: UP, IT.
  static let grammar = WordClasses(rawValue: 1 << 30)

  /// Names of several words begin with it.
  static let opensPhrase = WordClasses(rawValue: 1 << 31)

  static func newsLetter(_ letter: UInt8) -> WordClasses {
    switch letter {
    case UInt8(ascii: "o"): .orgHead
    case UInt8(ascii: "O"): .orgOpener
    case UInt8(ascii: "p"): .placeHead
    case UInt8(ascii: "q"): .placeOpener
    case UInt8(ascii: "e"): .eventHead
    case UInt8(ascii: "t"): .title
    case UInt8(ascii: "h"): .honorific
    case UInt8(ascii: "r"): .role
    case UInt8(ascii: "n"): .nationality
    case UInt8(ascii: "d"): .date
    case UInt8(ascii: "s"): .speech
    case UInt8(ascii: "x"): .never
    case UInt8(ascii: "k"): .familyName
    case UInt8(ascii: "g"): .givenName
    case UInt8(ascii: "y"): .orgNoun
    case UInt8(ascii: "z"): .placeNoun
    case UInt8(ascii: "i"): .placeLeader
    case UInt8(ascii: "m"): .wayLeader
    case UInt8(ascii: "v"): [.particle, .connector]
    case UInt8(ascii: "c"): .connector
    case UInt8(ascii: "T"): .plainTitle
    case UInt8(ascii: "f"): .takesOf
    case UInt8(ascii: "u"): .portfolio
    case UInt8(ascii: "j"): [.grammar, .never]
    default: []
    }
  }

  static func knownLetter(_ letter: UInt8) -> WordClasses {
    switch letter {
    case UInt8(ascii: "o"): .knownOrg
    case UInt8(ascii: "l"), UInt8(ascii: "8"), UInt8(ascii: "9"): .knownPlace
    case UInt8(ascii: "e"): .knownEvent
    case UInt8(ascii: "a"): .capitalsOnly
    case UInt8(ascii: "5"): .town
    case UInt8(ascii: "6"), UInt8(ascii: "7"): [.town, .bigTown]
    default: []
    }
  }
}
