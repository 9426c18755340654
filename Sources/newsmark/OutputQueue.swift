import LSP

/// Frames on their way to a client that may be slow to read them.
struct OutputQueue {
  /// Above this many bytes no further input is read until the client has caught up.
  private static let limit = 16 << 20

  private var frames: [[UInt8]] = []
  private var first = 0
  /// How much of the first frame is written.
  private var written = 0
  /// Where the newest frame of each kind that later ones replace stands.
  private var replaceable: [String: Int] = [:]
  private var lastProgress = 0

  /// Bytes not yet written.
  private(set) var size = 0
  /// True once the client has closed its end.
  private(set) var isBroken = false

  var isEmpty: Bool { size == 0 }
  var isFull: Bool { size > OutputQueue.limit }

  /// Puts a message at the end; one that it supersedes and that is not yet on its way is dropped.
  mutating func append(_ message: Outgoing) {
    guard !isBroken else { return }
    if isEmpty { lastProgress = System.now() }
    if let key = message.supersedes {
      if let old = replaceable[key], old > first || (old == first && written == 0) {
        size -= frames[old].count
        frames[old] = []
      }
      replaceable[key] = frames.count
    }
    let frame = frameHeader(length: message.body.count) + message.body
    size += frame.count
    frames.append(frame)
  }

  /// Writes as much as the client takes without waiting.
  mutating func flush() {
    while first < frames.count, !isBroken {
      guard written < frames[first].count else {
        frames[first] = []
        first += 1
        written = 0
        continue
      }
      switch System.writeOutput(frames[first][written...]) {
      case .wrote(let count):
        written += count
        size -= count
        lastProgress = System.now()
      case .full: return
      case .broken:
        isBroken = true
        size = 0
      }
    }
    frames = []
    replaceable = [:]
    first = 0
    written = 0
  }

  /// How long nothing could be written though something waits, in ms.
  func stalled(at now: Int) -> Int { isEmpty ? 0 : now - lastProgress }
}
