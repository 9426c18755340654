import Testing

@testable import Semantics

/// The word lists and what is made of them.
@Suite struct LexiconTests {
  @Test func theListsAreInOrderAndFindTheirOwn() {
    for text in [commonWords, givenNames, newsWords, knownNames, places] {
      let lines = text.description.split(separator: "\n").map { $0.split(separator: "=")[0] }
      #expect(zip(lines, lines.dropFirst()).allSatisfy { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    }
    for (book, text) in [(WordBook.known, knownNames), (.towns, places)] {
      #expect(entries(of: text).allSatisfy { book.contains(Array($0.name.utf8).span) })
    }
  }

  @Test func theTableSaysOfAWordWhatTheListsSay() {
    var words: Set<UInt64> = []
    func check(_ text: StaticString, _ agrees: (WordKinds, [UInt8]) -> Bool) {
      for (name, letters) in entries(of: text) {
        guard !name.contains(" ") else { continue }
        words.insert(key(name))
        #expect(agrees(.of(key(name)), Array(letters.utf8)), "\(name)")
      }
    }
    func classes(_ letters: [UInt8], _ meaning: (UInt8) -> WordClasses) -> WordClasses {
      letters.reduce(into: []) { $0.formUnion(meaning($1)) }
    }
    check(commonWords) { kinds, _ in kinds.news.contains(.common) }
    check(givenNames) { kinds, _ in kinds.isGiven }
    check(newsWords) { $0.news.isSuperset(of: classes($1, WordClasses.newsLetter)) }
    check(knownNames) { $0.known.isSuperset(of: classes($1, WordClasses.knownLetter)) }
    check(places) { $0.towns.isSuperset(of: classes($1, WordClasses.knownLetter)) }
    for (name, _) in entries(of: knownNames) + entries(of: places) {
      guard let cut = name.firstIndex(of: " ") else { continue }
      words.insert(key(String(name[..<cut])))
      #expect(WordKinds.of(key(String(name[..<cut]))).opensPhrase, "\(name)")
    }
    // And of no other word.
    let places = Array(wordTable.description.utf8).filter { $0 != UInt8(ascii: "\n") }
    let taken = stride(from: 0, to: places.count, by: 8).count { start in
      !places[start..<start + 8].allSatisfy { $0 == UInt8(ascii: "?") }
    }
    #expect(taken == words.count)
  }
}

private func entries(of list: StaticString) -> [(name: String, letters: String)] {
  list.description.split(separator: "\n").map { line in
    let parts = line.split(separator: "=")
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }
}

private func key(_ name: String) -> UInt64 {
  var key = Fingerprint()
  for scalar in name.unicodeScalars { for byte in scalar.properties.lowercaseMapping.utf8 { key.add(byte) } }
  return key.value
}
