import Semantics
import Syntax

/// What a first look at a passage shows, and so which rules may find something in it; most passages show nothing.
///
/// It may show what is not there, and must never miss what is.
struct Glance: OptionSet, Sendable {
  let rawValue: UInt16
  init(rawValue: UInt16) { self.rawValue = rawValue }

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
  /// The letters with which a month begins.
  static let month = Glance(rawValue: 1 << 7)
  /// A word of five small letters at most that stands twice.
  static let twins = Glance(rawValue: 1 << 8)
  /// A line that is no copy, is nearly none, or stands under an open header.
  static let header = Glance(rawValue: 1 << 9)
  static let quotation = Glance(rawValue: 1 << 10)

  /// Looks at a passage that starts at `start`.
  init(at passage: Passage, from start: Int, of text: Text) {
    var seen = Glance()
    let units = passage.copy.units
    // What stands between two units may show something too, which does no harm.
    if let first = units.first(where: \.isPrinted), let last = units.last(where: \.isPrinted) {
      text.withBytes(in: start + first.extent.lowerBound..<start + last.extent.upperBound) { bytes in
        seen = Glance(at: bytes)
      }
    }
    if passage.copy.isLandmark || passage.entry.lines.headerIsOpen { seen.insert(.header) }
    if !passage.copy.parts.isEmpty { seen.insert(.quotation) }
    self = seen
  }

  /// Looks at a stretch of copy, at 64 bytes at a time.
  init(at bytes: Span<UInt8>) {
    self = []
    var start = 0
    // What stands before the stretch parts words.
    var before = ByteMask(notSmall: 1 &<< 63)
    // One step more where the stretch ends with its last block, as what follows parts words too.
    while start <= bytes.count {
      let mask = ByteMask(bytes, from: start)
      let doubled = mask.blanks & (mask.blanks &<< 1 | before.blanks &>> 63)
      var signs = mask.notSmall & ~mask.blanks & mask.inside | doubled
      while signs != 0 {
        note(bytes, start + signs.trailingZeroBitCount)
        signs &= signs &- 1
      }
      if !contains(.twins), hasTwins(bytes, start, mask.notSmall, after: before.notSmall) { insert(.twins) }
      before = mask
      start += 64
    }
  }

  /// Takes note of one byte that is no small letter and no lone blank.
  private mutating func note(_ bytes: Span<UInt8>, _ index: Int) {
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    switch bytes[index] {
    case 0x00...0x1F:
      if byte(index + 1) <= 0x20 || index > 0 && bytes[index - 1] <= 0x20 { insert(.twins) }
    case 0x20: insert([.doubledBlank, .twins])
    case UInt8(ascii: ","): if index > 0, bytes[index - 1] == 0x20 { insert(.stop) }
    case UInt8(ascii: "."):
      let next = byte(index + 1)
      if next == UInt8(ascii: ".") || isCapital(next) || index > 0 && bytes[index - 1] == 0x20 { insert(.stop) }
    case UInt8(ascii: "T"): if byte(index + 1) == UInt8(ascii: "K") { insert(.placeholder) }
    case UInt8(ascii: "X"): if byte(index + 1) == UInt8(ascii: "X") { insert(.placeholder) }
    case UInt8(ascii: "?"): if byte(index + 1) == UInt8(ascii: "?") { insert(.placeholder) }
    case UInt8(ascii: "&"): insert(.broken)
    case UInt8(ascii: "-"): if index > 0, bytes[index - 1] == 0x20 { insert(.hyphen) }
    case UInt8(ascii: "0")...UInt8(ascii: "9"): insert(.digit)
    case UInt8(ascii: "A"), UInt8(ascii: "D"), UInt8(ascii: "F"), UInt8(ascii: "J"), UInt8(ascii: "M"),
      UInt8(ascii: "N"), UInt8(ascii: "O"), UInt8(ascii: "S"):
      if beginsMonth(bytes[index], byte(index + 1), byte(index + 2), byte(index + 3)) { insert(.month) }
    case 0xC2: if byte(index + 1) == 0xA0 || byte(index + 1) == 0xAD { insert(.invisible) }
    case 0xC3:
      let next = byte(index + 1)
      if byte(index + 2) >= 0x80, next == 0x82 || next == 0x83 || next == 0xA2 { insert(.broken) }
    case 0xE2:
      let (next, last) = (byte(index + 1), byte(index + 2))
      if next == 0x80 && last == 0x8B || next == 0x81 && last == 0xA0 { insert(.invisible) }
    case 0xEF:
      if byte(index + 1) == 0xBB { insert(.invisible) }
      if byte(index + 1) == 0xBF { insert(.broken) }
    default: break
    }
  }
}

/// True where a word of at most five small letters ends in the block at `start` and stands before the blank before it too.
///
/// `mask` has a bit for each byte of the block that is no small letter, `before` for those of the block before it.
private func hasTwins(_ bytes: Span<UInt8>, _ start: Int, _ mask: UInt64, after before: UInt64) -> Bool {
  for length in 1...5 {
    let step = UInt64(length + 1)
    var ends = mask & (mask &<< step | before &>> (64 - step)) & (mask &<< (2 * step) | before &>> (64 - 2 * step))
    while ends != 0 {
      let end = start + ends.trailingZeroBitCount
      ends &= ends &- 1
      let blank = end - length - 1
      guard blank - length >= 0, bytes[blank] <= 0x20, bytes[blank + 1] == bytes[blank - length] else { continue }
      var same = 1
      while same < length, bytes[blank + 1 + same] == bytes[blank - length + same] { same += 1 }
      if same == length { return true }
    }
  }
  return false
}

/// A bit for each of 64 bytes at most; what follows them is no small letter either.
private struct ByteMask {
  var notSmall: UInt64
  var blanks: UInt64 = 0
  /// The bytes that are there.
  var inside: UInt64 = 0

  init(notSmall: UInt64) { self.notSmall = notSmall }

  init(_ bytes: Span<UInt8>, from start: Int) {
    let count = Swift.min(bytes.count - start, 64)
    inside = count == 64 ? ~0 : (1 &<< UInt64(count)) - 1
    var small: UInt64 = 0
    let raw = bytes.bytes
    var offset = 0
    while offset + 8 <= count {
      let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: start + offset, as: UInt64.self))
      let low = word & everyLow
      // Adding carries into the high bit of each byte from 0x61, and from 0x7B.
      let letters = (low &+ everyByte &* 0x1F) & ~(low &+ everyByte &* 0x05) & ~word & ~everyLow
      let other = word ^ everyByte &* 0x20
      let blank = ~((other & everyLow) &+ everyLow | other) & ~everyLow
      small |= gathered(letters) &<< UInt64(offset)
      blanks |= gathered(blank) &<< UInt64(offset)
      offset += 8
    }
    while offset < count {
      let byte = bytes[start + offset]
      if byte &- 0x61 < 26 { small |= 1 &<< UInt64(offset) }
      if byte == 0x20 { blanks |= 1 &<< UInt64(offset) }
      offset += 1
    }
    notSmall = ~small & (inside &<< 1 | 1)
  }
}

private let everyByte: UInt64 = 0x0101_0101_0101_0101
private let everyLow: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

/// The high bits of eight bytes side by side.
private func gathered(_ highBits: UInt64) -> UInt64 { ((highBits &>> 7) &* 0x0102_0408_1020_4080) &>> 56 }
