import Syntax

extension NameReader {
  /// What the words of the name themselves say: person, organisation, place, event.
  func ownVotes(_ part: NamePart) -> SIMD4<Int8> {
    var votes = SIMD4<Int8>.zero
    let range = part.range
    let first = range.lowerBound
    let last = range.upperBound - 1
    if part.known.contains(.knownOrg) { votes[1] += 12 }
    if part.known.contains(.knownPlace) { votes[2] += 12 }
    if part.known.contains(.knownEvent) { votes[3] += 10 }
    if part.known.contains(.town) {
      let isName = !classes[first].isDisjoint(with: [.givenName, .familyName, .common])
      votes[2] += range.count > 1 ? 8 : isName ? 2 : part.known.contains(.bigTown) ? 8 : 5
    }
    if range.count == 1 {
      if words[first].traits.contains(.allCapitals), words[first].extent.count <= 6 { votes[1] += 4 }
      // `BankDhofar`, not `McKay`
      if words[first].traits.contains(.mixed), !isPersonal(first) { votes[1] += 3 }
      if hasPlaceEnding(first) { votes[2] += 1 }
      if classes[first].contains(.givenName), !classes[first].contains(.common) { votes[0] += 1 }
      if classes[first].contains(.familyName) { votes[0] += 3 }
      return votes
    }
    if !part.known.isDisjoint(with: [.knownOrg, .knownPlace, .knownEvent]) { return votes }
    var all: WordClasses = []
    var commonCount = 0
    var takesOf = false
    for index in range {
      all.formUnion(classes[index])
      if classes[index].contains(.common) { commonCount += 1 }
      if words[index].is("of") || words[index].is("for") { takesOf = true }
      if words[index].is("&") { votes[1] += 5 }
    }
    if classes[last].contains(.orgHead) || classes[first].contains(.orgOpener) && takesOf {
      votes[1] += 8
    } else if classes[last].contains(.placeHead) || takesOf && isState(range) {
      votes[2] += 7
    } else if classes[first].contains(.placeOpener), classes[first].isDisjoint(with: [.givenName, .title]) {
      votes[2] += 3
    } else if classes[last].contains(.eventHead) {
      votes[3] += 6
    } else if all.contains(.orgHead), range.contains(where: { classes[$0].contains([.orgHead, .common]) }) {
      votes[1] += 7
    }
    guard range.count <= 5, all.isDisjoint(with: [.orgHead, .placeHead, .eventHead]) || votes[1] == 0 && votes[2] == 0
    else {
      return votes
    }
    votes &+= personVotes(range, commonCount)
    return votes
  }

  /// `the United Republic of Tanzania`
  private func isState(_ range: Range<Int>) -> Bool {
    guard let of = range.first(where: { words[$0].is("of") }), of > range.lowerBound else { return false }
    return classes[of - 1].contains(.placeHead) && !classes[of - 1].contains(.orgHead)
      && classes[range.upperBound - 1].contains(.knownPlace)
  }

  private func personVotes(_ range: Range<Int>, _ commonCount: Int) -> SIMD4<Int8> {
    var votes = SIMD4<Int8>.zero
    let first = range.lowerBound
    let last = range.upperBound - 1
    if classes[first].contains(.givenName) {
      votes[0] += classes[last].contains(.common) && !classes[last].contains(.familyName) ? 3 : 6
    }
    if classes[last].contains(.familyName) || classes[first].contains(.familyName) && range.count <= 3 { votes[0] += 3 }
    for index in range {
      if words[index].traits.contains(.dotted), words[index].extent.count == 2 { votes[0] += 4 }
      if index > first, isParticle(index) { votes[0] += 1 }
      if words[index].traits.contains(.pair) { votes[0] += 5 }
    }
    if commonCount == 0, range.count <= 3 {
      votes[0] += 1
    } else if commonCount == range.count, !classes[first].contains(.givenName) {
      votes[1] += 2
    }
    if words[last].is("jr") || words[last].is("sr") { votes[0] += 6 }
    return votes
  }

  /// A capital inside the word as surnames have it: McKay, DeVito, O’Neill.
  private func isPersonal(_ index: Int) -> Bool {
    let name = bytes[words[index].extent.range]
    return personal.contains { name.starts(with: $0.utf8Start, count: $0.utf8CodeUnitCount) }
  }

  /// `Islamabad`, `Jamalpur`
  private func hasPlaceEnding(_ index: Int) -> Bool {
    let name = bytes[words[index].extent.range]
    return name.count > 5
      && placeEndings.contains {
        name.suffix($0.utf8CodeUnitCount).starts(with: $0.utf8Start, count: $0.utf8CodeUnitCount)
      }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func starts(with bytes: UnsafePointer<UInt8>, count: Int) -> Bool {
    starts(with: UnsafeBufferPointer(start: bytes, count: count))
  }
}

private let personal: [StaticString] = [
  "Mc", "Mac", "De", "Di", "Da", "La", "Le", "Van", "O'", "O’", "D'", "D’", "Fitz", "Al", "El",
]

private let placeEndings: [StaticString] = [
  "abad", "stan", "pur", "pura", "puram", "ville", "burg", "burgh", "grad", "land", "nagar", "ganj", "shire", "bridge",
  "field", "polis", "city", "gaon", "garh", "wadi", "town", "ford", "berg", "chester", "mouth", "shan", "zhou", "jiang",
]
