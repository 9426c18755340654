import Syntax

/// The names of one passage as they are kept: half as large as they are in use, as a long article has a million of them.
///
/// Each sighting is two numbers, a third where it has a role, and then two for each of its words, three for a word that is
/// long or stands far from the one before.
package struct PackedSightings: Sequence, Sendable {
  private let numbers: [UInt64]

  init(_ sightings: Sightings) {
    var numbers: [UInt64] = []
    numbers.reserveCapacity(
      sightings.all.reduce(2 * sightings.words.count) { $0 + ($1.role.isEmpty ? 2 : 3) })
    for sighting in sightings.all where sighting.extent.start <= FirstNumber.farthest {
      let first = numbers.count
      numbers.append(0)
      numbers.append(UInt64(sighting.opinion) << 32 | UInt64(sighting.letters))
      if !sighting.role.isEmpty { numbers.append(UInt64(sighting.role.start) << 32 | UInt64(sighting.role.end)) }
      let words = numbers.count
      var end = sighting.extent.start
      for word in sightings.words[sighting.words] {
        let (gap, length) = (word.start &- end, word.end &- word.start)
        let isNear = gap < NameWord.far && length <= NameWord.longest
        numbers.append(word.key)
        numbers.append(word.number(isNear ? gap : NameWord.far, isNear ? length : 0))
        if !isNear { numbers.append(UInt64(gap) << 32 | UInt64(length)) }
        end = word.end
      }
      numbers[first] = FirstNumber(sighting, words: numbers.count - words).number
    }
    self.numbers = numbers
  }

  package func makeIterator() -> Iterator { Iterator(numbers: numbers) }

  /// The sighting that lies at that place of an iterator.
  func sighting(at place: Int) -> Sighting { PackedSightings.sighting(at: place, in: numbers) }

  private static func sighting(at place: Int, in numbers: [UInt64]) -> Sighting {
    let first = FirstNumber(number: numbers[place])
    let (second, role) = (numbers[place + 1], first.hasRole ? numbers[place + 2] : 0)
    let words = place + (first.hasRole ? 3 : 2)
    return Sighting(
      extent: first.extent, role: Extent(Int(role >> 32), Int(role & 0xFFFF_FFFF)),
      votes: Sighting.votes(UInt32(second >> 32)), traits: first.traits, setting: first.setting,
      words: words..<words + first.words, letters: UInt32(truncatingIfNeeded: second))
  }

  /// The words of one of the sightings.
  func words(of sighting: Sighting) -> Words {
    Words(
      numbers: numbers, place: sighting.words.lowerBound, last: sighting.words.upperBound, end: sighting.extent.start)
  }

  /// One number for all that a cast is made of, but for where in the passage it stands.
  ///
  /// `overlap` tells where in the sighting before it begins, and is 0 where it stands behind that.
  func print(of sighting: Sighting, overlap: UInt32) -> UInt64 {
    var print = Fingerprint()
    print.join(FirstNumber(sighting, words: sighting.words.count).withoutPlace)
    print.join(UInt64(sighting.opinion) << 32 | UInt64(sighting.letters))
    print.join(UInt64(overlap))
    for number in numbers[sighting.words] { print.join(number) }
    return print.value
  }

  package struct Iterator: IteratorProtocol {
    fileprivate let numbers: [UInt64]
    /// Where the next one lies.
    fileprivate(set) var place = 0

    package mutating func next() -> Sighting? {
      guard place < numbers.count else { return nil }
      let sighting = PackedSightings.sighting(at: place, in: numbers)
      place = sighting.words.upperBound
      return sighting
    }
  }

  struct Words: Sequence, IteratorProtocol {
    fileprivate let numbers: [UInt64]
    fileprivate var place: Int
    fileprivate let last: Int
    /// Where the word before ends; for the first where the name begins.
    fileprivate var end: UInt32

    /// All of them, in a list that is as long from the beginning.
    var list: [NameWord] {
      var list: [NameWord] = []
      list.reserveCapacity((last - place) / 2)
      for word in self { list.append(word) }
      return list
    }

    mutating func next() -> NameWord? {
      guard place + 1 < last else { return nil }
      let (key, number) = (numbers[place], numbers[place + 1])
      var (gap, length) = (UInt32(number & 7), UInt32(number >> 3 & 0x7F))
      place += 2
      if gap == NameWord.far, place < last {
        (gap, length) = (UInt32(numbers[place] >> 32), UInt32(truncatingIfNeeded: numbers[place]))
        place += 1
      }
      let start = end &+ gap
      end = start &+ length
      return NameWord(
        key: key, start: start, end: end, classes: WordClasses(rawValue: UInt32(number >> 32)),
        traits: Word.Traits(rawValue: UInt16(number >> 10 & 0x3FFF)), initial: UInt8(number >> 24 & 0xFF))
    }
  }
}

/// Of a sighting, from the highest bit on: 26 bits where it stands, 16 how long it is, 10 how many numbers its words are,
/// 8 traits, 3 its setting and 1 whether it has a role.
private struct FirstNumber {
  let number: UInt64

  init(number: UInt64) { self.number = number }

  init(_ sighting: Sighting, words: Int) {
    let place = UInt64(sighting.extent.start) << 16 | UInt64(min(sighting.extent.count, 0xFFFF))
    let kind = UInt64(sighting.traits.rawValue) << 4 | UInt64(sighting.setting.rawValue) << 1
    number = place << 22 | UInt64(words) << 12 | kind | (sighting.role.isEmpty ? 0 : 1)
  }

  /// Names that stand further down in a passage are left out: it would be one of 64 MB.
  static var farthest: UInt32 { 1 << 26 - 1 }

  var withoutPlace: UInt64 { number & (1 << 38 - 1) }
  var extent: Extent { Extent(Int(number >> 38), Int(number >> 38) + Int(number >> 22 & 0xFFFF)) }
  var words: Int { Int(number >> 12 & 0x3FF) }
  var traits: Sighting.Traits { Sighting.Traits(rawValue: UInt8(number >> 4 & 0xFF)) }
  var setting: NameSetting { NameSetting(rawValue: UInt8(number >> 1 & 7)) ?? .body }
  var hasRole: Bool { number & 1 == 1 }
}

extension NameWord {
  /// A word so far behind the one before, or longer than that, has its place in a number of its own.
  fileprivate static var far: UInt32 { 7 }
  fileprivate static var longest: UInt32 { 0x7F }

  /// From the highest bit on 32 bits of classes, 8 the first letter, 14 traits, 7 how long it is and 3 how far it stands
  /// behind the word before.
  fileprivate func number(_ gap: UInt32, _ length: UInt32) -> UInt64 {
    UInt64(classes.rawValue) << 32 | UInt64(initial) << 24 | UInt64(traits.rawValue) << 10 | UInt64(length << 3 | gap)
  }
}
