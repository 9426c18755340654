/// The articles of a workspace as clippings, found by the names in them.
///
/// Ten thousand articles are kept, and few of them are asked for: each is packed, has a number, and stands under the hashes of its
/// names with that number.
package struct Archive<Key: Hashable & Comparable & Sendable, Place: PackedPlace>: Sendable {
  private struct Article: Sendable {
    let key: Key
    let clipping: PackedClipping<Place>
  }

  /// By their numbers; nil for a number that is free again.
  private var articles: [Article?] = []
  private var free: [UInt32] = []
  private var numbers: [Key: UInt32] = [:]
  /// Numbers of articles by the hash of a name in them: two names of one hash are told apart where the article is looked at.
  private var numbersByName: [Int: [UInt32]] = [:]

  package init() {}

  package var count: Int { numbers.count }

  /// The articles in the order of their keys.
  package var keys: [Key] { numbers.keys.sorted() }

  package func clipping(_ key: Key) -> Clipping<Place>? {
    numbers[key].flatMap { articles[Int($0)]?.clipping.clipping }
  }

  /// Files a clipping in the place of an older one of the same article.
  package mutating func file(_ clipping: PackedClipping<Place>, under key: Key) {
    remove(key)
    let article = Article(key: key, clipping: clipping)
    let number = free.popLast() ?? UInt32(truncatingIfNeeded: articles.count)
    if Int(number) == articles.count { articles.append(article) } else { articles[Int(number)] = article }
    numbers[key] = number
    for name in clipping.names { numbersByName[name.hashValue, default: []].append(number) }
  }

  /// Forgets an article; one that is not there is no error.
  package mutating func remove(_ key: Key) {
    guard let number = numbers.removeValue(forKey: key), let old = articles[Int(number)] else { return }
    articles[Int(number)] = nil
    free.append(number)
    for name in old.clipping.names.map(\.hashValue) {
      numbersByName[name]?.removeAll { $0 == number }
      if numbersByName[name]?.isEmpty == true { numbersByName[name] = nil }
    }
  }

  /// Forgets the articles that `isGone` says yes to.
  package mutating func removeAll(where isGone: (Key) -> Bool) {
    for key in numbers.keys.filter(isGone) { remove(key) }
  }

  /// The articles that name someone, in the order of their keys, without those that `isLeftOut` says yes to: they are not unpacked.
  package func articles(
    naming name: String, besides isLeftOut: (Key) -> Bool = { _ in false }
  ) -> [(key: Key, clipping: Clipping<Place>, entry: Clipping<Place>.Entry)] {
    guard let numbers = numbersByName[name.hashValue] else { return [] }
    // Mostly there is none but the article that is asked from, and steps over lists of any type are slow.
    var named: [Article] = []
    for number in Set(numbers) {
      if let article = articles[Int(number)], !isLeftOut(article.key) { named.append(article) }
    }
    if named.isEmpty { return [] }
    return named.sorted { $0.key < $1.key }.compactMap { article in
      let clipping = article.clipping.clipping
      return clipping.entry(named: name).map { (article.key, clipping, $0) }
    }
  }
}
