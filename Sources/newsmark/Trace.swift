import LSP

/// A record of every message, one JSON object a line, to attach to a report.
struct Trace {
  enum Direction: String {
    case fromClient = "c2s"
    case fromServer = "s2c"
  }

  private let file: Int32
  private let start = System.now()

  /// Nil where the file cannot be written.
  init?(path: String) {
    guard let file = System.create(path) else { return nil }
    self.file = file
  }

  /// Adds one message; what is not JSON is kept as a string.
  func write(_ direction: Direction, _ body: Body) {
    var line = JSONWriter()
    line.object { json in
      json.field("ms", System.now() - start)
      json.field("dir", direction.rawValue)
      if let message = try? JSON(parsing: body) {
        json.field("msg", LSPAny(message))
      } else {
        json.field("framing", String(decoding: body.bytes, as: UTF8.self))
      }
    }
    System.writeAll(line.bytes + [0x0A], to: file)
  }
}
