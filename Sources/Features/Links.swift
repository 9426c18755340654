import Semantics
import Syntax

/// A stretch of the article that leads to an address.
package struct Link: Equatable, Sendable {
  package let range: Range<Int>
  /// The address, with what may not stand in one spelled out as `%20`.
  package let target: String
  package let note: String
}

/// The addresses in an article: in running text, comments and notes, and in `id` and `source`.
package func links(of article: Article) -> [Link] {
  var links: [Link] = []
  for place in article.places {
    let bytes = article.text.bytes(in: place.start..<place.end)
    let plain = addresses(in: bytes)
    var named: [(extent: Extent, note: String)] = []
    for line in place.passage?.copy.lines ?? [] { named += namedAddresses(on: line, in: bytes) }
    for address in plain {
      let note = named.first { $0.extent.lowerBound == address.lowerBound }?.note
      links.append(Link(address.from(place.start), bytes[address.range], note: note ?? "Opens"))
    }
    for (extent, note) in named where !plain.contains(where: { $0.start == extent.start }) {
      links.append(Link(extent.from(place.start), bytes[extent.range], note: note))
    }
  }
  return links.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

extension Link {
  fileprivate init(_ range: Range<Int>, _ address: ArraySlice<UInt8>, note: String) {
    let hasScheme = address.starts(with: "http".utf8) && address.contains(UInt8(ascii: ":"))
    let spelled = spelledOut(hasScheme ? address : Array("https://".utf8) + address)
    self.range = range
    target = spelled
    self.note = "\(note) \(String(decoding: address, as: UTF8.self))"
  }
}

/// The value of `source` or `id` where it is an address, the scheme left out or not.
private func namedAddresses(on line: Line, in bytes: [UInt8]) -> [(Extent, String)] {
  var found: [(Extent, String)] = []
  switch line.form {
  case .field(let field) where field.key == .source: found = [(field.value, "The source:")]
  case .field(let field) where field.key == .id: found = [(field.value, "This article:")]
  case .entity(let entity):
    let parts = EntityParts(entity, in: bytes)
    for case .id(let id) in parts.attributes {
      found.append((id, "\(String(decoding: bytes[parts.name.range], as: UTF8.self)):"))
    }
  default: break
  }
  return found.filter { isAddress(bytes[$0.0.range]) }
}

/// `example.org/…`, with a scheme or without.
private func isAddress(_ value: ArraySlice<UInt8>) -> Bool {
  if schemes.contains(where: { value.starts(with: $0) && value.count > $0.count }) { return true }
  let host = value.prefix { $0 != UInt8(ascii: "/") }
  let ending = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard host.count < value.count, ending.count >= 2, let last = ending.last, last.count >= 2 else { return false }
  return ending.allSatisfy { !$0.isEmpty } && last.allSatisfy(isLetter)
    && host.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D || $0 == 0x2E }
    && value.allSatisfy { $0 > 0x20 }
}

private let schemes = ["https://", "http://"].map { Array($0.utf8) }
private let beginnings = schemes + [Array("www.".utf8)]

/// Every `http://…`, `https://…` and `www.…` that begins a word, without the punctuation after it.
private func addresses(in bytes: [UInt8]) -> [Extent] {
  var found: [Extent] = []
  var index = 0
  while index < bytes.count {
    guard bytes[index] == UInt8(ascii: "h") || bytes[index] == UInt8(ascii: "w"),
      index == 0 || !(isLetter(bytes[index - 1]) || isDigit(bytes[index - 1])),
      let beginning = beginnings.first(where: { bytes[index...].starts(with: $0) })
    else {
      index += 1
      continue
    }
    let end = endOfAddress(bytes, from: index)
    let host = index + beginning.count
    if end > host, isLetter(bytes[host]) || isDigit(bytes[host]) || bytes[host] >= 0x80 {
      found.append(Extent(index, end))
    }
    index = max(end, index + 1)
  }
  return found
}

/// Up to a blank, a bracket or a quotation mark, less the punctuation that ends the sentence around it.
private func endOfAddress(_ bytes: [UInt8], from start: Int) -> Int {
  var end = start
  // A bracket that the address itself opened belongs to it.
  var unopened = 0
  while end < bytes.count, !isBoundary(bytes, end) {
    if bytes[end] == UInt8(ascii: "(") { unopened -= 1 }
    if bytes[end] == UInt8(ascii: ")") { unopened += 1 }
    end += 1
  }
  while end > start {
    switch bytes[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "]"):
      end -= 1
    case UInt8(ascii: ")"):
      guard unopened > 0 else { return end }
      unopened -= 1
      end -= 1
    default: return end
    }
  }
  return end
}

private func isBoundary(_ bytes: [UInt8], _ index: Int) -> Bool {
  switch bytes[index] {
  case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"),
    UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"):
    true
  // U+00A0, « and »; dashes, quotation marks and the ellipsis.
  case 0xC2: index + 1 < bytes.count && [0xA0, 0xAB, 0xBB].contains(bytes[index + 1])
  case 0xE2: index + 1 < bytes.count && bytes[index + 1] == 0x80
  default: false
  }
}

private func spelledOut(_ address: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var spelled: [UInt8] = []
  for byte in address {
    if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "\"") {
      spelled.append(byte)
    } else {
      spelled += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: spelled, as: UTF8.self)
}

/// True for a letter of ASCII.
func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
