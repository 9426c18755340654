import Testing

@testable import LSP

@Suite struct JSONReading {
  @Test func readsValuesInPlace() throws {
    let json = try JSON(parsing: #" {"a": [1, -2.5, true, null, "x"], "b": {"c": false}, "a": "last wins"} "#)
    #expect(json["a"].string == "last wins")
    #expect(json["b"]["c"].bool == false)
    #expect(json["b"]["missing"]["deeper"].isMissing)
    #expect(json.members.map(\.key) == ["a", "b", "a"])
    #expect(LSPAny(json.members[0].value) == [1, .decimal("-2.5"), true, .null, "x"])
  }

  @Test(arguments: [
    ("1", 1), ("-7", -7), ("1.9", 1), ("-1.9", -1), ("1e2", 100), ("1e400", Int.max), ("-1e400", Int.min),
    ("99999999999999999999", Int.max), ("-99999999999999999999", Int.min), ("9223372036854775807", Int.max),
  ])
  func cutsNumbersToInt(text: String, int: Int) throws {
    #expect(try JSON(parsing: text).int == int)
  }

  @Test(arguments: [
    (#""a\n\t\"\\\/\b\f\r""#, "a\n\t\"\\/\u{8}\u{C}\r"), (#""\u00e9\ud83d\ude00""#, "é😀"),
    (#""\ud83d""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\u12""#, "\u{FFFD}12"), (#""\uzzzz""#, "\u{FFFD}zzzz"),
    (#""\q""#, "q"), (#""""#, ""),
  ])
  func repairsStrings(text: String, string: String) throws {
    let json = try JSON(parsing: text)
    #expect(json.string == string)
    #expect(json.utf8 == Array(string.utf8))
  }

  /// A long text comes in pieces of whole lines, which are the text one after the other.
  @Test(arguments: [400, 12_000])
  func cutsLongTextsBehindLines(count: Int) throws {
    let lines = (0..<count).map {
      "\($0) He said: “It rained.” \(String(repeating: "x\t", count: $0 % 90))\(String(repeating: "\\", count: $0 % 5))n\r\n"
    }
    let text = lines.joined() + "an end without a line break"
    let pieces = try #require(try JSON(parsing: LSPAny.string(text).jsonBytes).pieces)
    #expect(Array(pieces.joined()) == Array(text.utf8))
    #expect(pieces.count > text.utf8.count >> 14)
    #expect(pieces.dropLast().allSatisfy { $0.last == 0x0A && $0.count <= 1 << 14 })
  }

  @Test func aTextWithoutLinesIsOnePiece() throws {
    let long = String(repeating: "\\\"n", count: 40_000)
    for text in ["", "plain", "one\nline", long] {
      #expect(try JSON(parsing: LSPAny.string(text).jsonBytes).pieces == [Array(text.utf8)])
    }
    #expect(try JSON(parsing: "7").pieces == nil)
  }

  /// What is well-formed is what the standard library takes for it.
  @Test func knowsUTF8() {
    let bytes: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEF, 0xF0, 0xF1,
      0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for first in bytes {
      for second in bytes {
        for third in bytes {
          for padding in [0, 6, 61, 64] {
            for end in [[], [0x80, 0x61], [UInt8](repeating: 0x61, count: 70)] {
              let text = [UInt8](repeating: 0x61, count: padding) + [first, second, third] + end
              if text.isUTF8 != (String(validating: text, as: UTF8.self) != nil) { Issue.record("\(text)") }
            }
          }
        }
      }
    }
  }

  @Test func repairsBytesThatAreNotUTF8() throws {
    let json = try JSON(parsing: [0x22, 0x61, 0xFF, 0xC3, 0x62, 0xED, 0xA0, 0x80, 0x22])
    let text = try #require(json.utf8)
    #expect(String(decoding: text, as: UTF8.self) == json.string)
    #expect(json.string?.first == "a")
    #expect(json.string?.unicodeScalars.contains("\u{FFFD}") == true)
  }

  @Test(arguments: [
    "", " ", "{", "[", "\"", "\"\\", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "[1,]", "[1 2]", "tru", "nul", "-",
    "{,}", "[,1]", "[1,,2]", "[}", "{]", "[1}", "{\"a\":1]", "{\"a\":{}]", "[[]}", "[] ,",
    "e", "1 2", "{a:1}", "{1:1}", "'a'", "NaN", "]", "\u{0}",
  ])
  func refusesWhatIsNotJSON(text: String) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
    #expect(error?.message.isEmpty == false)
  }

  @Test func saysWhereItStumbled() {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: #"{"a" 1}"#) }
    #expect(error?.message == #"expected ':' at byte 5, found "1}""#)
  }

  @Test func deepNestingIsAnErrorAndNotACrash() throws {
    _ = try JSON(parsing: String(repeating: "[", count: 512) + String(repeating: "]", count: 512))
    for open in ["[", "{\"a\":"] {
      #expect(throws: JSONError.self) { try JSON(parsing: String(repeating: open, count: 1_000_000)) }
    }
  }

  @Test func anyBytesAreReadOrRefused() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array(#"{}[]",:\u0dtfn1.-e 😀"#.utf8)
    for _ in 0..<20_000 {
      let length = Int.random(in: 0..<24, using: &random)
      let bytes = (0..<length).compactMap { _ in alphabet.randomElement(using: &random) }
      guard let json = try? JSON(parsing: bytes) else { continue }
      var writer = JSONWriter()
      LSPAny(json).write(to: &writer)
      #expect((try? JSON(parsing: writer.bytes)).map { LSPAny($0) } == LSPAny(json), "\(bytes)")
    }
  }

  @Test func namesThePathOfAMistake() throws {
    let json = try JSON(parsing: #"{"changes": [{"range": {}}, {"range": {"start": {"line": "x"}}}]}"#)
    let missing = #expect(throws: ResponseError.self) { let _: Position = try json["changes"].elements[0].get("range") }
    #expect(missing == ResponseError(.invalidParams, "'line' is missing in changes[0].range"))
    let wrong = #expect(throws: ResponseError.self) {
      let _: Int = try json["changes"].elements[1]["range"]["start"].get("line")
    }
    #expect(wrong == ResponseError(.invalidParams, "'changes[1].range.start.line' must be a number"))
  }

  @Test func nullIsAbsent() throws {
    let json = try JSON(parsing: #"{"a": null}"#)
    #expect(try json.find("a") as Int? == nil)
    #expect(json["a"].isAbsent && !json["a"].isMissing)
    #expect(throws: ResponseError.self) { try json.get("a") as Int }
  }

  @Test func escapedKeysAreFound() throws {
    #expect(try JSON(parsing: #"{"\u0061b": 1}"#)["ab"].int == 1)
  }
}

@Suite struct JSONWriting {
  @Test func keepsTheOrderOfKeysAndWritesNulls() {
    let diagnostic = Diagnostic(
      range: PositionRange(start: Position(line: 1, character: 2), end: Position(line: 1, character: 4)),
      severity: .warning, code: "quote/unclosed", message: "“a”\n\u{1}\"\\")
    let text = String(decoding: diagnostic.jsonBytes, as: UTF8.self)
    #expect(
      text == #"{"range":{"start":{"line":1,"character":2},"end":{"line":1,"character":4}},"severity":2,"#
        + #""code":"quote/unclosed","source":"newsmark","message":"“a”\n\u0001\"\\"}"#)
    #expect(String(decoding: Hover?.none.jsonBytes, as: UTF8.self) == "null")
    #expect(
      String(decoding: VersionedDocument(uri: "a", version: nil).jsonBytes, as: UTF8.self)
        == #"{"uri":"a","version":null}"#)
  }
}

extension JSON {
  init(parsing text: String) throws(JSONError) { try self.init(parsing: Array(text.utf8)) }
}
