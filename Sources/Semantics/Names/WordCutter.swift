/// Walks the bytes of a unit once, from word to word.
struct WordCutter {
  let end: Int
  private var isStart = true
  private var isGlued = false
  private var isAfterBreak = false
  /// After an abbreviation, `The` begins a sentence and `Smith` does not.
  private var mayStart = false
  private var count = 0

  init(end: Int) { self.end = end }

  mutating func cut(_ bytes: Span<UInt8>, from start: Int, into words: inout [Word]) {
    var index = start
    while index < end {
      let byte = bytes[index]
      switch byteClass(byte) {
      case .blank:
        isGlued = false
        if byte == 0x0A || byte == 0x0D { isAfterBreak = true }
        index += 1
      case .letter, .digit: index = cutWord(bytes, index, into: &words)
      case .mark:
        if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#"), !isGlued, index + 1 < end,
          isWordByte(bytes, index + 1)
        {
          index = cutAddress(bytes, index, into: &words)
        } else {
          index = cutMark(bytes, index, 1, into: &words)
        }
      case .lead: index = cutScalar(bytes, index, into: &words)
      }
    }
  }

  /// A byte that begins a character outside ASCII: a letter, a mark or a blank.
  private mutating func cutScalar(_ bytes: Span<UInt8>, _ index: Int, into words: inout [Word]) -> Int {
    switch scalarClass(bytes, index, end) {
    case .letter: return cutWord(bytes, index, into: &words)
    case .blank:
      isGlued = false
      return min(index + scalarLength(bytes[index]), end)
    default: return cutMark(bytes, index, min(scalarLength(bytes[index]), end - index), into: &words)
    }
  }

  private mutating func cutMark(_ bytes: Span<UInt8>, _ index: Int, _ length: Int, into words: inout [Word]) -> Int {
    var traits: Word.Traits = [.mark]
    if isGlued { traits.insert(.glued) }
    if isStart { traits.insert(.startsSentence) }
    if isAfterBreak { traits.insert(.afterBreak) }
    var key = Fingerprint()
    for offset in 0..<length { key.add(bytes[index + offset]) }
    words.append(
      Word(start: UInt32(clamping: index), end: UInt32(clamping: index + length), traits: traits, key: key.value))
    let next = index + length
    let isSpaced = next >= end || byteClass(bytes[next]) == .blank
    switch markSense(bytes, index, length) {
    case .stop: isStart = true
    case .opening: isStart = true
    case .straightQuote: if !isGlued && !isSpaced { isStart = true }
    case .colon: if isSpaced { isStart = true }
    case .dash: if !isGlued && count < 14 { isStart = true }
    case .bullet: if count == 0 { isStart = true }
    case .neutral: break
    case .separating: isStart = false
    }
    mayStart = false
    isGlued = true
    isAfterBreak = false
    return next
  }

  /// `@name`, `#tag` or an address of the web, up to the next blank.
  private mutating func cutAddress(
    _ bytes: Span<UInt8>, _ start: Int, isLink: Bool = false, into words: inout [Word]
  ) -> Int {
    var index = start + 1
    while index < end, isLink ? byteClass(bytes[index]) != .blank : isWordByte(bytes, index) { index += 1 }
    var key = Fingerprint()
    for offset in start..<index { key.add(lowered(bytes[offset])) }
    finish(start, index, [.address], key.value, into: &words)
    isGlued = true
    return index
  }

  private mutating func cutWord(_ bytes: Span<UInt8>, _ start: Int, into words: inout [Word]) -> Int {
    var key = Fingerprint()
    var traits: Word.Traits = []
    // Small letters first, which most words are made of.
    var index = addSmallLetters(bytes, start, to: &key)
    var letters = index - start
    var capitals = 0
    var innerDots = 0
    /// Where the last part after a hyphen or an apostrophe begins.
    var part = start
    scan: while index < end {
      let byte = bytes[index]
      switch byteClass(byte) {
      case .letter:
        let small = lowered(byte)
        if small != byte {
          if index == start { traits.insert(.capitalised) }
          if index == start + 1, letters == 1, capitals == 0 { traits.insert(.capitalised) }
          if index == part, index > start, isAttached(bytes, start, part) { traits.insert(.capitalised) }
          capitals += 1
        }
        key.add(small)
        let next = addSmallLetters(bytes, index + 1, to: &key)
        letters += next - index
        index = next
      case .digit:
        traits.insert(.digit)
        key.add(byte)
        index += 1
      case .lead:
        let length = scalarLength(byte)
        if isApostrophe(bytes, index, end) {
          guard let next = joined(bytes, index, 3, start, &traits) else { break scan }
          key.add(0x27)
          index = next
          part = index
        } else if index + length <= end, scalarClass(bytes, index, end) == .letter {
          let isCapital = addScalar(bytes, index, length, to: &key)
          if isCapital {
            if index == start || index == part { traits.insert(.capitalised) }
            capitals += 1
          }
          letters += 1
          index += length
        } else {
          break scan
        }
      case .mark:
        switch byte {
        case UInt8(ascii: "'"):
          guard let next = joined(bytes, index, 1, start, &traits) else { break scan }
          key.add(byte)
          index = next
          part = index
        case UInt8(ascii: "-"), UInt8(ascii: "&"):
          guard index + 1 < end, isWordByte(bytes, index + 1) else { break scan }
          if byte == UInt8(ascii: "-") { traits.insert(.hyphened) }
          key.add(byte)
          index += 1
          part = index
        case UInt8(ascii: "."):
          guard index + 1 < end, joinsDot(bytes, index, start) else { break scan }
          innerDots += 1
          key.add(byte)
          index += 1
        case UInt8(ascii: ","), UInt8(ascii: ":"):
          guard index + 1 < end, traits.contains(.digit), isDigit(bytes[index - 1]), isDigit(bytes[index + 1]) else {
            if byte == UInt8(ascii: ":"), index + 2 < end, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F {
              return cutAddress(bytes, start, isLink: true, into: &words)
            }
            break scan
          }
          key.add(byte)
          index += 1
        case UInt8(ascii: "@"):
          guard index + 1 < end, isWordByte(bytes, index + 1) else { break scan }
          traits.insert(.address)
          index += 1
        default: break scan
        }
      case .blank: break scan
      }
    }
    if capitals == letters {
      if capitals >= 2 || capitals == 1 && traits.contains(.digit) { traits.insert(.allCapitals) }
    } else if capitals >= 2 || capitals == 1 && lowered(bytes[start]) == bytes[start] {
      traits.insert(.mixed)
    } else if capitals == 1, traits.contains(.hyphened), traits.isDisjoint(with: [.digit]) {
      traits.insert(.pair)
    }
    let last = index
    var next = index
    if let ending = possessiveLength(bytes, index) {
      traits.insert(.possessive)
      next = index + ending
    } else if index < end, bytes[index] == UInt8(ascii: "."),
      isAbbreviation(bytes, start, index, innerDots, letters, capitals)
    {
      traits.insert(.dotted)
      next = index + 1
      if let ending = possessiveLength(bytes, next) {
        finish(start, next, traits.union(.possessive), key.value, into: &words)
        return next + ending
      }
      finish(start, next, traits, key.value, into: &words)
      mayStart = true
      return next
    }
    finish(start, last, traits, key.value, into: &words)
    return next
  }

  private mutating func finish(
    _ start: Int, _ end: Int, _ traits: Word.Traits, _ key: UInt64, into words: inout [Word]
  ) {
    var traits = traits
    if isGlued { traits.insert(.glued) }
    if isAfterBreak { traits.insert(.afterBreak) }
    if isStart || mayStart && traits.contains(.capitalised) && startsSentences(key) { traits.insert(.startsSentence) }
    words.append(Word(start: UInt32(clamping: start), end: UInt32(clamping: end), traits: traits, key: key))
    isStart = false
    mayStart = false
    isGlued = true
    isAfterBreak = false
    count += 1
  }

  private func isWordByte(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    switch byteClass(bytes[index]) {
    case .letter, .digit: true
    case .lead: scalarClass(bytes, index, end) == .letter
    case .blank, .mark: false
    }
  }

  private func addSmallLetters(_ bytes: Span<UInt8>, _ start: Int, to key: inout Fingerprint) -> Int {
    var index = start
    while index < end, bytes[index] &- 0x61 < 26 {
      key.add(bytes[index])
      index += 1
    }
    return index
  }

  /// The index after an apostrophe inside a word; nil where the word ends before it.
  private func joined(
    _ bytes: Span<UInt8>, _ index: Int, _ length: Int, _ start: Int, _ traits: inout Word.Traits
  ) -> Int? {
    let next = index + length
    guard next < end, isWordByte(bytes, next) else { return nil }
    if possessiveLength(bytes, index) != nil { return nil }
    var tail = next
    while tail < end, isWordByte(bytes, tail) { tail += 1 }
    let first = lowered(bytes[next])
    let isShort =
      tail - next == 1 && (first == UInt8(ascii: "t") || first == UInt8(ascii: "m") || first == UInt8(ascii: "d"))
      || tail - next == 2 && (first == UInt8(ascii: "r") || first == UInt8(ascii: "v") || first == UInt8(ascii: "l"))
    if isShort, index > start { traits.insert(.contraction) }
    return next
  }

  /// The length of `'s`, `’s`, or of an apostrophe after an s that ends the word; nil where none stands at `index`.
  private func possessiveLength(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard index < end, index > 0 else { return nil }
    let byte = bytes[index]
    let mark = byte == UInt8(ascii: "'") ? 1 : byte == 0xE2 && isApostrophe(bytes, index, end) ? 3 : 0
    guard mark > 0 else { return nil }
    let next = index + mark
    if next < end, lowered(bytes[next]) == UInt8(ascii: "s"), next + 1 >= end || !isWordByte(bytes, next + 1) {
      return mark + 1
    }
    guard lowered(bytes[index - 1]) == UInt8(ascii: "s"), next < end, bytes[next] == 0x20 else { return nil }
    return mark
  }

  /// True for a full stop inside `U.S`, `Amazon.com` or `3.5`, not for one between two sentences.
  private func joinsDot(_ bytes: Span<UInt8>, _ index: Int, _ start: Int) -> Bool {
    guard isWordByte(bytes, index + 1) else { return false }
    let before = bytes[index - 1]
    let after = bytes[index + 1]
    if isDigit(before) || isDigit(after) { return isDigit(before) && isDigit(after) }
    if index - start == 1 || index >= 2 && bytes[index - 2] == UInt8(ascii: ".") { return true }
    return lowered(after) == after && after < 0x80 && before < 0x80
  }

  private func isAbbreviation(
    _ bytes: Span<UInt8>, _ start: Int, _ index: Int, _ innerDots: Int, _ letters: Int, _ capitals: Int
  ) -> Bool {
    let length = index - start
    if innerDots > 0 { return length <= 2 * innerDots + 1 || length <= 6 && capitals >= 2 }
    if length == 1 { return capitals == 1 && bytes[start] != UInt8(ascii: "I") }
    guard length <= 6, capitals >= 1 else { return false }
    return abbreviations.contains(bytes, start..<index)
  }
}

/// `al-`, `d’` and the like may stand in small letters before the capital of a name.
private func isAttached(_ bytes: Span<UInt8>, _ start: Int, _ part: Int) -> Bool {
  var end = part - 1
  while end > start, bytes[end] & 0xC0 == 0x80 || bytes[end] == 0xE2 { end -= 1 }
  if end < part - 1, end + 1 < part { end += 1 }
  return end > start && attached.contains(bytes, start..<end)
}

private let attached = WordList("al el an ar as ad at az ash ul ur d l dell de di bin ibn abu")

private let abbreviations = WordList(
  """
  Mr Mrs Ms Dr Prof Rev Hon Sen Sens Rep Reps Gov Govs Gen Maj Col Lt Capt Cmdr Sgt Cpl Adm Brig Supt Insp Det St Ste \
  Mt Ft Jr Sr Inc Corp Co Cos Ltd Bros vs No Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Dept Univ Assn Ave Blvd \
  Rd Calif Mass Conn Va Md Pa Ill Ky Fla Ga Ala Ariz Wis Minn Mich Tenn Tex Wash Ore Colo Nev Vt Ph Esq Msgr Fr Sgts Del \
  Ark Okla Kan Neb Ind Pvt Amb Atty Pres Messrs Mme Mlle Hr Sh
  """)
