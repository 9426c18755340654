import Syntax

extension Article {
  /// Every quotation in order; a feature that needs a few should ask for those.
  package var quotations: [Quotation] {
    quotations(from: firstPart(from: passages.first, index: 0), before: .max).trimmed
  }

  /// Where every quotation stands, in order: what can be told before names and speakers are read.
  package var quotedRanges: [Range<Int>] {
    var found: [Range<Int>] = []
    for place in places where place.passage?.copy.quoted != nil {
      for part in reading(at: place).parts {
        let range = part.extent.from(place.start)
        if part.isContinuation, let first = found.popLast() {
          found.append(first.lowerBound..<range.upperBound)
        } else {
          found.append(range)
        }
      }
    }
    return found
  }

  /// The quotations that begin with that part or after it, and in a passage before that of the number `end`.
  func quotations(from first: PlacedPart?, before end: Int) -> [Quotation] {
    var found: [Quotation] = []
    var part = first
    while let start = part, start.place.number < end {
      let (quotation, next) = assemble(from: start)
      found.append(quotation)
      part = next
    }
    return found
  }

  /// The quotations that touch the range, in order.
  package func quotations(in range: Range<Int>) -> [Quotation] {
    var found: [Quotation] = []
    var part = firstPart(from: passages.place(at: range.lowerBound), index: 0).map(opening)
    while let start = part {
      let (quotation, next) = assemble(from: start)
      if quotation.range.lowerBound >= max(range.upperBound, range.lowerBound + 1) { break }
      if quotation.range.upperBound >= range.lowerBound { found.append(quotation) }
      part = next
    }
    return found
  }

  /// The quotation whose words or marks hold the byte at `offset`, or end just there.
  package func quotation(at offset: Int) -> Quotation? {
    let place = passages.place(at: offset)
    guard place.passage != nil else { return nil }
    let parts = reading(at: place).parts
    guard let index = parts.lastIndex(where: { place.start + $0.extent.lowerBound <= offset }),
      offset <= place.start + parts[index].extent.upperBound
    else { return nil }
    return assemble(from: opening(of: PlacedPart(place: place, index: index, part: parts[index]))).quotation
  }

  /// The first quotation that begins after `offset`.
  package func quotation(after offset: Int) -> Quotation? {
    var part = firstPart(from: passages.place(at: offset), index: 0)
    while let found = part {
      if !found.part.isContinuation, found.range.lowerBound > offset { return assemble(from: found).quotation }
      part = firstPart(from: found.place, index: found.index + 1)
    }
    return nil
  }

  /// The last quotation that begins before `offset`.
  package func quotation(before offset: Int) -> Quotation? {
    var part = lastPart(from: passages.place(at: offset), before: Int.max)
    while let found = part {
      if !found.part.isContinuation, found.range.lowerBound < offset { return assemble(from: found).quotation }
      part = lastPart(from: found.place, before: found.index)
    }
    return nil
  }
}

/// A part of a quotation with the passage it stands in.
struct PlacedPart {
  let place: Article.Place
  let index: Int
  let part: QuotationPart

  var range: Range<Int> { part.extent.from(place.start) }
  var words: Range<Int> { part.words.from(place.start) }
}

extension Article {
  /// The reading of single marks that the whole article asks for.
  package func reading(at place: Place) -> QuotationReading {
    guard let quoted = place.passage?.copy.quoted else { return QuotationReading() }
    guard let singles = quoted.singles, readsSingleMarks else { return quoted.doubles }
    return singles
  }

  /// The part of that index in the passage at `place`, or the first after it.
  func firstPart(from place: Place, index: Int) -> PlacedPart? {
    var place = place
    var index = index
    while place.passage != nil {
      let parts = reading(at: place).parts
      if index < parts.count { return PlacedPart(place: place, index: index, part: parts[index]) }
      index = 0
      place = passages.place(after: place)
      while place.index == 0, place.page < passages.pages.count, passages.pages[place.page].summary.quotationCount == 0
      {
        place = passages.place(page: place.page + 1, index: 0)
      }
    }
    return nil
  }

  /// The last part before that index in the passage at `place`, or in one before it.
  func lastPart(from place: Place, before index: Int) -> PlacedPart? {
    var place = place
    var index = index
    while true {
      let parts = reading(at: place).parts
      let last = min(index, parts.count) - 1
      if last >= 0 { return PlacedPart(place: place, index: last, part: parts[last]) }
      index = Int.max
      while place.index == 0, place.page > 0, passages.pages[place.page - 1].summary.quotationCount == 0 {
        place = passages.place(page: place.page - 1, index: 0)
      }
      guard let before = passages.place(before: place) else { return nil }
      place = before
    }
  }

  /// The part with which the quotation of this part begins.
  func opening(of part: PlacedPart) -> PlacedPart {
    var part = part
    while part.part.isContinuation, let before = lastPart(from: part.place, before: part.index) { part = before }
    return part
  }

  /// The quotation that begins with that part, and the part with which the next one begins.
  private func assemble(from start: PlacedPart) -> (quotation: Quotation, next: PlacedPart?) {
    let (parts, next) = parts(from: start)
    let last = parts[parts.count - 1]
    let nature = note(of: start).nature
    let quotation = Quotation(
      range: start.range.lowerBound..<last.range.upperBound, firstWords: start.words,
      moreWords: parts.dropFirst().map(\.words), family: start.part.family, isClosed: last.part.isClosed,
      nature: nature,
      attribution: nature == .speech ? attribution(of: parts) : nil)
    return (quotation, next)
  }

  /// That part and those that go on with it, and the part with which the next quotation begins.
  private func parts(from start: PlacedPart) -> (parts: [PlacedPart], next: PlacedPart?) {
    var parts = [start]
    var next = firstPart(from: start.place, index: start.index + 1)
    while let part = next, part.part.isContinuation {
      parts.append(part)
      next = firstPart(from: part.place, index: part.index + 1)
    }
    return (parts, next)
  }
}
