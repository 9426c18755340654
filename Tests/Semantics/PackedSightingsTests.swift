import Syntax
import Testing

@testable import Semantics

@Suite struct PackedSightingsTests {
  /// Names as they are read, and as none is: words far from each other, long or one inside the other.
  private let read: Sightings = {
    var read = Sightings()
    func add(
      _ extent: Extent, role: Extent, _ votes: SIMD4<Int8>, _ traits: Sighting.Traits, _ setting: NameSetting,
      _ words: [Extent]
    ) {
      let first = read.words.count
      for (index, word) in words.enumerated() {
        let seed = UInt64(first + index + 1)
        read.words.append(
          NameWord(
            key: seed &* 0x9E37_79B9_7F4A_7C15, start: word.start, end: word.end,
            classes: WordClasses(rawValue: UInt32(truncatingIfNeeded: seed &* 0x9E37_79B9)),
            traits: Word.Traits(rawValue: UInt16(truncatingIfNeeded: seed &* 0x1F37) & 0x3FFF),
            initial: UInt8(truncatingIfNeeded: seed &* 77)))
      }
      read.all.append(
        Sighting(
          extent: extent, role: role, votes: votes, traits: traits, setting: setting, words: first..<read.words.count,
          letters: UInt32(truncatingIfNeeded: first &* 0x9E37_79B9)))
    }
    add(Extent(0, 8), role: Extent(0, 0), [3, 0, 0, 0], [], .body, [Extent(0, 3), Extent(4, 8)])
    add(
      Extent(40, 70), role: Extent(20, 39), [-2, 127, -128, 1], [.possessive, .opening], .notes,
      [Extent(40, 46), Extent(53, 56), Extent(62, 70)])
    add(
      Extent(100, 400), role: Extent(402, 500), [0, 0, 0, -1], [.needsProof, .hasFallback], .heading,
      [Extent(100, 227), Extent(228, 356), Extent(350, 400)])
    add(Extent(228, 356), role: Extent(0, 0), [0, 1, 0, 0], [.bracketed], .field, [Extent(228, 356)])
    add(
      Extent(60_000_000, 60_000_009), role: Extent(1, 3), [0, 0, 2, 0], [.quoted], .headline,
      [Extent(60_000_000, 60_000_009)])
    return read
  }()

  @Test func areTheSameAgain() {
    let packed = PackedSightings(read)
    let again = Array(packed)
    #expect(again.count == read.all.count)
    for (old, new) in zip(read.all, again) {
      #expect((old.extent, old.role) == (new.extent, new.role))
      #expect((old.votes, old.traits, old.setting, old.letters) == (new.votes, new.traits, new.setting, new.letters))
      #expect(Array(read.words[old.words]) == Array(packed.words(of: new)))
    }
  }

  @Test func lieWhereTheIteratorSays() {
    let packed = PackedSightings(read)
    var iterator = packed.makeIterator()
    var place = iterator.place
    while let next = iterator.next() {
      #expect(packed.sighting(at: place) == next)
      place = iterator.place
    }
  }

  /// The print tells apart all but the place in the passage.
  @Test func havePrints() {
    func print(_ source: String) -> UInt64? {
      let article = Article(source)
      let names = article.closeReading(at: article.passages.first)?.names
      return names.flatMap { names in names.first { _ in true }.map { names.print(of: $0, overlap: 0) } }
    }
    let plain = print("They met Ana Ruiz at noon.")
    #expect(plain != nil && plain == print("Then they met Ana Ruiz at noon."))
    for other in [
      "They met Ana Rui at noon.", "They met Ana  Ruiz at noon.", "They met Ana\nRuiz at noon.",
      "They met Ana RuiZ at noon.", "They met Ana Ruiz’s at noon.", "They met “Ana Ruiz” at noon.",
      "They met treasurer Ana Ruiz at noon.", "# They met Ana Ruiz at noon",
    ] {
      #expect(print(other) != plain, "\(other)")
    }
  }
}
