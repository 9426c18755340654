import LSP
import Testing

@Suite struct Framing {
  private let bodies = [#"{"a":"“x”"}"#, #"{"b":[1,2]}"#, #"{}"#, #"{"text":"Content-Length: 5\r\n\r\n"}"#]

  @Test func everySplitGivesTheSameBodies() {
    let stream = bodies.flatMap { frame($0) }
    for cut in 0...stream.count {
      #expect(read([Array(stream[..<cut]), Array(stream[cut...])]) == bodies)
    }
    #expect(read(stream.map { [$0] }) == bodies)
    #expect(read([stream]) == bodies)
  }

  @Test(arguments: [
    "Content-Length: 2\r\n\r\n", "content-length:2\r\n\r\n", "CONTENT-LENGTH :  2  \r\n\r\n", "Content-Length: 2\n\n",
    "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\nX-Other: y\r\n\r\n",
    "\r\n\r\n Content-Length: 2\r\n\r\n", "Content-Length: 2\r\nContent-Length: 2\r\n\r\n",
    "Content-Length: 0002\r\n\r\n",
  ])
  func oddHeaders(header: String) {
    #expect(read([Array(header.utf8) + Array("{}".utf8) + frame("[1]")]) == ["{}", "[1]"])
  }

  @Test(arguments: [
    "Content-Length: -5\r\n\r\n{}", "Content-Length: x\r\n\r\n{}", "Content-Length:\r\n\r\n{}", "X: 1\r\n\r\n{}",
    "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "Content-Length: 99999999999999999999\r\n\r\n{}",
    "Content-Length: 1000000000\r\n\r\n{}", "{\"jsonrpc\":\"2.0\"}\n", "\u{0}\u{1}\u{2}", "Content-Length 5\r\n\r\n{}",
    "C", "Content-Leng", "ab\"}}",
  ])
  func damageIsSaidOnceAndNothingAfterItIsLost(damage: String) { checkDamage(damage) }

  @Test func longDamageIsSkipped() {
    checkDamage(String(repeating: "x", count: 9000))
    checkDamage(String(repeating: "content-length: ", count: 2000))
  }

  private func checkDamage(_ damage: String) {
    for size in [1, 7, 1 << 16] {
      let (bodies, faults) = readAll(pieces(Array(damage.utf8) + frame("{\"next\":1}") + frame("{}"), of: size))
      #expect(bodies.suffix(2) == ["{\"next\":1}", "{}"])
      #expect(faults.count == 1)
    }
  }

  @Test func anyWrongLengthLosesNothingOfTheNextMessage() {
    let first = #"{"jsonrpc":"2.0","id":1,"method":"a"}"#
    let rest = frame(#"{"jsonrpc":"2.0","id":2}"#) + frame(#"{"jsonrpc":"2.0","id":3}"#)
    for length in 0...500 {
      for extra in ["", "Content-Type: x\r\n"] {
        let stream = Array("Content-Length: \(length)\r\n\r\n\(first)\(extra)".utf8) + rest
        for size in [1, 1 << 16] {
          let (bodies, faults) = readAll(pieces(stream, of: size))
          #expect(bodies.suffix(2) == [#"{"jsonrpc":"2.0","id":2}"#, #"{"jsonrpc":"2.0","id":3}"#], "\(length)")
          if length > first.utf8.count { #expect(bodies.first == first && faults.count == 1, "\(length)") }
        }
      }
    }
  }

  @Test func aCutStreamIsReported() {
    var reader = FrameReader()
    reader.append(Array("Content-Length: 10\r\n\r\n{\"a\"".utf8))
    #expect(reader.next() == nil)
    #expect(reader.unfinished == "the input ended 4 bytes into a message of 10")
    reader.append(Array(":123}  ".utf8))
    #expect(reader.next() == .body(Body(Array("{\"a\":123} ".utf8))))
    #expect(reader.next() == nil && reader.unfinished == nil)
  }

  @Test func longStreamsCostTimeInProportion() {
    let body = String(repeating: "x", count: 4 << 20)
    #expect(read(pieces(frame("[\"\(body)\"]"), of: 1 << 16)) == ["[\"\(body)\"]"])
    let many = (0..<20_000).flatMap { frame("[\($0)]") }
    #expect(read([many]).count == 20_000)
    let (_, faults) = readAll(pieces(Array(repeating: 0x63, count: 1 << 20), of: 1 << 16))
    #expect(faults.count == 1)
  }

  private func frame(_ body: String) -> [UInt8] { frameHeader(length: body.utf8.count) + Array(body.utf8) }

  private func pieces(_ bytes: [UInt8], of size: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
  }

  private func read(_ pieces: [[UInt8]]) -> [String] {
    let (bodies, faults) = readAll(pieces)
    #expect(faults.isEmpty)
    return bodies
  }

  private func readAll(_ pieces: [[UInt8]]) -> (bodies: [String], faults: [String]) {
    var reader = FrameReader()
    var bodies: [String] = []
    var faults: [String] = []
    for piece in pieces {
      reader.append(piece)
      while let frame = reader.next() {
        switch frame {
        case .body(let body): bodies.append(written(body))
        case .fault(let fault): faults.append(fault)
        }
      }
    }
    return (bodies, faults)
  }
}

/// What a body says, where a long text in it lies apart with an empty string in its place.
func written(_ body: Body) -> String {
  guard body.count != body.bytes.count, let json = try? JSON(parsing: body) else {
    return String(decoding: body.bytes, as: UTF8.self)
  }
  return String(decoding: LSPAny(json).jsonBytes, as: UTF8.self)
}
