import LSP

/// Frames on their way to a client that may be slow to read them.
struct OutputQueue {
  /// Above this many bytes no further input is read until the client has caught up.
  private static let limit = 16 << 20

  private struct Frame {
    let header: [UInt8]
    let body: [UInt8]
    let supersedes: String?

    static let none = Frame(header: [], body: [], supersedes: nil)

    var count: Int { header.count + body.count }
  }

  private var frames: [Frame] = []
  private var first = 0
  /// How much of the first frame is written.
  private var written = 0
  private var lastProgress = 0
  private var isWide = false

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
    // Nearly always nothing waits, and then there is nothing to look through.
    if let key = message.supersedes,
      let old = frames[(written == 0 ? first : first + 1)...].lastIndex(where: { $0.supersedes == key })
    {
      size -= frames[old].count
      frames[old] = .none
    }
    let frame = Frame(
      header: frameHeader(length: message.body.count), body: message.body, supersedes: message.supersedes)
    size += frame.count
    frames.append(frame)
  }

  /// Writes as much as the client takes without waiting.
  mutating func flush() {
    while first < frames.count, !isBroken {
      guard written < frames[first].count else {
        frames[first] = .none
        first += 1
        written = 0
        continue
      }
      let (header, body) = (frames[first].header, frames[first].body)
      let rest = body[max(written - header.count, 0)...]
      switch System.writeOutput(header[min(written, header.count)...], rest) {
      case .wrote(let count):
        written += count
        size -= count
        lastProgress = System.now()
        if written < frames[first].count { widen() }
      case .full: return
      case .broken:
        isBroken = true
        size = 0
      }
    }
    guard first > 0 || isBroken else { return }
    frames.removeAll(keepingCapacity: frames.count < 100)
    first = 0
    written = 0
  }

  /// Asks once for a pipe that a long message fits in, as the client is woken for every part of it else.
  private mutating func widen() {
    if !isWide { System.widenOutput() }
    isWide = true
  }

  /// How long nothing could be written though something waits, in ms.
  func stalled(at now: Int) -> Int { isEmpty ? 0 : now - lastProgress }
}
