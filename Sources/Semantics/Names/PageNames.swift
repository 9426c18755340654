import Syntax

/// Which names the sightings of one page are of, each name once, in the order in which they first stand there.
///
/// A pure function of the page, so that a cast is made of the names of pages and not of the words of every sighting.
final class PageNames: Sendable {
  /// A sighting by its passage of the page and its place among those of the passage.
  struct Spot: Sendable {
    private let passage: UInt32
    private let index: UInt32

    fileprivate init(_ passage: Int, _ index: Int) {
      self.passage = UInt32(clamping: passage)
      self.index = UInt32(clamping: index)
    }

    /// The passage of the page, and the words and the extent in it.
    fileprivate func words(in readings: [CloseReading]) -> (passage: Int, words: ArraySlice<NameWord>, extent: Extent) {
      let names = readings[Int(passage)].names
      let sighting = names.all[Int(index)]
      return (Int(passage), names.words[sighting.words], sighting.extent)
    }
  }

  struct Entry: Sendable {
    /// One number for the words.
    let key: UInt64
    let first: Spot
    /// The first that is not shouted, where the very first is.
    fileprivate(set) var plain: Spot?
    /// How many sightings of the page are of it.
    fileprivate(set) var count: UInt32 = 0
  }

  /// Those of the passages of the page, held together as walking from one to the next takes longer than reading them.
  let readings: [CloseReading]
  let entries: [Entry]
  /// For each sighting of the page the index of its name in `entries`.
  let numbers: [UInt32]

  init(_ readings: [CloseReading]) {
    var entries: [Entry] = []
    var numbers: [UInt32] = []
    numbers.reserveCapacity(readings.reduce(0) { $0 + $1.names.all.count })
    var known: [UInt64: Int] = [:]
    var waiting: Set<Int> = []
    for (passage, reading) in readings.enumerated() {
      for (index, sighting) in reading.names.all.enumerated() {
        let words = reading.names.words[sighting.words]
        let isShouted = words.first?.isShouted == true
        let key = joint(words)
        let number = known[key] ?? entries.count
        if number == entries.count {
          known[key] = number
          entries.append(Entry(key: key, first: Spot(passage, index)))
          if isShouted { waiting.insert(number) }
        } else if !isShouted, !waiting.isEmpty, waiting.remove(number) != nil {
          entries[number].plain = Spot(passage, index)
        }
        entries[number].count += 1
        numbers.append(UInt32(clamping: number))
      }
    }
    self.readings = readings
    self.entries = entries.trimmed
    self.numbers = numbers
  }

  func words(at spot: Spot) -> (passage: Int, words: ArraySlice<NameWord>, extent: Extent) { spot.words(in: readings) }
}

extension Article {
  /// The names of that page.
  func names(ofPage number: Int) -> PageNames {
    let page = passages.pages[number]
    let base = passages.byteStarts[number]
    return page.names.value {
      let readings = zip(page.passages, page.byteStarts).map { closeReading(of: $0, at: base + $1) }
      return PageNames(readings)
    }
  }
}
