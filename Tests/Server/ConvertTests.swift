import LSP
import Testing

@testable import Server

@Suite struct Positions {
  private static let texts = [
    "", "\n", "a", "“Musk” said.\nno\n", "😀👩‍👩‍👧 e\u{301}\r\né\rlone\r\n\r\nend", "\u{FEFF}date 2023-11-29 x\n",
    "\u{1F1EB}\u{1F1F7}\u{10FFFF}\n\u{0}\t\u{A0}ß中文", "a\u{2028}b\u{85}c\u{B}d\u{C}e",
  ]
  private static let encodings: [PositionEncoding] = [.utf8, .utf16, .utf32]

  @Test(arguments: texts, encodings)
  func offsetToPositionToOffsetIsTheIdentity(text: String, encoding: PositionEncoding) throws {
    let open = try opened(text, encoding)
    for index in text.unicodeScalars.indices + [text.unicodeScalars.endIndex] {
      let offset = text.utf8.distance(from: text.startIndex, to: index)
      // Between CR and LF is no place of its own.
      if isInsideBreak(text, offset) { continue }
      #expect(open.offset(at: open.position(at: offset)) == offset)
    }
  }

  @Test(arguments: texts, encodings)
  func everyPositionIsAnOffsetAtTheStartOfACharacter(text: String, encoding: PositionEncoding) throws {
    let open = try opened(text, encoding)
    var last = 0
    for line in 0..<8 {
      for column in 0..<40 {
        let offset = open.offset(at: Position(line: line, character: column))
        #expect(offset >= last && offset <= text.utf8.count)
        #expect(Array(text.utf8).dropFirst(offset).first.map { $0 & 0xC0 != 0x80 } ?? true)
        last = max(last, offset)
      }
    }
  }

  @Test func columnsCountInTheUnitsOfTheEncoding() throws {
    let text = "😀e\u{301}“x\r\ny"
    for (encoding, columns) in [
      (PositionEncoding.utf8, [4, 5, 7, 10]), (.utf16, [2, 3, 4, 5]), (.utf32, [1, 2, 3, 4]),
    ] {
      let open = try opened(text, encoding)
      #expect([4, 5, 7, 10].map { open.position(at: $0).character } == columns)
      #expect(open.position(at: 13) == Position(line: 1, character: 0))
    }
  }

  @Test func whatIsOutsideIsClamped() throws {
    let open = try opened("ab\ncd\r\nef", .utf16)
    #expect(open.offset(at: Position(line: 0, character: 99)) == 2)
    #expect(open.offset(at: Position(line: 1, character: Int.max)) == 5)
    #expect(open.offset(at: Position(line: 2, character: 99)) == 9)
    #expect(open.offset(at: Position(line: 3, character: 0)) == 9)
    #expect(open.offset(at: Position(line: Int.max, character: Int.max)) == 9)
    #expect(open.offset(at: Position(line: -1, character: -1)) == 0)
    #expect(open.position(at: -5) == Position(line: 0, character: 0))
    #expect(open.position(at: 500) == Position(line: 2, character: 2))
    let backwards = PositionRange(start: Position(line: 1, character: 1), end: Position(line: 0, character: 1))
    #expect(open.offsets(of: backwards) == 1..<4)
  }

  @Test func halvesOfCharactersSnapToTheirStart() throws {
    let text = "a😀b"
    #expect(try opened(text, .utf16).offset(at: Position(line: 0, character: 2)) == 1)
    for column in 2...4 { #expect(try opened(text, .utf8).offset(at: Position(line: 0, character: column)) == 1) }
    #expect(try opened(text, .utf8).offset(at: Position(line: 0, character: 5)) == 5)
  }

  /// A line so long that its columns are found by halving it.
  @Test(arguments: encodings)
  func columnsOfALongLineAreThoseOfAShortOne(encoding: PositionEncoding) throws {
    let part = "It met 😀 and “waited”, é, e\u{301}, 中文; "
    let line = String(repeating: part, count: 2_000)
    let long = try opened("First.\n" + line + "\nLast.\n", encoding)
    let short = try opened(part, encoding)
    let width = short.position(at: part.utf8.count).character
    for turn in [0, 1, 77, 600, 1_234, 1_999] {
      for column in 0..<width {
        let expected = 7 + turn * part.utf8.count + short.offset(at: Position(line: 0, character: column))
        #expect(long.offset(at: Position(line: 1, character: turn * width + column)) == expected)
      }
    }
    #expect(long.offset(at: Position(line: 1, character: width * 2_000 + 9)) == 7 + line.utf8.count)
    for offset in stride(from: 7, to: 7 + line.utf8.count, by: 4_999) {
      let start = long.offset(at: long.position(at: offset))
      #expect(abs(start - offset) < 4)
    }
  }

  private func opened(_ text: String, _ encoding: PositionEncoding) throws -> OpenArticle {
    var client = try Client.greeted(#"{"general":{"positionEncodings":["\#(encoding.rawValue)"]}}"#)
    try client.open(text)
    client.settle()
    return try client.server.session.article("file:///a.news")
  }

  private func isInsideBreak(_ text: String, _ offset: Int) -> Bool {
    let bytes = Array(text.utf8)
    return offset > 0 && offset < bytes.count && bytes[offset - 1] == 0x0D && bytes[offset] == 0x0A
  }
}

@Suite struct PackedPlaceTests {
  @Test(arguments: [(0, 0, 0, 0), (3, 40, 3, 52), (3, 40, 5, 2), (0, 0, 70_000, 0)])
  func aPlaceComesBackAsItWasPacked(_ line: Int, _ character: Int, _ endLine: Int, _ end: Int) {
    let place = PositionRange(
      start: Position(line: line, character: character), end: Position(line: endLine, character: end))
    #expect(PositionRange(packed: place.packed) == place)
  }
}
