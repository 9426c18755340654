/// Why some bytes are not JSON.
package struct JSONError: Error, Equatable {
  /// A sentence that says what was expected and at which byte.
  package let message: String
}

extension JSON {
  /// How deep arrays and objects may nest; deeper input is refused, so that it cannot exhaust the stack.
  package static let deepest = 512

  /// Reads one JSON value with nothing but blanks around it; text that is not UTF-8 is repaired when it is asked for.
  package init(parsing body: Body) throws(JSONError) {
    var parser = JSONParser(bytes: body.bytes)
    try parser.parse()
    self.init(source: Source(body, nodes: parser.nodes), index: 0)
  }

  /// The same of bytes.
  package init(parsing bytes: [UInt8]) throws(JSONError) { try self.init(parsing: Body(bytes)) }
}

/// Lays the values of a message out in one flat array, so that a keystroke costs two allocations.
private struct JSONParser {
  let bytes: [UInt8]
  var nodes: [JSON.Node] = []
  private var at = 0
  /// The innermost array or object that is not closed, whose `next` says which one is around it; -1 outside of all.
  private var open = -1
  private var isObject = false
  private var depth = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
    // A keystroke has 17.
    nodes.reserveCapacity(24)
  }

  mutating func parse() throws(JSONError) {
    guard bytes.count < Int32.max else { throw JSONError(message: "the message is too large") }
    if bytes.first == 0xEF, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    skipBlanks()
    repeat {
      let key = isObject ? try key() : JSON.Place(0, 0)
      let (kind, place) = try value()
      nodes.append(JSON.Node(key: key, kind: kind, place: place, next: Int32(truncatingIfNeeded: nodes.count + 1)))
      if kind == .array || kind == .object { try begin(kind) }
    } while try goesOn()
    skipBlanks()
    guard at == bytes.count else { throw unexpected("the end of the message") }
  }

  private mutating func key() throws(JSONError) -> JSON.Place {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
    let key = try string()
    skipBlanks()
    guard skip(UInt8(ascii: ":")) else { throw unexpected("':'") }
    skipBlanks()
    return key
  }

  /// Reads a value, of an array or object only the bracket.
  private mutating func value() throws(JSONError) -> (JSON.Kind, JSON.Place) {
    guard at < bytes.count else { throw unexpected("a value") }
    switch bytes[at] {
    case UInt8(ascii: "\""): return (.string, try string())
    case UInt8(ascii: "{"): return (.object, run(1))
    case UInt8(ascii: "["): return (.array, run(1))
    case UInt8(ascii: "t"): return (.true, try word("true"))
    case UInt8(ascii: "f"): return (.false, try word("false"))
    case UInt8(ascii: "n"): return (.null, try word("null"))
    default: return (.number, try number())
    }
  }

  private mutating func begin(_ kind: JSON.Kind) throws(JSONError) {
    depth += 1
    guard depth <= JSON.deepest else {
      throw JSONError(message: "values nest deeper than \(JSON.deepest) at byte \(at - 1)")
    }
    let inner = nodes.count - 1
    nodes[inner].next = Int32(truncatingIfNeeded: open)
    open = inner
    isObject = kind == .object
  }

  /// Closes what ends here; true where another value follows.
  private mutating func goesOn() throws(JSONError) -> Bool {
    // What has just begun may be empty, and its first value has no comma before it.
    var isFirst = open == nodes.count - 1
    while open >= 0 {
      skipBlanks()
      if skip(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        close()
      } else if isFirst {
        return true
      } else if skip(UInt8(ascii: ",")) {
        skipBlanks()
        return true
      } else {
        throw unexpected(isObject ? "',' or '}'" : "',' or ']'")
      }
      isFirst = false
    }
    return false
  }

  private mutating func close() {
    let outer = Int(nodes[open].next)
    nodes[open].place.end = UInt32(truncatingIfNeeded: at)
    nodes[open].next = Int32(truncatingIfNeeded: nodes.count)
    open = outer
    isObject = outer >= 0 && nodes[outer].kind == .object
    depth -= 1
  }

  @inline(__always)
  private mutating func string() throws(JSONError) -> JSON.Place {
    let start = at + 1
    var isEscaped = false
    at = bytes.index(ofQuoteOrBackslashFrom: start)
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      isEscaped = true
      at = bytes.index(ofQuoteOrBackslashFrom: min(at + 2, bytes.count))
    }
    guard at < bytes.count else { throw unexpected("'\"' at the end of a string") }
    at += 1
    return JSON.Place(start, at - 1, isEscaped: isEscaped)
  }

  private mutating func number() throws(JSONError) -> JSON.Place {
    let start = at
    var hasDigit = false
    loop: while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): break
      case UInt8(ascii: "e") where hasDigit, UInt8(ascii: "E") where hasDigit: break
      default: break loop
      }
      at += 1
    }
    guard hasDigit else { throw unexpected("a value") }
    return JSON.Place(start, at)
  }

  private mutating func word(_ word: StaticString) throws(JSONError) -> JSON.Place {
    let length = word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { bytes[at...].starts(with: $0) }
    guard matches else { throw unexpected("a value") }
    return run(length)
  }

  /// Steps over so many bytes.
  private mutating func run(_ length: Int) -> JSON.Place {
    at += length
    return JSON.Place(at - length, at)
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
