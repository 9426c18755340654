import Syntax

/// Finds the names of one passage by their own words.
func readSightings(in bytes: [UInt8], units: [Unit], quotations: [QuotationPart]) -> Sightings {
  var reader = NameReader(bytes)
  for unit in units {
    guard let setting = setting(of: unit.kind) else { continue }
    reader.read(unit, as: setting)
  }
  reader.markQuoted(quotations)
  return reader.sightings
}

/// Nil for a field that names no one.
private func setting(of kind: Unit.Kind) -> NameSetting? {
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

/// Reads one unit after the other; the steps are in the files `NameRuns`, `NameParts` and `KindCues`.
struct NameReader {
  let bytes: [UInt8]
  var sightings = Sightings()

  /// The words of the unit at hand, and what the lists say of each.
  var words: [Word] = []
  var classes: [WordClasses] = []
  var setting = NameSetting.body
  var style = CapitalStyle.sentence
  /// Small letters of the words last looked up.
  var folded: [UInt8] = []
  var ends: [Int] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read(_ unit: Unit, as setting: NameSetting) {
    self.setting = setting
    words = Semantics.words(of: unit, in: bytes)
    guard words.contains(where: \.isCapitalised) else { return }
    classes.removeAll(keepingCapacity: true)
    for index in words.indices { classes.append(lookUp(index)) }
    style = capitalStyle(isHeading: setting == .heading || setting == .headline)
    var index = 0
    while let run = nextRun(from: index) {
      index = run.upperBound
      readRun(run)
    }
  }

  mutating func markQuoted(_ quotations: [QuotationPart]) {
    guard !quotations.isEmpty else { return }
    for index in sightings.all.indices {
      let extent = sightings.all[index].extent
      if quotations.contains(where: { $0.extent.start <= extent.start && extent.end <= $0.extent.end }) {
        sightings.all[index].traits.insert(.quoted)
      }
    }
  }

  /// What the lists say of one word.
  private mutating func lookUp(_ index: Int) -> WordClasses {
    let word = words[index]
    if word.isMark { return word.is("&") ? .connector : [] }
    if word.traits.contains(.address) { return .never }
    fold(index..<index + 1)
    let name = folded.span
    if !word.isCapitalised {
      var classes: WordClasses = [.common, WordBook.news.classes(of: name, WordClasses.newsLetter)]
      if name.count <= 4, connectors.contains(name, 0..<name.count) { classes.insert(.connector) }
      return classes
    }
    var classes = WordBook.news.classes(of: name, WordClasses.newsLetter)
    if isCommon(name) { classes.insert(.common) }
    if !word.traits.contains(.allCapitals) || name.count > 3, WordBook.given.contains(name) {
      classes.insert(.givenName)
    }
    let known = WordBook.known.classes(of: name, WordClasses.knownLetter)
    if !known.contains(.capitalsOnly) || word.traits.contains(.allCapitals) { classes.formUnion(known) }
    classes.formUnion(WordBook.towns.classes(of: name, WordClasses.knownLetter))
    return classes
  }

  /// Puts the words with single blanks between them into `folded`, and where each ends into `ends`.
  mutating func fold(_ range: Range<Int>) {
    folded.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for index in range {
      if index > range.lowerBound, !words[index].traits.contains(.glued) { folded.append(0x20) }
      let extent = words[index].extent.range
      var last: UInt8 = 0
      var offset = extent.lowerBound
      while offset < extent.upperBound {
        var byte = lowered(bytes[offset])
        if last == 0xC3, byte >= 0x80, byte <= 0x9E { byte += 0x20 }
        if byte == 0xE2, offset + 2 < extent.upperBound, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x99 {
          byte = 0x27
          offset += 2
        }
        folded.append(byte)
        last = byte
        offset += 1
      }
      ends.append(folded.count)
    }
  }
}

/// True for a word of the dictionary or its plural.
private func isCommon(_ name: Span<UInt8>) -> Bool {
  if WordBook.common.contains(name) { return true }
  guard name.count > 3, name[name.count - 1] == UInt8(ascii: "s") else { return false }
  return WordBook.common.contains(name.extracting(0..<name.count - 1))
}

private let connectors = WordList("of the and for de la del da dos das do van von der den bin ibn bint al el le du y e")
