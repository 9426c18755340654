import Semantics
import Syntax

/// What a first look at a passage shows, and so which rules may find something in it; most passages show nothing.
///
/// It may show what is not there, and must never miss what is.
struct Glance: OptionSet, Sendable {
  let rawValue: UInt16
  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Two in a row of blanks, tabs and line breaks.
  static let doubledBlank = Glance(rawValue: 1 << 0)
  /// A comma or a full stop that no blank, or more than one stop, follows or goes before.
  static let stop = Glance(rawValue: 1 << 1)
  /// TK, XX or ??.
  static let placeholder = Glance(rawValue: 1 << 2)
  /// `&`, or two characters that one of UTF-8 is often taken for.
  static let broken = Glance(rawValue: 1 << 3)
  static let invisible = Glance(rawValue: 1 << 4)
  /// A hyphen behind a blank.
  static let hyphen = Glance(rawValue: 1 << 5)
  static let digit = Glance(rawValue: 1 << 6)
  /// The name of a month, and a digit.
  static let month = Glance(rawValue: 1 << 7)
  /// A word of five small letters at most that stands twice.
  static let twins = Glance(rawValue: 1 << 8)
  /// A line of a header, one that is nearly no copy, or one that stands under an open header.
  static let header = Glance(rawValue: 1 << 9)
  static let quotation = Glance(rawValue: 1 << 10)
  static let straightQuotation = Glance(rawValue: 1 << 11)
  static let curlyQuotation = Glance(rawValue: 1 << 12)

  /// Looks at a passage that starts at `start`.
  ///
  /// The text is borrowed: the lists that it is are everybody's, and two cores that count who holds them wait for each other.
  init(at passage: Passage, from start: Int, of text: borrowing Text) {
    var seen = Glance()
    // What stands between two units may show something too, which does no harm.
    if let printed = passage.printed { text.withBytes(in: printed.from(start)) { seen = Glance(at: $0) } }
    if passage.mayConcernHeader { seen.insert(.header) }
    for part in passage.parts {
      seen.insert(.quotation)
      switch part.family {
      case .straight: seen.insert(.straightQuotation)
      case .curly: seen.insert(.curlyQuotation)
      default: break
      }
    }
    self = seen
  }

  /// Looks at a stretch of copy, at 64 bytes at a time.
  private init(at bytes: Span<UInt8>) {
    self = []
    var start = 0
    var found: UInt32 = 0
    let pairs = Pairs.shared
    // What stands before the stretch parts words.
    var before = ByteMask(notSmall: 1 &<< 63)
    // One step more where the stretch ends with its last block, as what follows parts words too.
    while start <= bytes.count {
      let mask = ByteMask(bytes, from: start)
      if mask.blanks & (mask.blanks &<< 1 | before.blanks &>> 63) != 0 { formUnion([.doubledBlank, .twins]) }
      // Nine tenths of an English text are small letters and blanks, and no two of these show anything else.
      var signs = mask.notSmall & ~mask.blanks & mask.inside
      while signs != 0 {
        let index = start + signs.trailingZeroBitCount
        signs &= signs &- 1
        let hit = pairs.found(in: bytes, at: index)
        found |= hit
        if hit & Pairs.monthBits != 0, namedMonth(in: bytes, at: index, to: bytes.count) != nil { insert(.month) }
      }
      if !contains(.twins), hasTwins(bytes, start, mask, after: before) { insert(.twins) }
      before = mask
      start += 64
    }
    formUnion(pairs.shown(by: found))
    // Without a number there is no date.
    if !contains(.digit) { remove(.month) }
  }
}

/// Pairs of neighbouring bytes that show something. The first of a pair is neither a small letter nor a blank, or it is a
/// space and the second is none of these.
private struct Pairs {
  static let shared = Pairs()
  static let monthBits: UInt32 = 0b111111
  private static let mayFollowSpace: UInt32 = 1 << 31

  private static let any: [ClosedRange<UInt8>] = [0...0xFF]
  private static let list: [(first: [ClosedRange<UInt8>], second: [ClosedRange<UInt8>], shows: Glance)] = [
    // The first two letters of months, which are then looked at more closely.
    (letters("J"), letters("auAU"), []), (letters("FSD"), letters("eE"), []), (letters("M"), letters("aA"), []),
    (letters("A"), letters("puPU"), []), (letters("O"), letters("cC"), []), (letters("N"), letters("oO"), []),
    ([0x30...0x39], any, .digit),
    (letters("."), letters(".") + [0x41...0x5A], .stop), (letters(" "), letters(",."), .stop),
    (letters("T"), letters("K"), .placeholder), (letters("X"), letters("X"), .placeholder),
    (letters("?"), letters("?"), .placeholder),
    (letters(" "), letters("-"), .hyphen),
    // `&`, the characters â, Ã and Â with which what was misread begins, and U+FFC0 to U+FFFF.
    (letters("&"), any, .broken), ([0xC3...0xC3], [0x82...0x83, 0xA2...0xA2], .broken),
    ([0xEF...0xEF], [0xBF...0xBF], .broken),
    // A blank that does not break, a soft hyphen, and the ends of U+200B and U+2060; U+FEC0 to U+FEFF.
    ([0xC2...0xC2], [0xA0...0xA0, 0xAD...0xAD], .invisible), ([0x80...0x80], [0x8B...0x8B], .invisible),
    ([0x81...0x81], [0xA0...0xA0], .invisible), ([0xEF...0xEF], [0xBB...0xBB], .invisible),
  ]

  /// For each byte, in which pairs of the list it may be the first and in which the second.
  private var first = [UInt32](repeating: 0, count: 256)
  private var second = [UInt32](repeating: 0, count: 256)
  private let shows = Pairs.list.map(\.shows)

  private init() {
    for (number, pair) in Pairs.list.enumerated() {
      for byte in pair.first.joined() { first[Int(byte)] |= 1 << UInt32(number) }
      for byte in pair.second.joined() {
        second[Int(byte)] |= 1 << UInt32(number)
        if pair.first == letters(" ") { first[Int(byte)] |= Pairs.mayFollowSpace }
      }
    }
  }

  /// The pairs that a byte is part of, a bit each; beyond the ends stands a byte that is in none that matters.
  func found(in bytes: Span<UInt8>, at index: Int) -> UInt32 {
    let here = bytes[index]
    let pairs = first[Int(here)]
    // Most signs are in none.
    if pairs == 0 { return 0 }
    let found = pairs & second[Int(index + 1 < bytes.count ? bytes[index + 1] : 0x7F)]
    guard pairs & Pairs.mayFollowSpace != 0, index > 0, bytes[index - 1] == 0x20 else { return found }
    return found | first[0x20] & second[Int(here)]
  }

  func shown(by found: UInt32) -> Glance {
    var (glance, left) = (Glance(), found)
    while left != 0 {
      glance.formUnion(shows[left.trailingZeroBitCount])
      left &= left &- 1
    }
    return glance
  }
}

private func letters(_ text: String) -> [ClosedRange<UInt8>] { text.utf8.map { $0...$0 } }

/// True where a word of at most five small letters ends in the block at `start` and stands before the blank before it too.
private func hasTwins(_ bytes: Span<UInt8>, _ start: Int, _ mask: ByteMask, after before: ByteMask) -> Bool {
  // Where words end that have nothing but small letters and as many as the word before, if that has as few.
  var ends: UInt64 = 0
  var other: UInt64 = 0
  for length in UInt64(1)...5 {
    other |= mask.notSmall &<< length | before.notSmall &>> (64 - length)
    let step = length + 1
    let blanks = mask.blanks &<< step | before.blanks &>> (64 - step)
    ends |= ~other & blanks & (mask.notSmall &<< (2 * step) | before.notSmall &>> (64 - 2 * step))
  }
  ends &= mask.notSmall
  while ends != 0 {
    let place = ends.trailingZeroBitCount
    ends &= ends &- 1
    let sooner = mask.notSmall & ((1 &<< UInt64(place)) - 1)
    let length = place + (sooner != 0 ? sooner.leadingZeroBitCount - 64 : before.notSmall.leadingZeroBitCount)
    let end = start + place
    let first = end - 2 * length - 1
    guard first >= 0 else { continue }
    var same = 0
    while same < length, bytes[first + same] == bytes[end - length + same] { same += 1 }
    if same == length { return true }
  }
  return false
}

/// A bit for each of 64 bytes at most; what follows them is no small letter either.
private struct ByteMask {
  var notSmall: UInt64
  /// Blanks, tabs and line breaks.
  var blanks: UInt64 = 0
  /// The bytes that are there.
  var inside: UInt64 = 0

  init(notSmall: UInt64) { self.notSmall = notSmall }

  init(_ bytes: Span<UInt8>, from start: Int) {
    guard start < bytes.count else {
      notSmall = 1
      return
    }
    let count = UInt64(bytes.count - start)
    inside = count < 64 ? (1 &<< count) - 1 : ~0
    let block = SixtyFourBytes(bytes, at: start)
    notSmall = ~block.bits(block.between(UInt8(ascii: "a"), UInt8(ascii: "z"))) & (inside &<< 1 | 1)
    // What follows the stretch reads as zero.
    blanks = block.bits(block.between(0x00, 0x20)) & inside
  }
}
