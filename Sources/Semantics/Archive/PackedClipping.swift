/// A stretch of an article in four numbers, none below zero and the smaller the better.
package protocol PackedPlace: Sendable {
  init(packed: (Int, Int, Int, Int))

  var packed: (Int, Int, Int, Int) { get }
}

/// A clipping as the archive keeps it: a thousand bytes in one piece, where the clipping itself is a hundred pieces.
package struct PackedClipping<Place: PackedPlace>: Sendable {
  private let bytes: [UInt8]

  /// `place` writes a stretch of the article down.
  package init(_ clipping: Clipping<Range<Int>>, at place: (Range<Int>) -> Place) {
    var packed = PackedBytes()
    packed.add(clipping.entries.count)
    for entry in clipping.entries {
      packed.add(entry.name)
      packed.add(Int(entry.kind.rawValue) << 1 | (entry.role == nil ? 0 : 1))
      if let role = entry.role { packed.add(role) }
      packed.add(entry.mentions)
      packed.add(entry.quotations)
      packed.add(entry.declaration.map { $0 + 1 } ?? 0)
    }
    packed.add(clipping.title)
    packed.add(clipping.places.count)
    for range in clipping.places {
      let (first, second, third, fourth) = place(range).packed
      packed.add(first)
      packed.add(second)
      packed.add(third)
      packed.add(fourth)
    }
    packed.add(clipping.quotes.count)
    for quote in clipping.quotes {
      packed.add(quote.words)
      packed.add(quote.place)
    }
    bytes = packed.bytes.trimmed
  }

  /// The names of its entries.
  var names: [String] {
    var packed = PackedBytes(bytes: bytes)
    return (0..<packed.number()).map { _ in packed.entry(of: Clipping<Place>.self).name }
  }

  var clipping: Clipping<Place> {
    var packed = PackedBytes(bytes: bytes)
    let entries = (0..<packed.number()).map { _ in packed.entry(of: Clipping<Place>.self) }
    let title = packed.text()
    let places = (0..<packed.number()).map { _ in
      Place(packed: (packed.number(), packed.number(), packed.number(), packed.number()))
    }
    let quotes = (0..<packed.number()).map { _ in Clipping<Place>.Quote(words: packed.text(), place: packed.number()) }
    return Clipping(title: title, entries: entries, places: places, quotes: quotes)
  }
}

/// Numbers, seven bits a byte, and texts, after their length; they are taken off in the order in which they were added.
private struct PackedBytes {
  private(set) var bytes: [UInt8] = []
  private var at = 0

  init(bytes: [UInt8] = []) { self.bytes = bytes }

  mutating func add(_ number: Int) {
    var rest = UInt(max(number, 0))
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func add(_ range: Range<Int>) {
    add(range.lowerBound)
    add(range.count)
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func number() -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      number |= UInt(byte & 0x7F) << shift
      guard byte > 0x7F else { break }
      shift += 7
    }
    return Int(truncatingIfNeeded: number & UInt(Int.max))
  }

  mutating func range() -> Range<Int> {
    let start = number()
    return start..<start + number()
  }

  mutating func text() -> String {
    let count = number()
    let start = min(at, bytes.count)
    at = min(start + count, bytes.count)
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  mutating func entry<Place>(of _: Clipping<Place>.Type) -> Clipping<Place>.Entry {
    let name = text()
    let kind = number()
    let role = kind & 1 == 1 ? text() : nil
    let (mentions, quotations, declaration) = (range(), range(), number())
    return .init(
      name: name, kind: Figure.Kind(rawValue: UInt8(truncatingIfNeeded: kind >> 1)) ?? .unknown, role: role,
      mentions: mentions, quotations: quotations, declaration: declaration == 0 ? nil : declaration - 1)
  }
}
