/// What the lists say of one word, list by list.
struct WordKinds: Sendable {
  /// The words written by hand, and whether the dictionary has it.
  let news: WordClasses
  let known: WordClasses
  let towns: WordClasses
  let isGiven: Bool
  /// Names of several words begin with it.
  let opensPhrase: Bool

  static let none = WordKinds(news: [], known: [], towns: [], isGiven: false, opensPhrase: false)

  /// What the lists say of the word of that fingerprint.
  ///
  /// `wordTable` is an open hash table: a place holds 36 bits of the fingerprint and the number of a line of
  /// `wordTableKinds`, six bits a letter, sixteen places a line.
  static func of(_ key: UInt64) -> WordKinds {
    let kind = number(of: key)
    return all.indices.contains(kind) ? all[kind] : none
  }

  private static func number(of key: UInt64) -> Int {
    let text = UnsafeRawPointer(wordTable.utf8Start)
    let wanted = spread(key >> 17)
    var place = Int(truncatingIfNeeded: key & 0x1FFFF)
    for _ in 0..<0x20000 {
      let offset = place << 3 + place >> 4
      guard offset + 8 <= wordTable.utf8CodeUnitCount else { return 0 }
      let letters = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let low = Int(truncatingIfNeeded: letters >> 48 & 0xFF) - 0x3F
      let high = Int(truncatingIfNeeded: letters >> 56) - 0x3F
      if letters & 0xFFFF_FFFF_FFFF == wanted || low | high == 0 { return high << 6 | low }
      place = (place + 1) & 0x1FFFF
    }
    return 0
  }

  /// 36 bits as six letters.
  private static func spread(_ bits: UInt64) -> UInt64 {
    var value = (bits & 0xF_FF00_0000) << 8 | bits & 0xFF_FFFF
    value = (value & 0xFF_F000) << 4 | value & 0xFFF_0000_0FFF
    value = (value & 0x0FC0_0FC0_0FC0) << 2 | value & 0x003F_003F_003F
    return value + 0x3F3F_3F3F_3F3F
  }

  private static let all: [WordKinds] = {
    let text = UnsafeBufferPointer(start: wordTableKinds.utf8Start, count: wordTableKinds.utf8CodeUnitCount)
    return [none] + text.split(separator: 0x0A).map { WordKinds(row: $0.split(separator: 0x20)) }
  }()

  private init(row: [Slice<UnsafeBufferPointer<UInt8>>]) {
    func holds(_ list: Int) -> Bool { row.indices.contains(list) && row[list].first != UInt8(ascii: "-") }
    func classes(_ list: Int, _ meaning: (UInt8) -> WordClasses) -> WordClasses {
      row.indices.contains(list) ? row[list].reduce(into: []) { $0.formUnion(meaning($1)) } : []
    }
    let dictionary: WordClasses = holds(0) ? .common : []
    self.init(
      news: classes(2, WordClasses.newsLetter).union(dictionary), known: classes(3, WordClasses.knownLetter),
      towns: classes(4, WordClasses.knownLetter), isGiven: holds(1), opensPhrase: holds(5))
  }

  private init(news: WordClasses, known: WordClasses, towns: WordClasses, isGiven: Bool, opensPhrase: Bool) {
    self.news = news
    self.known = known
    self.towns = towns
    self.isGiven = isGiven
    self.opensPhrase = opensPhrase
  }
}
