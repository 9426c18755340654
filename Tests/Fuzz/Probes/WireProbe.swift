import LSP
import Server

/// Any stream of bytes is read in the same way however it is cut, and every request in it is answered once.
func probeWire(_ bytes: Bytes) -> String? {
  var bytes = bytes
  let choice = bytes.byte()
  let stream = bytes.remaining
  let whole = frames(of: [stream])
  let step = max(choice % 16, 1)
  let cut = frames(
    of: stride(from: 0, to: stream.count, by: step).map { Array(stream[$0..<min($0 + step, stream.count)]) })
  if bodies(whole) != bodies(cut) { return "cut every \(step) bytes, the stream has other bodies" }
  for body in bodies(whole) {
    if let changed = rewritten(body) { return changed }
  }
  return unanswered(bodies(whole))
}

private func frames(of pieces: [[UInt8]]) -> [FrameReader.Frame] {
  var reader = FrameReader()
  var frames: [FrameReader.Frame] = []
  for piece in pieces {
    reader.append(piece)
    while let frame = reader.next() { frames.append(frame) }
  }
  return frames
}

private func bodies(_ frames: [FrameReader.Frame]) -> [Body] {
  frames.compactMap { if case .body(let body) = $0 { body } else { nil } }
}

/// What is wrong where a value that is written and read again is another.
private func rewritten(_ body: Body) -> String? {
  guard let json = try? JSON(parsing: body) else { return nil }
  let value = LSPAny(json)
  guard let again = try? JSON(parsing: value.jsonBytes) else { return "what was written is no JSON" }
  if LSPAny(again) != value { return "what was written reads as something else" }
  _ = (json.path, json.double, json.int, json.utf8)
  return nil
}

/// What is wrong where a request has not exactly one answer, or the server says what is no JSON.
private func unanswered(_ bodies: [Body]) -> String? {
  var server = greetedServer(encodings: [], pulls: false)
  var open = 0
  var answers = 0
  var isOver = false
  for body in bodies where !isOver {
    switch try? Message(body) {
    case .request, nil: open += 1
    case .notification, .response: break
    }
    for effect in settled(&server, .message(body)) {
      switch effect {
      case .send(let message):
        guard let json = try? JSON(parsing: message.body) else { return "the server said what is no JSON" }
        if json["method"].isMissing { answers += 1 }
      case .exit: isOver = true
      default: break
      }
    }
    if !isOver, answers != open { return "\(answers) answers to \(open) requests" }
  }
  return nil
}
