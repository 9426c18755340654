import Syntax

/// A unit as a row of words, marks and whole quotations, cut into sentences.
struct SentenceRow {
  struct Item {
    let extent: Extent
    let roles: WordRoles
    let traits: Word.Traits
    let key: UInt64
    /// Index of the quotation part.
    let quotation: Int?

    var isQuotation: Bool { quotation != nil }
    var isMark: Bool { traits.contains(.mark) }
    var isWord: Bool { quotation == nil && !traits.contains(.mark) }
    var isCapital: Bool { traits.contains(.capitalised) }
    var isComma: Bool { isMark && key == commaKey }
    var isColon: Bool { isMark && key == colonKey }
    var isDash: Bool { isMark && dashKeys.contains(key) }
    /// Gives way between subject and verb.
    var isAuxiliary: Bool { roles.contains(.auxiliary) && (!isCapital || isDay) || isAdverb }
    var isDay: Bool { isCapital && roles.contains(.day) }
    let isAdverb: Bool
  }

  let bytes: [UInt8]
  let items: [Item]
  /// Index ranges in `items`.
  let sentences: [Range<Int>]
  let parts: [QuotationPart]

  /// `quotations`: the indices in `parts` of those that stand in the unit, in order.
  init(_ bytes: [UInt8], words: ArraySlice<Word>, parts: [QuotationPart], quotations: Range<Int>) {
    self.bytes = bytes
    self.parts = parts
    var items: [Item] = []
    items.reserveCapacity(words.count)
    var next = quotations.lowerBound
    for word in words {
      while next < quotations.upperBound, parts[next].extent.upperBound <= Int(word.start) {
        items.append(Item(parts[next].extent, next))
        next += 1
      }
      if next < quotations.upperBound, parts[next].extent.lowerBound < Int(word.end) { continue }
      items.append(Item(word, bytes))
    }
    for index in next..<max(next, quotations.upperBound) { items.append(Item(parts[index].extent, index)) }
    self.items = items
    sentences = cutSentences(items, parts, bytes)
  }

  func isWord(_ index: Int, _ text: StaticString) -> Bool {
    items.indices.contains(index) && items[index].isWord && items[index].key == fingerprint(text)
  }

  /// `.`, `!` and `?`
  static func stops(_ key: UInt64) -> Bool { stopKeys.contains(key) }

  /// How the words of a quotation end.
  func ending(of quotation: Int) -> QuotationEnding { QuotationEnding(bytes, parts[quotation].words) }
}

extension SentenceRow.Item {
  fileprivate init(_ extent: Extent, _ quotation: Int) {
    self.init(extent: extent, roles: [], traits: [], key: 0, quotation: quotation, isAdverb: false)
  }

  fileprivate init(_ word: Word, _ bytes: [UInt8]) {
    let end = Int(word.end)
    let isAdverb = end - Int(word.start) > 4 && bytes[end - 1] == 0x79 && bytes[end - 2] == 0x6C && !word.isCapitalised
    self.init(
      extent: word.extent, roles: word.isMark ? [] : Semantics.roles(of: word.key), traits: word.traits, key: word.key,
      quotation: nil, isAdverb: isAdverb)
  }
}

/// The punctuation with which quoted words end.
enum QuotationEnding {
  case comma, stop, question, dash, colon, none

  init(_ bytes: [UInt8], _ words: Extent) {
    var end = trimmed(bytes, words.lowerBound, words.upperBound)
    while end > words.lowerBound {
      let byte = bytes[end - 1]
      if byte == 0x27 || byte == 0x22 {
        end -= 1
      } else if end - 3 >= words.lowerBound, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
        byte == 0x99 || byte == 0x9D
      {
        end -= 3
      } else {
        break
      }
    }
    guard end > words.lowerBound else {
      self = .none
      return
    }
    switch bytes[end - 1] {
    case 0x2C: self = .comma
    case 0x2E: self = .stop
    case 0x21, 0x3F: self = .question
    case 0x3A: self = .colon
    case 0x2D: self = .dash
    default:
      guard end - 3 >= words.lowerBound, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80 else {
        self = .none
        return
      }
      self = bytes[end - 1] == 0xA6 ? .question : (0x92...0x95).contains(bytes[end - 1]) ? .dash : .none
    }
  }
}

private let commaKey = fingerprint(",")
private let colonKey = fingerprint(":")
private let dashKeys = [fingerprint("-"), fingerprint("—"), fingerprint("–")]
private let runsOnKeys = [",", ")", ";", ":"].map { fingerprint($0) }
private let stopKeys = [fingerprint("."), fingerprint("!"), fingerprint("?")]

private func cutSentences(
  _ items: [SentenceRow.Item], _ parts: [QuotationPart], _ bytes: [UInt8]
) -> [Range<Int>] {
  var sentences: [Range<Int>] = []
  var start = 0
  for index in items.indices where endsSentence(items, index, parts, bytes) {
    sentences.append(start..<index + 1)
    start = index + 1
  }
  if start < items.count { sentences.append(start..<items.count) }
  return sentences
}

private func endsSentence(
  _ items: [SentenceRow.Item], _ index: Int, _ parts: [QuotationPart], _ bytes: [UInt8]
) -> Bool {
  let item = items[index]
  if item.isMark {
    // The dot of (R-Ky.) or of Ohio., said.
    guard stopKeys.contains(item.key) else { return false }
    return index + 1 == items.count || !items[index + 1].isMark || !runsOnKeys.contains(items[index + 1].key)
  }
  guard let quotation = item.quotation else { return false }
  let ending = QuotationEnding(bytes, parts[quotation].words)
  guard ending == .stop || ending == .question, index + 1 < items.count else { return false }
  let next = items[index + 1]
  if next.isQuotation { return true }
  guard next.isWord, next.isCapital || next.traits.contains(.digit) else { return false }
  return !(ending == .question && attributesBehindComma(items, from: index + 1))
    && !attributes(items, from: index + 1, isStrict: ending == .stop)
}

/// `Rep. Jane Roe, R-Ohio, said` after a question or a cry.
private func attributesBehindComma(_ items: [SentenceRow.Item], from start: Int) -> Bool {
  var commas = 0
  for index in start..<min(start + 14, items.count) {
    let item = items[index]
    if item.isComma { commas += 1 } else if !item.isWord { return false }
    if item.isWord, !item.isCapital, item.roles.contains(.speech) { return commas == 2 && items[index - 1].isComma }
    if item.isWord, index < start + 2, !item.isCapital { return false }
  }
  return false
}

/// `Trump said`, `Mayor Jane Roe asked` after a quotation that ends in its own stop; strict: and the sentence ends there.
private func attributes(_ items: [SentenceRow.Item], from start: Int, isStrict: Bool) -> Bool {
  var index = start
  while index < items.count, index - start < 6, items[index].isWord, items[index].isCapital { index += 1 }
  guard index > start, index < items.count else { return false }
  // `…?” Ruiz demanded.`
  if !isStrict, items[index].roles.contains(.cue), index + 1 == items.count || items[index + 1].isMark { return true }
  guard items[index].roles.contains(.speech) else { return false }
  if items[start].roles.contains(.pronoun) && !isStrict && index - start == 1 { return true }
  guard isStrict else { return true }
  return index + 1 == items.count || items[index + 1].isMark
}
