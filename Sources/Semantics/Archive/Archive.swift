/// The articles of a workspace as clippings, found by the names in them.
package struct Archive<Key: Hashable & Comparable & Sendable, Place: Sendable>: Sendable {
  private var clippings: [Key: Clipping<Place>] = [:]
  private var keysByName: [String: Set<Key>] = [:]

  package init() {}

  package var count: Int { clippings.count }

  /// The articles in the order of their keys.
  package var keys: [Key] { clippings.keys.sorted() }

  package func clipping(_ key: Key) -> Clipping<Place>? { clippings[key] }

  /// Files a clipping in the place of an older one of the same article.
  package mutating func file(_ clipping: Clipping<Place>, under key: Key) {
    remove(key)
    clippings[key] = clipping
    for entry in clipping.entries { keysByName[entry.name, default: []].insert(key) }
  }

  /// Forgets an article; one that is not there is no error.
  package mutating func remove(_ key: Key) {
    guard let old = clippings.removeValue(forKey: key) else { return }
    for entry in old.entries {
      keysByName[entry.name]?.remove(key)
      if keysByName[entry.name]?.isEmpty == true { keysByName[entry.name] = nil }
    }
  }

  /// Forgets the articles that `isGone` says yes to.
  package mutating func removeAll(where isGone: (Key) -> Bool) {
    for key in clippings.keys.filter(isGone) { remove(key) }
  }

  /// The articles that name someone, in the order of their keys.
  package func articles(naming name: String) -> [(key: Key, clipping: Clipping<Place>, entry: Clipping<Place>.Entry)] {
    (keysByName[name] ?? []).sorted().compactMap { key in
      guard let clipping = clippings[key], let entry = clipping.entry(named: name) else { return nil }
      return (key, clipping, entry)
    }
  }
}
