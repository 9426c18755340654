/// A law that must hold for any bytes at all; the fuzzer throws bytes at it, and `swift test` the ones that are kept.
package struct Probe: Sendable {
  /// Also the name of its folder in `corpus`.
  package let name: String
  /// What broke, nil where everything held.
  package let check: @Sendable (Bytes) -> String?

  package static let all = [
    Probe(name: "parser", check: probeParser),
    Probe(name: "article", check: probeArticle),
    Probe(name: "wire", check: probeWire),
    Probe(name: "session", check: probeSession),
    Probe(name: "format", check: probeFormat),
    Probe(name: "stylebook", check: probeStylebook),
  ]

  /// What broke for those bytes, nil where everything held.
  package func broken(by bytes: [UInt8]) -> String? { check(Bytes(bytes)) }
}

/// Bytes that are taken from the front as numbers and words, zero where none is left.
package struct Bytes: Sendable {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  /// All that is left.
  var remaining: [UInt8] { Array(rest) }

  mutating func byte() -> Int { Int(rest.popFirst() ?? 0) }

  /// A number below `limit`; 0 where that is 0. One byte is taken for a small limit, two for a larger one.
  mutating func below(_ limit: Int) -> Int {
    guard limit > 1 else { return 0 }
    return (limit <= 256 ? byte() : byte() << 8 | byte()) % limit
  }

  mutating func take(_ count: Int) -> [UInt8] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
}
