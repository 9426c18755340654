import Syntax

/// Where declared names stand that do not look like names, page by page, kept from one cast to the next.
///
/// What stands on a page is known by the page's identity, the words that are sought, and all names that are declared, as
/// these are seen first.
struct UnsightedNames: Sendable {
  /// One name that was found.
  struct Place: Sendable {
    /// Index among the names sought.
    let name: Int
    let setting: NameSetting
    let traits: Sighting.Traits
    fileprivate(set) var range: Range<Int>
  }

  /// What was found on a page, counted from its start.
  private struct Found: Sendable {
    /// Held so that its identity stays its own.
    let page: Page
    let places: [Place]
  }

  /// The fingerprints of the words of each name.
  private(set) var sought: [[UInt64]] = []
  private var declared: [UInt64] = []
  private var byFirstWord: [UInt64: [Int]] = [:]
  private var pages: [ObjectIdentifier: Found] = [:]

  /// Forgets what it knows where other names are sought or declared now.
  mutating func prepare(seeking sought: [[UInt64]], declared: [UInt64]) {
    guard sought != self.sought || declared != self.declared else { return }
    self.sought = sought
    self.declared = declared
    byFirstWord = Dictionary(grouping: sought.indices.filter { !sought[$0].isEmpty }, by: { sought[$0][0] })
    pages.removeAll()
  }

  /// All places in the order of the article; looks at pages only that are new. `isTaken`: other names stand there.
  mutating func places(in article: Article, besides isTaken: (Range<Int>) -> Bool) -> [Place] {
    var all: [Place] = []
    var kept: [ObjectIdentifier: Found] = [:]
    for (number, page) in article.passages.pages.enumerated() {
      let base = article.passages.byteStarts[number]
      let found = pages[ObjectIdentifier(page)] ?? look(at: page, base, in: article, besides: isTaken)
      kept[ObjectIdentifier(page)] = found
      for var place in found.places {
        place.range = place.range.lowerBound + base..<place.range.upperBound + base
        all.append(place)
      }
    }
    pages = kept
    return all
  }

  /// Lets go of pages that are gone.
  mutating func keep(_ standing: [Page]) {
    guard !pages.isEmpty else { return }
    let standing = Set(standing.map(ObjectIdentifier.init))
    pages = pages.filter { standing.contains($0.key) }
  }

  /// True where a name that is sought may stand in the passage that starts at `start`.
  func mayStand(in passage: Passage, at start: Int, of article: Article) -> Bool {
    guard !sought.isEmpty else { return false }
    let bytes = article.text.bytes(in: start..<start + passage.byteCount)
    return passage.copy.units.contains { unit in
      guard setting(of: unit.kind) != nil else { return false }
      let words = words(of: unit, in: bytes)
      return words.indices.contains { longest(at: $0, in: words) != nil }
    }
  }

  private func look(
    at page: Page, _ base: Int, in article: Article, besides isTaken: (Range<Int>) -> Bool
  ) -> Found {
    var places: [Place] = []
    for (passage, start) in zip(page.passages, page.byteStarts) {
      let bytes = article.text.bytes(in: base + start..<base + start + passage.byteCount)
      for unit in passage.copy.units {
        guard let setting = setting(of: unit.kind) else { continue }
        let words = words(of: unit, in: bytes)
        for index in words.indices {
          guard let name = longest(at: index, in: words) else { continue }
          let last = words[index + sought[name].count - 1]
          let extent = Extent(Int(words[index].start), Int(last.end))
          let range = extent.from(start)
          guard places.last.map({ $0.range.upperBound <= range.lowerBound }) ?? true,
            !isTaken(extent.from(base + start))
          else { continue }
          let isQuoted = passage.copy.parts.contains { $0.extent.start <= extent.start && extent.end <= $0.extent.end }
          var traits: Sighting.Traits = isQuoted ? [.quoted] : []
          if last.isPossessive { traits.insert(.possessive) }
          places.append(Place(name: name, setting: setting, traits: traits, range: range))
        }
      }
    }
    return Found(page: page, places: places)
  }

  /// The longest name that begins with that word.
  private func longest(at index: Int, in words: [Word]) -> Int? {
    byFirstWord[words[index].key]?.filter { name in
      let keys = sought[name]
      guard index + keys.count <= words.count else { return false }
      return keys.indices.allSatisfy { keys[$0] == words[index + $0].key }
    }.max { sought[$0].count < sought[$1].count }
  }
}
