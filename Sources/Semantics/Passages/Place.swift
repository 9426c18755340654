import Syntax

extension Passages {
  /// One passage and where it stands in the article; past the last passage it stands at the end and holds none.
  package struct Place: Sendable {
    /// Which passage of the article, of the page, and which page: all zero-based.
    package let number: Int
    package let index: Int
    package let page: Int
    /// Byte offset and zero-based line at which the passage starts.
    package let start: Int
    package let line: Int
    package let passage: Passage?

    /// Byte offset at which the passage ends.
    package var end: Int { start + (passage?.byteCount ?? 0) }
  }

  /// The passage that holds the byte at `offset`, the last one for the end of the article or beyond.
  package func place(at offset: Int) -> Place {
    guard !pages.isEmpty else { return end }
    let page = Swift.min(byteStarts.lastPlace { $0 > offset }, pages.count - 1)
    return place(page: page, index: pages[page].byteStarts.lastPlace { $0 > offset - byteStarts[page] })
  }

  /// The passage of that number; the end past the last.
  package func place(number: Int) -> Place {
    guard number < count else { return end }
    let page = Swift.min(passageStarts.lastPlace { $0 > number }, pages.count - 1)
    return place(page: page, index: Swift.max(number, 0) - passageStarts[page])
  }

  /// The passage after `place`; the end after the last.
  package func place(after place: Place) -> Place {
    guard place.passage != nil else { return place }
    let isLast = place.index + 1 == pages[place.page].passages.count
    return isLast ? self.place(page: place.page + 1, index: 0) : self.place(page: place.page, index: place.index + 1)
  }

  /// The passage before `place`, nil before the first.
  package func place(before place: Place) -> Place? {
    place.number > 0 ? self.place(number: place.number - 1) : nil
  }

  /// The first passage.
  package var first: Place { place(page: 0, index: 0) }

  /// All passages from `place` on, in order.
  package func from(_ place: Place) -> PlaceSequence { PlaceSequence(passages: self, place: place) }

  /// A passage by its page and its index in the page; the end where there is none.
  package func place(page: Int, index: Int) -> Place {
    guard page < pages.count, pages[page].passages.indices.contains(index) else { return end }
    let held = pages[page]
    return Place(
      number: passageStarts[page] + index, index: index, page: page, start: byteStarts[page] + held.byteStarts[index],
      line: lineStarts[page] + held.lineStarts[index], passage: held.passages[index])
  }

  private var end: Place {
    Place(
      number: count, index: 0, page: pages.count, start: byteStarts.last ?? 0, line: lineStarts.last ?? 0, passage: nil)
  }

  /// Walks forward from one passage to the end of the article.
  package struct PlaceSequence: Sequence, IteratorProtocol {
    let passages: Passages
    var place: Place

    package mutating func next() -> Place? {
      guard place.passage != nil else { return nil }
      let current = place
      place = passages.place(after: current)
      return current
    }
  }
}
