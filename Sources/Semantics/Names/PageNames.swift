import Syntax

/// Which names the sightings of one page are of, each name once, in the order in which they first stand there.
///
/// A pure function of the page, so that a cast is made of the names of pages and not of the words of every sighting.
final class PageNames: Sendable {
  /// A sighting by its passage of the page and its place among those of the passage.
  struct Spot: Sendable {
    private let passage: UInt32
    private let place: UInt32

    fileprivate init(_ passage: Int, _ place: Int) {
      self.passage = UInt32(clamping: passage)
      self.place = UInt32(clamping: place)
    }

    /// The passage of the page, and the words and the extent in it.
    fileprivate func words(in readings: [CloseReading]) -> (passage: Int, words: [NameWord], extent: Extent) {
      let names = readings[Int(passage)].names
      let sighting = names.sighting(at: Int(place))
      return (Int(passage), names.words(of: sighting).list, sighting.extent)
    }
  }

  struct Entry: Sendable {
    /// One number for the words.
    let key: UInt64
    /// The first that is not shouted, or the very first where all are.
    fileprivate(set) var spot: Spot
  }

  /// Those of the passages of the page, held together as walking from one to the next takes longer than reading them.
  let readings: [CloseReading]
  let entries: [Entry]
  /// For each sighting of the page the index of its name in `entries`.
  let numbers: [UInt32]

  init(_ readings: [CloseReading]) {
    var entries: [Entry] = []
    var numbers: [UInt32] = []
    var known: [UInt64: Int] = [:]
    var waiting: Set<Int> = []
    for (passage, reading) in readings.enumerated() {
      var names = reading.names.makeIterator()
      var spot = Spot(passage, names.place)
      while let sighting = names.next() {
        let words = reading.names.words(of: sighting)
        let key = joint(words)
        let number = known[key] ?? entries.count
        if number == entries.count {
          known[key] = number
          entries.append(Entry(key: key, spot: spot))
          if words.isShouted { waiting.insert(number) }
        } else if !waiting.isEmpty, !words.isShouted, waiting.remove(number) != nil {
          entries[number].spot = spot
        }
        numbers.append(UInt32(clamping: number))
        spot = Spot(passage, names.place)
      }
    }
    self.readings = readings
    self.entries = entries.trimmed
    self.numbers = numbers.trimmed
  }

  func words(at spot: Spot) -> (passage: Int, words: [NameWord], extent: Extent) { spot.words(in: readings) }
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
