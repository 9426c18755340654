/// The articles of a workspace as clippings, found by the names in them.
package struct Archive<Key: Hashable & Comparable & Sendable, Place: Sendable>: Sendable {
  private var clippings: [Key: Clipping<Place>] = [:]
  /// Where each name stands, as numbers of keys: hashing a key for every name of its article takes longer than reading it.
  private var numbersByName: [String: [Int]] = [:]
  private var numbers: [Key: Int] = [:]
  private var keysByNumber: [Int: Key] = [:]
  private var filed = 0

  package init() {}

  package var count: Int { clippings.count }

  /// The articles in the order of their keys.
  package var keys: [Key] { clippings.keys.sorted() }

  package func clipping(_ key: Key) -> Clipping<Place>? { clippings[key] }

  /// Files a clipping in the place of an older one of the same article.
  package mutating func file(_ clipping: Clipping<Place>, under key: Key) {
    remove(key)
    clippings[key] = clipping
    filed += 1
    numbers[key] = filed
    keysByNumber[filed] = key
    for entry in clipping.entries { numbersByName[entry.name, default: []].append(filed) }
  }

  /// Forgets an article; one that is not there is no error.
  package mutating func remove(_ key: Key) {
    guard let old = clippings.removeValue(forKey: key), let number = numbers.removeValue(forKey: key) else { return }
    keysByNumber[number] = nil
    for entry in old.entries {
      numbersByName[entry.name]?.removeAll { $0 == number }
      if numbersByName[entry.name]?.isEmpty == true { numbersByName[entry.name] = nil }
    }
  }

  /// Forgets the articles that `isGone` says yes to.
  package mutating func removeAll(where isGone: (Key) -> Bool) {
    for key in clippings.keys.filter(isGone) { remove(key) }
  }

  /// The articles that name someone, in the order of their keys.
  package func articles(naming name: String) -> [(key: Key, clipping: Clipping<Place>, entry: Clipping<Place>.Entry)] {
    let keys = Set((numbersByName[name] ?? []).compactMap { keysByNumber[$0] })
    return keys.sorted().compactMap { key in
      guard let clipping = clippings[key], let entry = clipping.entry(named: name) else { return nil }
      return (key, clipping, entry)
    }
  }
}
