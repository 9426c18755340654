/// A line for standard error kept ready, since a signal handler may not build one.
struct CrashNote {
  private static let longestMethod = 80
  let text = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  private(set) var length = 0
  private var start = 0

  /// What the line begins with.
  mutating func start(version: String) {
    for byte in "newsmark \(version) crashed at ".utf8.prefix(100) { put(byte) }
    start = length
    note(method: "start", length: 0)
  }

  /// Puts a method and the length in bytes of its message in the place of those before; heard at every message.
  mutating func note(method: String, length size: Int) {
    length = start
    var method = method
    method.withUTF8 { put($0.prefix(CrashNote.longestMethod)) }
    put(", a message of ")
    var power = 1
    while size / power >= 10 { power *= 10 }
    while power > 0 {
      put(UInt8(48 + size / power % 10))
      power /= 10
    }
    put(" bytes\n")
  }

  private mutating func put(_ words: StaticString) { words.withUTF8Buffer { put($0[...]) } }

  private mutating func put(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let first = UnsafeBufferPointer(rebasing: bytes).baseAddress else { return }
    (text + length).update(from: first, count: bytes.count)
    length += bytes.count
  }

  private mutating func put(_ byte: UInt8) {
    text[length] = byte
    length += 1
  }
}
