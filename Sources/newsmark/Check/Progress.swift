/// Tells someone who waits at a terminal how far a long run is.
struct Progress: Sendable {
  private let count: Int
  private let done: System.Counter?

  init(count: Int) {
    self.count = count
    done = count >= 500 && System.errorsShowOnTerminal ? System.Counter() : nil
  }

  func step() {
    guard let number = done?.next(), number % 100 == 0 else { return }
    System.tell("\r\(number) of \(count) articles")
  }

  /// Leaves the line empty.
  func end() {
    if done != nil { System.tell("\r\u{1B}[K") }
  }
}
