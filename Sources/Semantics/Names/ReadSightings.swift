import Syntax

/// Finds the names of one passage by their own words.
func readSightings(in bytes: [UInt8], units: [Unit], quotations: [QuotationPart]) -> Sightings {
  var sightings = Sightings()
  for unit in units {
    guard let setting = setting(of: unit.kind) else { continue }
    let words = words(of: unit, in: bytes)
    var index = 0
    while index < words.count {
      guard isName(words[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < words.count, !words[end - 1].isPossessive, isName(words[end]), !words[end].startsSentence {
        end += 1
      }
      let first = sightings.words.count
      for word in words[index..<end] {
        sightings.words.append(
          NameWord(start: word.start, end: word.end, key: word.key, traits: word.traits, classes: []))
      }
      var traits: Sighting.Traits = words[end - 1].isPossessive ? [.possessive] : []
      if words[index].startsSentence, end - index == 1 { traits.insert(.needsProof) }
      let extent = Extent(Int(words[index].start), Int(words[end - 1].end))
      if quotations.contains(where: { $0.extent.start <= extent.start && extent.end <= $0.extent.end }) {
        traits.insert(.quoted)
      }
      sightings.all.append(
        Sighting(
          extent: extent, role: Extent(0, 0), setting: setting, traits: traits, votes: .zero,
          firstWord: UInt32(clamping: first), wordCount: UInt8(clamping: end - index)))
      index = end
    }
  }
  return sightings
}

private func isName(_ word: Word) -> Bool {
  word.isCapitalised && !word.is("i") && !word.traits.contains(.contraction)
}

/// Nil for a field that names no one.
func setting(of kind: Unit.Kind) -> NameSetting? {
  switch kind {
  case .paragraph, .quoted: .body
  case .attribution: .attribution
  case .heading: .heading
  case .notes: .notes
  case .field(.headline): .headline
  case .field(.by), .field(.dek), .field(.dateline), .field(.correction), .field(.note), .field(.source): .field
  case .field: nil
  }
}
