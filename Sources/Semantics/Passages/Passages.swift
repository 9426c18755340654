import Syntax

/// The passages of an article in pages, kept up to date edit by edit.
package struct Passages: Sendable {
  package private(set) var pages: [Page] = []
  /// Byte offset, line and passage number at which each page starts, and, last, the totals.
  package private(set) var byteStarts: [Int] = [0]
  package private(set) var lineStarts: [Int] = [0]
  package private(set) var passageStarts: [Int] = [0]
  /// What landmarks each page holds: told here, as every keystroke asks and to look at each page is to fetch it.
  private(set) var landmarkKinds: [Landmarks] = []

  /// The state in which the first passage is read.
  let start: CopyState

  /// Reads the whole text, a long one in parts that may be read side by side.
  ///
  /// Each part but the first is read from a state that is likely before it; where it was another, as after a quotation that
  /// is left open, it is read again as after an edit, until a passage is met that was read in the right state.
  init(_ text: Text, from start: CopyState, by hands: Hands) {
    self.start = start
    let count = min(text.count / Passages.part, Passages.mostParts)
    let head = count < 2 ? text.count : Passages.head
    pages = Passages.read(text, 0..<head, from: start)
    if count >= 2 {
      let likely = exit.inCopy
      let parts = hands.map(count) { number in
        Passages.read(text, max(text.count * number / count, head)..<text.count * (number + 1) / count, from: likely)
      }
      for part in parts { lay(part, of: text) }
    }
    measure(from: 0)
  }

  /// How many bytes of the beginning tell what the copy is like, how many are worth a part, and how many parts are enough.
  private static let (head, part, mostParts) = (1 << 10, 1 << 14, 16)

  /// Reads the passages that start in a range of the text.
  private static func read(_ text: Text, _ range: Range<Int>, from start: CopyState) -> [Page] {
    var cutter = PassageCutter(text, in: range)
    var reader = CopyReader()
    var state = start
    var pages: [Page] = []
    var read: [Passage] = []
    while let next = cutter.next() {
      read.append(Passage(next, from: state, by: &reader))
      state = read[read.count - 1].exit
      if read.count == Page.target {
        pages.append(Page(read))
        read.removeAll(keepingCapacity: true)
      }
    }
    return pages + Page.split(read)
  }

  /// Lays pages behind those that are there.
  private mutating func lay(_ part: [Page], of text: Text) {
    var state = exit
    guard let first = part.first?.passages.first, first.entry != state else {
      pages += part
      return
    }
    var passages = part.flatMap(\.passages)
    var cutter = PassageCutter(text, at: pages.reduce(0) { $0 + $1.byteCount })
    var reader = CopyReader()
    for index in passages.indices {
      guard passages[index].entry != state, let source = cutter.next() else { break }
      passages[index] = Passage(source, from: state, by: &reader)
      state = passages[index].exit
    }
    pages += Page.split(passages)
  }

  package var count: Int { passageStarts.last ?? 0 }

  /// The state in which the text after the last passage would be read.
  package var exit: CopyState { pages.last?.passages.last?.exit ?? start }

  /// Follows an edit: `text` is the new text, in which `added` bytes stand where `range` of the old one stood.
  ///
  /// Reads again what the edit touches and goes on until a passage is met again in its old state.
  package mutating func update(_ text: Text, replaced range: Range<Int>, added: Int) {
    let shift = added - range.count
    var place = self.place(at: range.lowerBound)
    let touched = place.number
    // The cut before a passage depends on the last line of the one before, and on whether its own first line has words.
    if range.lowerBound <= place.start || !text.hasWord(at: place.start) {
      place = self.place(number: max(touched - 1, 0))
    }
    var first = place.number
    var state = place.passage?.entry ?? start
    var cutter = PassageCutter(text, at: place.start)
    var reader = CopyReader()
    var read: [Passage] = []
    while let next = cutter.next() {
      if read.isEmpty, first < touched, next.end == place.start + (place.passage?.byteCount ?? 0),
        next.end < range.lowerBound
      {
        first += 1
        place = self.place(number: first)
        state = place.passage?.entry ?? state
        continue
      }
      let passage = Passage(next, from: state, by: &reader)
      read.append(passage)
      state = passage.exit
      let oldEnd = next.end - shift
      while place.passage != nil, place.start < oldEnd { place = self.place(after: place) }
      if oldEnd > range.upperBound, place.start == oldEnd, let old = place.passage, old.entry == state { break }
    }
    if cutter.isAtEnd { place = self.place(number: count) }
    replace(first..<max(place.number, first), with: read)
  }

  private mutating func replace(_ old: Range<Int>, with read: [Passage]) {
    guard !pages.isEmpty else {
      pages = Page.split(read)
      measure(from: 0)
      return
    }
    let low = pageIndex(of: old.lowerBound)
    var high = pageIndex(of: max(old.upperBound - 1, old.lowerBound))
    if passageStarts[high + 1] - passageStarts[low] - old.count + read.count < Page.target / 4, high + 1 < pages.count {
      high += 1
    }
    var passages = pages[low].passages
    for page in pages[low..<high].indices { passages += pages[page + 1].passages }
    passages.replaceSubrange(old.lowerBound - passageStarts[low]..<old.upperBound - passageStarts[low], with: read)
    let fresh = Page.split(passages)
    if low == high, fresh.count == 1 {
      put(fresh[0], at: low)
    } else {
      pages.replaceSubrange(low...high, with: fresh)
      measure(from: low)
    }
  }

  /// Puts a page in the place of one, as nearly every edit does: those behind it only move.
  private mutating func put(_ page: Page, at index: Int) {
    let old = pages[index]
    pages[index] = page
    landmarkKinds[index] = page.summary.landmarkKinds
    byteStarts.move(behind: index, by: page.byteCount - old.byteCount)
    lineStarts.move(behind: index, by: page.lineCount - old.lineCount)
    passageStarts.move(behind: index, by: page.passages.count - old.passages.count)
  }

  /// The page that holds the passage of that number, the last one past the end.
  private func pageIndex(of number: Int) -> Int { min(passageStarts.lastPlace { $0 > number }, pages.count - 1) }

  private mutating func measure(from first: Int) {
    byteStarts.removeSubrange((first + 1)...)
    lineStarts.removeSubrange((first + 1)...)
    passageStarts.removeSubrange((first + 1)...)
    landmarkKinds.removeSubrange(first...)
    for page in pages[first...] {
      byteStarts.append((byteStarts.last ?? 0) + page.byteCount)
      lineStarts.append((lineStarts.last ?? 0) + page.lineCount)
      passageStarts.append((passageStarts.last ?? 0) + page.passages.count)
      landmarkKinds.append(page.summary.landmarkKinds)
    }
  }
}

extension Text {
  /// True where no byte behind it can make a blank of the one at `offset`; 0xC2 begins U+00A0.
  fileprivate func hasWord(at offset: Int) -> Bool { byte(at: offset).map { $0 > 0x20 && $0 != 0xC2 } ?? false }
}

extension [Int] {
  /// Adds to what stands behind an index.
  fileprivate mutating func move(behind index: Int, by distance: Int) {
    if distance == 0 { return }
    for next in index + 1..<count { self[next] &+= distance }
  }
}
