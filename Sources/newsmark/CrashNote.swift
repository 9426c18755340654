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

  /// Puts a method and the length in bytes of its message in the place of those before.
  mutating func note(method: String, length size: Int) {
    length = start
    for byte in method.utf8.prefix(CrashNote.longestMethod) { put(byte) }
    for byte in ", a message of ".utf8 { put(byte) }
    var power = 1
    while size / power >= 10 { power *= 10 }
    while power > 0 {
      put(UInt8(48 + size / power % 10))
      power /= 10
    }
    for byte in " bytes\n".utf8 { put(byte) }
  }

  private mutating func put(_ byte: UInt8) {
    text[length] = byte
    length += 1
  }
}
