import Syntax

extension NameReader {
  /// What the words around a name call its bearer: `council leader Ana Ruiz`, `Ana Ruiz, the leader of the council,`.
  func role(around part: Range<Int>) -> Extent {
    guard style == .sentence else { return Extent(0, 0) }
    if let before = roleBefore(part.lowerBound) { return before }
    return roleBehind(part.upperBound) ?? Extent(0, 0)
  }

  /// The words from a title or a role back to its article.
  private func roleBefore(_ end: Int) -> Extent? {
    guard end > 0, isRole(end - 1), !words[end - 1].isPossessive else { return nil }
    var start = end - 1
    while start > 0, end - start < 7, belongsToRole(start - 1) { start -= 1 }
    var reach = start
    while reach > 0, start - reach < 4, !words[reach - 1].isMark {
      let word = words[reach - 1]
      if isArticle(word) {
        start = reach
        break
      }
      if word.isCapitalised || isStop(word) || classes[reach - 1].contains(.speech) { break }
      reach -= 1
    }
    while start < end - 1, isArticle(words[start]) { start += 1 }
    return Extent(Int(words[start].start), Int(words[end - 1].end))
  }

  /// The words between the comma behind a name and the next mark, where they say what the bearer is.
  private func roleBehind(_ start: Int) -> Extent? {
    guard start + 1 < words.count, words[start].is(","), !words[start - 1].isPossessive else { return nil }
    var first = start + 1
    if words[first].traits.contains(.digit), first + 2 < words.count, words[first + 1].is(",") { first += 2 }
    if words[first].is("a") || words[first].is("an") || words[first].is("the") { first += 1 }
    guard first < words.count, !words[first].isMark else { return nil }
    var end = first
    var hasRole = false
    while end < words.count, end - first < 10, !words[end].isMark, !words[end].is("who"), !words[end].is("which") {
      let classes = self.classes[end]
      // After a verb of speech it is a clause and not a role; a role further on is somebody else's.
      if classes.contains(.speech) && !classes.contains(.role) { return nil }
      if end - first < 5, !classes.isDisjoint(with: [.role, .title]), !words[end].isPossessive { hasRole = true }
      end += 1
    }
    guard hasRole, end < words.count, words[end].isMark || words[end].is("who"), end > first else { return nil }
    return Extent(Int(words[first].start), Int(words[end - 1].end))
  }

  private func isRole(_ index: Int) -> Bool {
    guard !words[index].isMark else { return false }
    let classes = self.classes[index]
    if words[index].isCapitalised { return classes.contains(.title) && !classes.contains(.honorific) }
    return classes.contains(.role)
  }

  /// True for a word that is part of a role even without an article before it: `Hamas`, `deputy`, `tech`.
  private func belongsToRole(_ index: Int) -> Bool {
    let word = words[index]
    guard !word.isMark, !isArticle(word), !isStop(word) else { return false }
    let classes = self.classes[index]
    if word.isCapitalised { return !classes.contains(.grammar) && !isDate(index) }
    let kinds: WordClasses = [.role, .title, .portfolio, .orgNoun, .placeNoun]
    return !classes.isDisjoint(with: kinds) && !classes.contains(.speech)
  }

  private func isArticle(_ word: Word) -> Bool { articles.contains(word.key) }

  private func isStop(_ word: Word) -> Bool { stops.contains(word.key) }
}

private let articles: [UInt64] = ["the", "a", "an", "his", "her", "its", "their", "our", "my"].map { fingerprint($0) }

private let stops: [UInt64] = [
  "of", "to", "in", "on", "at", "by", "for", "with", "from", "and", "or", "but", "that", "as", "is", "was", "are",
  "were",
  "has", "had", "have", "when", "while", "who", "after", "before", "than", "not", "it", "he", "she", "they", "between",
].map { fingerprint($0) }
