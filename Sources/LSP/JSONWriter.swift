/// Writes JSON in the order it is told, so that a message's bytes are the same on every run.
package struct JSONWriter {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// What is known to be longer is spared being moved while it grows.
  package init(reserving count: Int = 0) { if count > 0 { bytes.reserveCapacity(count) } }

  /// Writes `{…}` around the fields that `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes `[…]` around the values that `body` writes.
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes a key and its value; a nil value is written as `null`.
  package mutating func field(_ key: StaticString, _ value: some JSONWritable) {
    self.key(key)
    value.write(to: &self)
  }

  /// Writes a key and its value, or nothing for nil.
  package mutating func field(_ key: StaticString, ifPresent value: (some JSONWritable)?) {
    if let value { field(key, value) }
  }

  /// Writes a key whose value is `true`, or nothing.
  package mutating func field(_ key: StaticString, ifTrue value: Bool) {
    if value { field(key, true) }
  }

  /// Writes a key whose value is the object that `body` writes the fields of.
  package mutating func field(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    object(body)
  }

  /// Writes a key and an array of numbers, the fast way for long ones.
  package mutating func field(_ key: StaticString, numbers: [UInt32]) {
    self.key(key)
    open(UInt8(ascii: "["))
    for number in numbers {
      separate()
      bytes.append(addingCapacity: 10) { $0.append(number) }
      needsComma = true
    }
    close(UInt8(ascii: "]"))
  }

  /// Writes a key known only at run time.
  package mutating func key(_ key: String) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string in quotes, escaping what JSON does not let stand in one.
  package mutating func string(_ string: String) {
    separate()
    quoted(string)
    needsComma = true
  }

  /// Writes a whole number; those of positions are small and many.
  package mutating func number(_ number: Int) {
    separate()
    bare(number)
    needsComma = true
  }

  /// Writes the beginning of a value, exactly as given; the fast way for values that are many.
  mutating func begin(_ text: StaticString) {
    separate()
    raw(text)
    needsComma = false
  }

  /// Writes the end of a value.
  mutating func end(_ text: StaticString) {
    raw(text)
    needsComma = true
  }

  /// Writes something from the middle of a value, and looks after no comma.
  mutating func raw(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  /// Writes a string from the middle of a value behind what leads to it, or nothing for nil, and looks after no comma.
  mutating func raw(_ lead: StaticString, ifPresent string: String?) {
    guard let string else { return }
    raw(lead)
    quoted(string)
  }

  /// Writes a number, and looks after no comma.
  mutating func bare(_ number: Int) {
    if let small = UInt32(exactly: number) {
      bytes.append(addingCapacity: 10) { $0.append(small) }
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  /// Writes a string in quotes, and looks after no comma.
  mutating func quoted(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { text in
      // Most strings are plain; many bytes are looked at in one step where none ends the walk.
      guard text.reduce(0, { $0 | (mustEscape($1) ? 1 : 0) }) > 0 else { return bytes.append(contentsOf: text) }
      var start = 0
      for index in text.indices where mustEscape(text[index]) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        escape(text[index])
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a number or a word such as `null`, exactly as given.
  package mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  /// Writes a range in one step, as one that makes the list longer costs more than the bytes it adds.
  mutating func range(_ start: (line: UInt32, column: UInt32), _ end: (line: UInt32, column: UInt32)) {
    separate()
    bytes.append(addingCapacity: 128) {
      $0.append(#"{"start":{"line":"#)
      $0.append(start.line)
      $0.append(#","character":"#)
      $0.append(start.column)
      $0.append(#"},"end":{"line":"#)
      $0.append(end.line)
      $0.append(#","character":"#)
      $0.append(end.column)
      $0.append("}}")
    }
    needsComma = true
  }

  /// Writes values that were written before, with a comma between, as the next ones of an array.
  package mutating func written(_ values: ArraySlice<UInt8>) {
    separate()
    bytes.append(contentsOf: values)
    needsComma = true
  }

  /// Makes room for so many more bytes.
  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  private mutating func key(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
    case 0x0D: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
    case 0x09: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
    default:
      let digits = String(byte, radix: 16)
      bytes.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
    }
  }
}

private func mustEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

extension OutputSpan<UInt8> {
  /// Where the text is known when this is compiled, it is written in a few steps.
  @inline(__always)
  fileprivate mutating func append(_ text: StaticString) {
    for index in 0..<text.utf8CodeUnitCount { append(text.utf8Start[index]) }
  }

  /// Up to ten digits.
  fileprivate mutating func append(_ number: UInt32) {
    var unit: UInt32 = 1
    while number / unit >= 10 { unit *= 10 }
    while unit > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
      unit /= 10
    }
  }
}
