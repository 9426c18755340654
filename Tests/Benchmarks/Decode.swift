import LSP

/// Reads a keystroke's message from standard input, framed as a client sends it, and decodes it as often as it is told:
/// `decoding.py` looks at the time.
@main enum Decode {
  static func main() {
    var stream: [UInt8] = []
    while let line = readLine(strippingNewline: false) { stream += line.utf8 }
    let times = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1
    var letters = 0
    for _ in 0..<times { letters += letter(in: stream) }
    guard letters == times else { fatalError("\(letters) letters in \(times) keystrokes") }
  }

  /// How many bytes the keystroke puts in.
  @inline(never)
  private static func letter(in stream: [UInt8]) -> Int {
    var reader = FrameReader()
    reader.append(stream)
    guard case .body(let body) = reader.next(),
      case .notification("textDocument/didChange", let params)? = try? Message(body),
      let keystroke = try? DidChangeParams(params)
    else { return 0 }
    return keystroke.changes.reduce(0) { $0 + $1.text.count }
  }
}
