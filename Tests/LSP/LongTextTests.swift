import LSP
import Testing

/// Long strings are decoded while their message comes, and nobody who asks for them can tell.
@Suite struct LongTexts {
  private static let lines = (0..<600).map {
    "\($0) “It rained,” he said \\ and \"left\".\(String(repeating: "\t\u{1F41F}n", count: $0 % 40))\r\n"
  }
  private static let text = lines.joined()
  private static let texts = [
    text, text + "an end", String(text.filter { $0 != "\r\n" }), String(repeating: "\n", count: 70_000),
    String(repeating: "\\", count: 70_001), String(repeating: "x", count: 70_000),
  ]

  /// By number, as what is given to a test is printed.
  @Test(arguments: texts.indices, [1 << 10, 1 << 16, 1 << 20])
  func saysTheSameHoweverItComes(number: Int, size: Int) throws {
    let text = LongTexts.texts[number]
    let others: [LSPAny] = [["uri": "a \"b\""], ["": "", "z": .string(text)], [:]]
    for other in others {
      let value: LSPAny = ["other": other, "text": .string(text), "end": [1, ""]]
      let bytes = value.jsonBytes
      let body = try only(bytes, inPiecesOf: size)
      #expect(body.count == bytes.count)
      let json = try JSON(parsing: body)
      let isRead = LSPAny(json) == value
      #expect(isRead)
      let utf8 = Array(text.utf8)
      let isSame = json["text"].utf8 == utf8 && json["text"].string == text
      #expect(isSame)
      let pieces = try #require(json["text"].pieces)
      let isWhole = Array(pieces.joined()) == utf8
      #expect(isWhole)
    }
  }

  @Test func liesApartInPiecesOfWholeLines() throws {
    let value: LSPAny = ["text": .string(LongTexts.text)]
    let body = try only(value.jsonBytes, inPiecesOf: 1 << 16)
    #expect(body.bytes == Array(#"{"text":""}"#.utf8))
    let pieces = try #require(JSON(parsing: body)["text"].pieces)
    #expect(pieces.dropLast().allSatisfy { $0.last == 0x0A && $0.count <= 1 << 14 && $0.count > 1 << 13 })
    let whole = try JSON(parsing: value.jsonBytes)["text"].pieces
    #expect(pieces == whole)
  }

  /// What is no Unicode, an escape that is cut at any place, and a string that is written with as many escapes as can be.
  @Test func readsWhatIsOddAsInAShortOne() throws {
    let odd = #"\ud83d\ude00 \ud83d \u00e9\n\x \/ "# + String(repeating: #"\u0041\n"#, count: 9_000)
    let (start, bad, end): ([UInt8], [UInt8], [UInt8]) = (
      Array(#"{"text":""#.utf8), [0xFF, 0xE2, 0x80], Array(#""}"#.utf8)
    )
    let bytes = start + bad + Array(odd.utf8) + end
    let whole = try JSON(parsing: bytes)["text"].utf8
    for size in [4_099, 1 << 14, 65_537] {
      #expect(try JSON(parsing: only(bytes, inPiecesOf: size))["text"].utf8 == whole)
    }
  }

  /// A message that is too short by its header, or too long, or ends within its text, takes nothing from the next.
  @Test func losesNothingOfTheNextMessage() {
    let message = LSPAny.object([.init("text", .string(LongTexts.text))]).jsonBytes
    let cut = Array(message.dropLast(70))
    let rest: [FrameReader.Frame] = [.body(Body(Array("[1]".utf8))), .body(Body(Array("[2]".utf8)))]
    let next = frame(Array("[1]".utf8)) + frame(Array("[2]".utf8))
    let cases: [([UInt8], Int)] = [(message, 14), (message, 28), (cut, 28)]
    for (body, surplus) in cases {
      let stream = frameHeader(length: body.count + surplus) + body + next
      let fault = "Content-Length is \(body.count + surplus), but the next header starts after \(body.count) bytes"
      for size in [1 << 10, 1 << 16, 1 << 20] {
        let frames = frames(stream, inPiecesOf: size)
        // In words, as a failure would print the text byte by byte.
        let (isFollowed, isSaid) = (Array(frames.suffix(2)) == rest, frames.contains(.fault(fault)))
        #expect(isFollowed && isSaid, "\(body.count) + \(surplus) bytes in pieces of \(size)")
      }
    }
    let short = frames(frameHeader(length: message.count - 90) + message + next, inPiecesOf: 1 << 16)
    let isFollowed = Array(short.suffix(2)) == rest
    #expect(isFollowed)
  }

  private func frame(_ body: [UInt8]) -> [UInt8] { frameHeader(length: body.count) + body }

  private func only(_ bytes: [UInt8], inPiecesOf size: Int) throws -> Body {
    let frames = frames(frame(bytes), inPiecesOf: size)
    guard case .body(let body)? = frames.first, frames.count == 1 else { throw Damaged() }
    return body
  }

  private struct Damaged: Error {}

  private func frames(_ stream: [UInt8], inPiecesOf size: Int) -> [FrameReader.Frame] {
    var reader = FrameReader()
    return stride(from: 0, to: stream.count, by: size).flatMap { start in
      reader.append(Array(stream[start..<min(start + size, stream.count)]))
      var frames: [FrameReader.Frame] = []
      while let frame = reader.next() { frames.append(frame) }
      return frames
    }
  }
}
