import Syntax

/// One article as it is understood: its text, and what each passage of it says.
package struct Article: Sendable {
  package private(set) var text: Text
  package private(set) var passages: Passages
  /// Single marks quote here because the article has no double ones.
  package private(set) var readsSingleMarks: Bool

  /// `isStylebook`: the file is a `stylebook.news`, where settings are read.
  package init(_ text: Text, isStylebook: Bool = false, by hands: Hands = .one) {
    self.text = text
    passages = Passages(text, from: CopyState(isStylebook: isStylebook), by: hands)
    readsSingleMarks = passages.haveNoDoubleMarks
  }

  package init(_ string: String) { self.init(Text(string)) }

  package var isStylebook: Bool { passages.start.lines.isStylebook }

  /// Puts bytes in the place of others and reads nothing again: `read` has to be told before anything is asked.
  mutating func replaceText(_ range: Range<Int>, with bytes: [UInt8]) { text.replace(range, with: bytes) }

  /// Reads again what `added` bytes touch that stand where `range` stood in the text as it was last read.
  mutating func read(replaced range: Range<Int>, added: Int) {
    passages.update(text, replaced: range, added: added)
    readsSingleMarks = passages.haveNoDoubleMarks
  }
}

extension Article {
  package typealias Place = Passages.Place

  /// The passages that hold a landmark of one of those kinds, in order.
  package func landmarks(_ kinds: Landmarks) -> [Place] {
    var found: [Place] = []
    for (number, held) in passages.landmarkKinds.enumerated() where !held.isDisjoint(with: kinds) {
      let page = passages.pages[number]
      for index in page.summary.landmarks where !page.passages[index].copy.landmarks.isDisjoint(with: kinds) {
        found.append(passages.place(page: number, index: index))
      }
    }
    return found
  }

  /// Every passage in order.
  package var places: some Sequence<Place> { passages.from(passages.first) }
}

extension Article {
  /// What is open before the line that starts at `offset`, a UTF-8 byte offset.
  package func lineState(before offset: Int) -> LineState {
    let place = passages.place(at: offset)
    guard let passage = place.passage else { return passages.exit.lines }
    if offset >= place.end { return passage.exit.lines }
    guard offset > place.start else { return passage.entry.lines }
    var state = passage.entry.lines
    for line in passage.copy.lines where place.start + line.extent.lowerBound < offset { state.pass(line.form) }
    return state
  }
}

extension Passages {
  fileprivate var haveNoDoubleMarks: Bool { !pages.contains { $0.summary.hasDoubleMarks } }
}
