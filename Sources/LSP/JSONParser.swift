/// Why some bytes are not JSON.
package struct JSONError: Error, Equatable {
  /// A sentence that says what was expected and at which byte.
  package let message: String
}

extension JSON {
  /// How deep arrays and objects may nest; deeper input is refused, so that it cannot exhaust the stack.
  package static let deepest = 512

  /// Reads one JSON value with nothing but blanks around it; text that is not UTF-8 is repaired when it is asked for.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    var parser = JSONParser(bytes: bytes)
    try parser.parse()
    self.init(source: Source(bytes: bytes, nodes: parser.nodes), index: 0)
  }
}

/// Lays the values of a message out in one flat array, so that a keystroke costs two allocations.
private struct JSONParser {
  let bytes: [UInt8]
  var nodes: [JSON.Node] = []
  private var at = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
    // A keystroke has 32, and room for 64 is more than malloc keeps at hand.
    nodes.reserveCapacity(48)
  }

  mutating func parse() throws(JSONError) {
    guard bytes.count < Int32.max else { throw JSONError(message: "the message is too large") }
    if bytes.first == 0xEF, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    skipBlanks()
    try value(depth: 0)
    skipBlanks()
    guard at == bytes.count else { throw unexpected("the end of the message") }
  }

  private mutating func value(depth: Int) throws(JSONError) {
    guard at < bytes.count else { throw unexpected("a value") }
    switch bytes[at] {
    case UInt8(ascii: "{"): try object(depth: depth + 1)
    case UInt8(ascii: "["): try array(depth: depth + 1)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try word("true", .true)
    case UInt8(ascii: "f"): try word("false", .false)
    case UInt8(ascii: "n"): try word("null", .null)
    default: try number()
    }
  }

  private mutating func object(depth: Int) throws(JSONError) {
    let node = try open(.object, depth: depth)
    if skip(UInt8(ascii: "}")) { return close(node) }
    while true {
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw unexpected("a key in double quotes")
      }
      try string()
      skipBlanks()
      guard skip(UInt8(ascii: ":")) else { throw unexpected("':'") }
      skipBlanks()
      try value(depth: depth)
      skipBlanks()
      if skip(UInt8(ascii: "}")) { return close(node) }
      guard skip(UInt8(ascii: ",")) else { throw unexpected("',' or '}'") }
      skipBlanks()
    }
  }

  private mutating func array(depth: Int) throws(JSONError) {
    let node = try open(.array, depth: depth)
    if skip(UInt8(ascii: "]")) { return close(node) }
    while true {
      try value(depth: depth)
      skipBlanks()
      if skip(UInt8(ascii: "]")) { return close(node) }
      guard skip(UInt8(ascii: ",")) else { throw unexpected("',' or ']'") }
      skipBlanks()
    }
  }

  private mutating func open(_ kind: JSON.Kind, depth: Int) throws(JSONError) -> Int {
    guard depth <= JSON.deepest else {
      throw JSONError(message: "values nest deeper than \(JSON.deepest) at byte \(at)")
    }
    add(kind, from: at, to: at)
    at += 1
    skipBlanks()
    return nodes.count - 1
  }

  private mutating func close(_ node: Int) {
    nodes[node].end = UInt32(at)
    nodes[node].next = UInt32(nodes.count)
  }

  private mutating func string() throws(JSONError) {
    let start = at + 1
    var kind = JSON.Kind.plainString
    at = bytes.index(ofQuoteOrBackslashFrom: start)
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      kind = .escapedString
      at = bytes.index(ofQuoteOrBackslashFrom: min(at + 2, bytes.count))
    }
    guard at < bytes.count else { throw unexpected("'\"' at the end of a string") }
    add(kind, from: start, to: at)
    at += 1
  }

  private mutating func number() throws(JSONError) {
    let start = at
    var hasDigit = false
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): break
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard hasDigit else { throw unexpected("a value") }
      default:
        guard hasDigit else { throw unexpected("a value") }
        return add(.number, from: start, to: at)
      }
      at += 1
    }
    guard hasDigit else { throw unexpected("a value") }
    add(.number, from: start, to: at)
  }

  private mutating func word(_ word: StaticString, _ kind: JSON.Kind) throws(JSONError) {
    let length = word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { bytes[at...].starts(with: $0) }
    guard matches else { throw unexpected("a value") }
    add(kind, from: at, to: at + length)
    at += length
  }

  private mutating func add(_ kind: JSON.Kind, from start: Int, to end: Int) {
    let next = UInt32(nodes.count + 1)
    nodes.append(JSON.Node(kind: kind, start: UInt32(start), end: UInt32(end), next: next))
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipBlanks() {
    while at < bytes.count, isBlank(bytes[at]) { at += 1 }
  }

  private func unexpected(_ wanted: String) -> JSONError {
    guard at < bytes.count else {
      return JSONError(message: "expected \(wanted), but the message ends at byte \(at)")
    }
    let found = String(decoding: bytes[at..<min(at + 12, bytes.count)], as: UTF8.self)
    return JSONError(message: "expected \(wanted) at byte \(at), found \(found.debugDescription)")
  }
}

/// True for the four bytes that JSON lets stand between values.
func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
