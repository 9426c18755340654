import Syntax

/// What was understood of an earlier text of an article, kept to begin the next proof with, and without the text.
///
/// It goes by the identity of pages and passages, which are never changed once made.
package struct StandingProof: Sendable {
  private var pages: [Page]
  private let shared: [Declaration]
  private let readsSingleMarks: Bool
  private(set) var header: Header
  private(set) var cast: Cast
  private(set) var quotations: [Quotation]
  private(set) var speakers: [Int32]

  init(
    pages: [Page], shared: [Declaration], readsSingleMarks: Bool, header: Header, cast: Cast,
    quotations: [Quotation], speakers: [Int32]
  ) {
    self.pages = pages
    self.shared = shared
    self.readsSingleMarks = readsSingleMarks
    self.header = header
    self.cast = cast
    self.quotations = quotations
    self.speakers = speakers
  }

  /// Follows the article to another text of it; false where too little stands.
  mutating func follow(_ article: Article, shared: [Declaration]) -> Bool {
    guard self.shared == shared, readsSingleMarks == article.readsSingleMarks else { return false }
    let change = Change(from: pages, to: article.passages)
    pages = article.passages.pages
    let hasSameHeader = !change.touches(.header)
    if hasSameHeader, header.isAbove(change.oldRange.lowerBound) {
      header.end(at: article.text.count)
    } else {
      header = Header(article)
    }
    let following = hasSameHeader ? cast.follow(change, in: article) : .lost
    if following == .lost {
      cast = Cast(of: article, declared: header.declarations, shared: shared, after: cast.unsighted)
    }
    let fresh = followQuotations(change, in: article)
    var touched = quotations.indices
    if case .moved(let gone, let come) = following {
      touched = fresh.lowerBound..<lastSpeaker(touchedBy: change, in: article)
      if gone != nil || come != nil { renumberSpeakers(gone, come, in: article) }
    }
    for index in touched { speakers[index] = cast.speaker(in: quotations[index], of: article) }
    return true
  }

  /// Numbers speakers as the figures are, one of which has gone and one come, and looks again for those who are known by
  /// nothing but the words of their names.
  private mutating func renumberSpeakers(_ gone: Int?, _ come: Int?, in article: Article) {
    for index in speakers.indices {
      var speaker = Int(speakers[index])
      if let gone, speaker >= gone { speaker = speaker == gone ? -1 : speaker - 1 }
      if let come, speaker >= come { speaker += 1 }
      speakers[index] = Int32(clamping: speaker)
      if speaker < 0, quotations[index].attribution?.speaker.isName == true {
        speakers[index] = cast.speaker(in: quotations[index], of: article)
      }
    }
  }

  /// Where the quotations begin whose speakers stand: a pronoun is that of a person named not far before it, and stands
  /// itself not far above the quotation that it attributes.
  private func lastSpeaker(touchedBy change: Change, in article: Article) -> Int {
    let near = article.passages.place(at: change.newRange.upperBound + Cast.pronounReach).number
    let end = article.passages.place(number: article.introductionsEnd(from: near + 1) + 1)
    return end.passage == nil ? quotations.count : quotations.partitioningIndex { $0.range.lowerBound >= end.start }
  }

  /// Puts the quotations together again that the change may touch, and answers which they are.
  private mutating func followQuotations(_ change: Change, in article: Article) -> Range<Int> {
    let first = article.firstQuotation(touchedBy: change.numbers.lowerBound)
    let low = min(first?.range.lowerBound ?? .max, change.newRange.lowerBound)
    // Who spoke before is looked for above a quotation, up to a passage that tells.
    let end = article.introductionsEnd(from: change.numbers.upperBound) + 1
    let place = article.passages.place(number: end)
    let high = place.passage == nil ? Int.max : place.start - change.shift
    let fresh = article.quotations(from: first, before: end)
    let from = quotations.partitioningIndex { $0.range.lowerBound >= low }
    let to = max(quotations.partitioningIndex { $0.range.lowerBound >= high }, from)
    quotations.replaceSubrange(from..<to, with: fresh)
    speakers.replaceSubrange(from..<to, with: repeatElement(-1, count: fresh.count))
    if change.shift != 0 {
      for index in from + fresh.count..<quotations.count { quotations[index].move(by: change.shift) }
    }
    return from..<from + fresh.count
  }
}

extension Article {
  /// The first part of the first quotation that a change from the passage of that number on may touch.
  ///
  /// That is the last one that begins before, as it may go on, and those that end at most two passages before, as a
  /// signature may stand below them; without one, the first that begins after.
  fileprivate func firstQuotation(touchedBy number: Int) -> PlacedPart? {
    let place = passages.place(number: max(number - 2, 0))
    let near = firstPart(from: place, index: 0).map(opening)
    guard number > 0, let last = lastPart(from: passages.place(number: number - 1), before: .max).map(opening) else {
      return near
    }
    guard let near, near.range.lowerBound < last.range.lowerBound else { return last }
    return near
  }
}
