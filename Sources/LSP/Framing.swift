/// Cuts a byte stream into message bodies, whatever the pieces it arrives in, and finds its way back after damage.
package struct FrameReader {
  package enum Frame: Equatable {
    /// What stands between two headers.
    case body(Body)
    /// One sentence on bytes that had to be skipped.
    case fault(String)
  }

  /// The longest body that is accepted, in bytes; a longer one is skipped with a fault.
  package static let longest = 512 << 20
  private static let longestHeader = 4096
  /// A body that is no longer than this comes as it is, in bytes.
  private static let short = 1 << 16
  /// So much of a longer one is taken at a time, which stays in the cache, and in memory that has been had before.
  private static let step = 1 << 14

  private var input: [UInt8] = []
  private var at = 0
  private var body: [UInt8] = []
  /// How long the message that has begun to come will be, in bytes; nil between two.
  package private(set) var announced: Int?
  private var isLost = false
  /// What has been found and not been handed out; a fault stands before the body.
  private var fault: String?
  private var whole: Body?
  private var long = LongTextReader()

  package init() {}

  /// Takes the next piece of the stream; call `next` until it returns nil before the next piece.
  package mutating func append(_ bytes: [UInt8]) { append { $0 += bytes } }

  /// The same of a piece that `read` puts behind what is there, so that it needs no place of its own.
  package mutating func append(by read: (inout [UInt8]) -> Void) {
    input.removeSubrange(..<at)
    at = 0
    read(&input)
  }

  /// The next body or fault, or nil until more bytes come.
  package mutating func next() -> Frame? {
    while true {
      if let fault = fault.take() { return .fault(fault) }
      if let whole = whole.take() { return .body(whole) }
      let progressed = isLost ? search() : announced == nil ? readHeader() : readBody()
      if !progressed { return nil }
    }
  }

  /// What to say of a stream that has ended; nil where it ended between two messages.
  package var unfinished: String? {
    if let announced { return "the input ended \(count) bytes into a message of \(announced)" }
    return at < input.count && !isLost ? "the input ended inside a header" : nil
  }

  /// Reads one block of headers; false where its end has not come yet.
  private mutating func readHeader() -> Bool {
    while at < input.count, isBlank(input[at]) { at += 1 }
    guard at < input.count else { return false }
    if let (length, end) = input.plainHeader(from: at), length <= FrameReader.longest {
      expect(length, from: end)
      return true
    }
    guard input[at].isLetter else { return lose("expected a Content-Length header") }
    var header = Header()
    var start = at
    while let end = input[start...].firstIndex(of: 0x0A) {
      var line = input[start..<end]
      if line.last == 0x0D { line.removeLast() }
      start = end + 1
      if line.isEmpty {
        guard let length = header.length else { return lose("a header without Content-Length") }
        expect(length, from: start)
        return true
      }
      let isSecond = header.length != nil
      if let problem = header.add(line, longest: FrameReader.longest) {
        return lose(problem, skippingTo: isSecond ? start : nil)
      }
    }
    return input.count - at > FrameReader.longestHeader ? lose("a header without an end") : false
  }

  private mutating func expect(_ length: Int, from start: Int) {
    at = start
    announced = length
    body.reserveCapacity(min(length, FrameReader.short))
  }

  /// How much of the body has come.
  private var count: Int { body.count + long.count }

  /// Moves what has come of the body; false where more is needed.
  private mutating func readBody() -> Bool {
    guard let announced else { return false }
    let (start, missing) = (body.count, announced - count)
    let bytes = input[at...].prefix(announced > FrameReader.short ? min(missing, FrameReader.step) : missing)
    at = bytes.endIndex
    if long.isOpen { body += long.read(bytes, isLast: bytes.count == missing) } else { body += bytes }
    // A raw line break cannot be inside a JSON string, so a whole header in the body is the next message's.
    if let header = body.headerStart(from: start) {
      split(at: header)
    } else if count < announced {
      if announced > FrameReader.short { long.takeOver(&body) }
      return at < input.count
    } else if let header = body.partialHeaderAtEnd {
      split(at: header)
    } else {
      finishBody()
    }
    return true
  }

  private mutating func finishBody() {
    whole = Body(body, longText: long.text)
    body = []
    long = LongTextReader()
    announced = nil
  }

  /// Ends a body whose header promised too much where the next header starts.
  private mutating func split(at header: Int) {
    fault = "Content-Length is \(announced ?? 0), but the next header starts after \(header + long.count) bytes"
    input.replaceSubrange(..<at, with: body[header...])
    at = 0
    body.removeSubrange(header...)
    finishBody()
  }

  private mutating func lose(_ problem: String, skippingTo end: Int? = nil) -> Bool {
    let start = String(decoding: input[at..<min(at + 40, input.count)], as: UTF8.self)
    fault = "\(problem), found \(start.debugDescription); skipping to the next header"
    at = end ?? at
    isLost = true
    return true
  }

  /// Skips to the next line that gives a length; false where there is none yet.
  private mutating func search() -> Bool {
    var from = at
    while let start = input.nameStart(from: from) {
      let limit = min(input.count, start + 64)
      guard let end = input[start..<limit].firstIndex(of: 0x0A) else {
        at = start
        if limit == input.count { return false }
        from = start + 1
        continue
      }
      var header = Header()
      let line = input[start..<end]
      if line.last == 0x0D, header.add(line.dropLast(), longest: FrameReader.longest) == nil, header.length != nil {
        at = start
        isLost = false
        return true
      }
      from = start + 1
    }
    at = max(from, input.count - Header.name.utf8CodeUnitCount)
    return false
  }
}

/// What the headers of one message have said so far.
private struct Header {
  static let name: StaticString = "content-length:"

  var length: Int?

  /// Reads one line; returns what is wrong with it.
  mutating func add(_ line: ArraySlice<UInt8>, longest: Int) -> String? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return "a header line without a colon" }
    guard Header.isLength(line[..<colon].trimmed) else { return nil }
    let digits = line[(colon + 1)...].trimmed
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return "a Content-Length that is no number"
    }
    var value = 0
    for digit in digits {
      value = value * 10 + Int(digit - 0x30)
      guard value <= longest else { return "a Content-Length above \(longest)" }
    }
    guard length == nil || length == value else { return "two Content-Lengths that differ" }
    length = value
    return nil
  }

  private static func isLength(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count == name.utf8CodeUnitCount - 1 else { return false }
    return text.begins(with: name, upTo: name.utf8CodeUnitCount - 1)
  }
}

extension ArraySlice<UInt8> {
  /// True where it is `Content-Length:` so far, in any case; without `zip`, whose type costs a tenth of a start to set up.
  fileprivate func begins(with name: StaticString, upTo most: Int) -> Bool {
    name.withUTF8Buffer { name in
      (0..<Swift.min(most, count)).allSatisfy { self[startIndex + $0].lowercased == name[$0] }
    }
  }

  fileprivate var trimmed: ArraySlice<UInt8> {
    var slice = drop(while: isBlank)
    while let last = slice.last, isBlank(last) { slice.removeLast() }
    return slice
  }
}

extension [UInt8] {
  /// The length that a header gives, and where it ends, if it is spelled as nearly all are; nil for any other.
  fileprivate func plainHeader(from start: Int) -> (length: Int, end: Int)? {
    let name: StaticString = "Content-Length: "
    var at = start + name.utf8CodeUnitCount
    guard at < count else { return nil }
    let isPlain = name.withUTF8Buffer { name in name.indices.allSatisfy { self[start + $0] == name[$0] } }
    guard isPlain else { return nil }
    var length = 0
    // No more digits than cannot overflow.
    while at < Swift.min(count, start + 28), self[at] >= 0x30, self[at] <= 0x39 {
      length = length * 10 + Int(self[at] - 0x30)
      at += 1
    }
    guard at > start + name.utf8CodeUnitCount, at + 3 < count, self[at] == 0x0D, self[at + 1] == 0x0A,
      self[at + 2] == 0x0D, self[at + 3] == 0x0A
    else { return nil }
    return (length, at + 4)
  }

  /// Where a header that ends at or after `from` begins in a body; nil in any sound one.
  func headerStart(from: Int) -> Int? {
    var at = Swift.max(0, from - 4)
    while true {
      at = self[...].index(of: 0x0D, or: 0x0D, from: at)
      guard at + 3 < count else { return nil }
      if self[at + 1] == 0x0A, self[at + 2] == 0x0D, self[at + 3] == 0x0A,
        let name = lastName(before: at)
      {
        return (lastBracket(before: name) ?? name - 1) + 1
      }
      at += 1
    }
  }

  /// Where the start of a header that the body's end cuts off begins.
  fileprivate var partialHeaderAtEnd: Int? {
    guard let bracket = lastBracket(before: count) else { return nil }
    let rest = self[(bracket + 1)...].drop(while: isBlank)
    return rest.isEmpty || !rest.begins(with: Header.name, upTo: 8) ? nil : rest.startIndex
  }

  /// Where `Content-Length:` stands, in any case, at or after an index.
  fileprivate func nameStart(from: Int) -> Int? {
    var at = from
    while true {
      at = self[...].index(of: UInt8(ascii: "c"), or: UInt8(ascii: "C"), from: at)
      guard at + Header.name.utf8CodeUnitCount <= count else { return nil }
      if hasName(at: at) { return at }
      at += 1
    }
  }

  private func lastName(before end: Int) -> Int? {
    (Swift.max(0, end - 200)..<end).last { hasName(at: $0) }
  }

  private func lastBracket(before end: Int) -> Int? {
    (Swift.max(0, end - 200)..<end).last { self[$0] == UInt8(ascii: "}") || self[$0] == UInt8(ascii: "]") }
  }

  private func hasName(at start: Int) -> Bool {
    let length = Header.name.utf8CodeUnitCount
    guard start + length <= count else { return false }
    return self[start..<(start + length)].begins(with: Header.name, upTo: length)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(lowercased) }

  fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

/// The header that stands before a body of `length` bytes.
package func frameHeader(length: Int) -> [UInt8] {
  var header = JSONWriter(reserving: 32)
  header.raw("Content-Length: ")
  header.bare(length)
  header.raw("\r\n\r\n")
  return header.bytes
}
