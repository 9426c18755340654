import Syntax

/// Finds the names of one passage by their own words.
///
/// `words` are those of each unit.
func readSightings(
  in bytes: [UInt8], units: Units, _ words: [[Word]], quotations: [QuotationPart]
) -> PackedSightings {
  var reader = NameReader(bytes)
  for (unit, words) in zip(units, words) {
    guard let setting = setting(of: unit.kind) else { continue }
    reader.read(words, as: setting)
  }
  reader.markQuoted(quotations)
  reader.sightings.number(in: bytes)
  return PackedSightings(reader.sightings)
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

/// Reads one unit after the other; the steps are in the files `NameRuns`, `NameParts`, `KindCues` and `OwnWords`.
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

  mutating func read(_ words: [Word], as setting: NameSetting) {
    self.setting = setting
    self.words = words
    guard words.contains(where: \.isCapitalised) else { return }
    splitHyphens()
    classes.removeAll(keepingCapacity: true)
    classes.reserveCapacity(self.words.count)
    for index in self.words.indices { classes.append(lookUp(index)) }
    style =
      setting == .field || setting == .attribution
      ? .sentence : capitalStyle(isHeading: setting == .heading || setting == .headline)
    var index = 0
    let first = sightings.all.count
    while let run = nextRun(from: index) {
      index = run.upperBound
      readRun(run)
    }
    shareInLists(from: first)
  }

  /// Cuts `Beijing-based`, `US-China` and `anti-China` in two.
  private mutating func splitHyphens() {
    var index = 0
    while index < words.count {
      let word = words[index]
      if word.traits.contains(.hyphened), let cut = word.isCapitalised ? hyphenCut(word) : prefixCut(word) {
        let range = word.extent.range
        words[index] = part(of: word, range.lowerBound, cut, isLast: false)
        words.insert(part(of: word, cut + 1, range.upperBound, isLast: true), at: index + 1)
        index += 1
      }
      index += 1
    }
  }

  /// Where the hyphen stands in `anti-China`.
  private func prefixCut(_ word: Word) -> Int? {
    let range = word.extent.range
    guard let cut = bytes[range].firstIndex(of: UInt8(ascii: "-")), cut + 3 < range.upperBound,
      lowered(bytes[cut + 1]) != bytes[cut + 1], prefixes.contains(bytes.span, range.lowerBound..<cut)
    else { return nil }
    return cut
  }

  /// Where the hyphen stands that joins a name to something else.
  private mutating func hyphenCut(_ word: Word) -> Int? {
    let range = word.extent.range
    guard let cut = bytes[range].firstIndex(of: UInt8(ascii: "-")), cut > range.lowerBound + 1,
      cut + 2 < range.upperBound
    else { return nil }
    guard let first = bytes[range].first, lowered(first) != first else { return nil }
    let right = part(of: word, cut + 1, range.upperBound, isLast: true)
    if !right.isCapitalised { return hyphenTails.contains(bytes.span, cut + 1..<range.upperBound) ? cut : nil }
    guard !right.traits.contains(.hyphened) else { return nil }
    for part in [part(of: word, range.lowerBound, cut, isLast: false), right] {
      let lists = WordKinds.of(part.key)
      let known = lists.known.union(lists.towns).union(lists.news)
      if known.isDisjoint(with: [.knownPlace, .nationality]) { return nil }
    }
    return cut
  }

  private func part(of word: Word, _ start: Int, _ end: Int, isLast: Bool) -> Word {
    var key = Fingerprint()
    var capitals = 0
    var index = start
    while index < end {
      let length = min(scalarLength(bytes[index]), end - index)
      if length == 1 {
        key.add(lowered(bytes[index]))
        if lowered(bytes[index]) != bytes[index] { capitals += 1 }
      } else {
        _ = addScalar(bytes.span, index, length, to: &key)
      }
      index += length
    }
    var traits = word.traits.subtracting([.hyphened, .allCapitals, .capitalised, .digit])
    traits.subtract([.mixed, .pair])
    if !isLast { traits.subtract([.possessive, .dotted]) } else { traits.subtract(.startsSentence) }
    if isLast { traits.insert(.glued) }
    if bytes[start..<end].contains(UInt8(ascii: "-")) { traits.insert(.hyphened) }
    if bytes[start..<end].contains(where: isDigit) { traits.insert(.digit) }
    if let first = bytes[start..<end].first, lowered(first) != first { traits.insert(.capitalised) }
    if capitals >= 2, capitals == end - start { traits.insert(.allCapitals) }
    return Word(start: UInt32(clamping: start), end: UInt32(clamping: end), traits: traits, key: key.value)
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
  private func lookUp(_ index: Int) -> WordClasses {
    let word = words[index]
    if word.isMark { return word.is("&") ? .connector : [] }
    if word.traits.contains(.address) { return .never }
    let lists = WordKinds.of(word.key)
    var classes = lists.news
    if lists.opensPhrase { classes.insert(.opensPhrase) }
    if !word.isCapitalised { return classes.union(.common) }
    classes.remove(.connector)
    if classes.contains(.grammar), !word.traits.contains(.allCapitals) { return classes.union(.common) }
    if classes.contains(.honorific) { return classes.subtracting(.common) }
    if !classes.contains(.common), isPlural(word) || isCompound(word) { classes.insert(.common) }
    if lists.isGiven, !word.traits.contains(.allCapitals) || word.letterCount > 3 { classes.insert(.givenName) }
    if classes.contains(.grammar), word.traits.contains(.allCapitals), stands(index) { classes.subtract(.never) }
    if !lists.known.contains(.capitalsOnly) || word.traits.contains(.allCapitals) { classes.formUnion(lists.known) }
    classes.formUnion(lists.towns)
    return classes
  }

  /// The dictionary leaves out what only has an s behind it.
  private func isPlural(_ word: Word) -> Bool {
    let count = word.letterCount
    guard count > 3, lowered(bytes[Int(word.start) + count - 1]) == UInt8(ascii: "s") else { return false }
    return WordKinds.of(Fingerprint.dropping(UInt8(ascii: "s"), from: word.key)).news.contains(.common)
  }

  /// True where both halves of a word with a hyphen are in the dictionary.
  private func isCompound(_ word: Word) -> Bool {
    guard word.traits.contains(.hyphened) else { return false }
    let name = bytes[Int(word.start)..<Int(word.start) + word.letterCount]
    guard let cut = name.dropFirst(2).dropLast(2).firstIndex(of: UInt8(ascii: "-")) else { return false }
    return [name[..<cut], name[(cut + 1)...]].allSatisfy { half in
      var key = Fingerprint()
      for byte in half { key.add(lowered(byte)) }
      return WordKinds.of(key.value).news.contains(.common)
    }
  }

  /// True for a word in capitals among words that are not.
  private func stands(_ index: Int) -> Bool {
    let isAfter = index > 0 && words[index - 1].traits.contains(.allCapitals)
    return !isAfter && !(index + 1 < words.count && words[index + 1].traits.contains(.allCapitals))
  }

  /// Puts the words with single blanks between them into `folded`, and where each ends into `ends`.
  mutating func fold(_ range: Range<Int>) {
    folded.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for index in range {
      if index > range.lowerBound, !words[index].traits.contains(.glued) { folded.append(0x20) }
      var extent = words[index].extent.range
      if words[index].traits.contains(.dotted), extent.count > 1 { extent = extent.dropLast() }
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

private let prefixes = WordList("anti pro non pre post mid trans inter")

/// What may follow the hyphen in `Beijing-based`.
private let hyphenTails = WordList(
  """
  based led backed born made owned run controlled occupied held style trained educated funded sponsored listed bound \
  wide area flagged brokered mediated dominated affiliated linked aligned allied friendly parent era like inspired \
  supported administered registered ruled themed hosted
  """)
