/// The names of several words by what they may be shortened to.
struct LongNames {
  private(set) var bySurname: [UInt64: [Int]] = [:]
  private(set) var byFirst: [UInt64: [Int]] = [:]
  private(set) var byMiddle: [UInt64: [Int]] = [:]
  private(set) var byInitials: [UInt64: [Int]] = [:]
  private(set) var byOrgHead: [UInt64: [Int]] = [:]
  private(set) var byOpening: [UInt64: [Int]] = [:]
  /// `Scientology` of the Church of that name.
  private(set) var byObject: [UInt64: [Int]] = [:]
  /// `Korea` of South Korea.
  private(set) var byQuarter: [UInt64: [Int]] = [:]
  /// By two words or more at either end.
  private var byEnds: [UInt64: [Int]] = [:]

  /// All that single words are looked up by.
  var shortForms: some Sequence<UInt64> {
    [bySurname, byFirst, byMiddle, byInitials, byOrgHead, byOpening, byObject, byQuarter].lazy.flatMap(\.keys)
  }

  mutating func add(_ index: Int, _ name: Casting.Name) {
    let words = name.words.filter { !$0.isSuffix }
    guard words.count > 1, let first = words.first, let last = words.last else { return }
    if words.count < name.words.count { byEnds[joint(words), default: []].append(index) }
    if words.count > 3, first.classes.contains(.nationality) {
      // `the Supreme Court` of the Italian Supreme Court of Cassation.
      for count in 2..<words.count - 1 { byEnds[joint(words.dropFirst().prefix(count)), default: []].append(index) }
    }
    if words.count > 2 {
      for count in 2..<words.count {
        byEnds[joint(words.prefix(count)), default: []].append(index)
        byEnds[joint(words.suffix(count)), default: []].append(index)
      }
    }
    if name.kind == .person {
      let leads = first.classes.contains(.familyName) && !last.classes.contains(.familyName)
      var isEastern = leads && (words.count == 3 || !first.classes.contains(.givenName)) && words.count <= 3
      if last.traits.contains(.pair) {
        // `Lee Sang-min`; in `Andrew Leung Kwan-yuen` the family name stands in the middle.
        if words.count < name.words.count { byEnds[joint(words), default: []].append(index) }
        if words.count > 2 {
          words[words.count - 2].note(index, in: &bySurname)
          first.note(index, in: &byFirst)
          return
        }
        isEastern = true
      }
      (isEastern ? first : last).note(index, in: &bySurname)
      (isEastern ? last : first).note(index, in: &byFirst)
      for word in words.dropFirst().dropLast() where word.end - word.start > 2 { word.note(index, in: &byMiddle) }
      return
    }
    if words.count == 2, name.kind == .place, isQuarter(first) { last.note(index, in: &byQuarter) }
    if last.classes.contains(.orgHead) { last.note(index, in: &byOrgHead) }
    if words.count == 3, first.classes.contains(.orgHead), words[1].key == fingerprint("of") {
      first.note(index, in: &byOrgHead)
      last.note(index, in: &byObject)
    }
    if first.classes.isDisjoint(with: [.common, .placeOpener, .nationality]) || name.words.opensPlainly {
      first.note(index, in: &byOpening)
    }
    var initials = Fingerprint()
    for word in words where word.traits.contains(.capitalised) { initials.add(word.initial) }
    byInitials[initials.value, default: []].append(index)
  }

  /// A longer name of the same kind, or of none, that begins or ends with these words.
  func longer(than words: [NameWord], of kind: Figure.Kind, in names: [Casting.Name]) -> Int? {
    byEnds[joint(words)]?.first { names[$0].kind == kind || kind == .person && names[$0].votes.max() <= 2 }
  }
}

private func isQuarter(_ word: NameWord) -> Bool { quarters.contains(word.key) }

private let quarters = ["south", "north", "east", "west", "new"].map { fingerprint($0) }

extension NameWord {
  fileprivate func note(_ index: Int, in table: inout [UInt64: [Int]]) { table[key, default: []].append(index) }
}
