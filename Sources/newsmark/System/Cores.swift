import Semantics
import Synchronization

extension System {
  /// Does the work for each number below `count`, on every core; the results are in order whatever the cores do.
  static func onAllCores<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    allCores.map(count, work)
  }

  private static let allCores = Hands { count, part in
    let job = Job(count, part)
    let threads = (1..<max(min(coreCount, count), 1)).compactMap { _ in startThread { job.run() } }
    job.run()
    for thread in threads { join(thread) }
  }

  /// Counts up from 1, whichever thread asks.
  final class Counter: Sendable {
    private let value = Atomic(0)

    func next() -> Int { value.add(1, ordering: .relaxed).newValue }

    /// What the next call will give at least.
    var upcoming: Int { value.load(ordering: .relaxed) + 1 }
  }
}

/// Work that several threads take from, one part at a time.
final class Job: Sendable {
  private let count: Int
  private let part: @Sendable (Int) -> Void
  private let taken = System.Counter()

  init(_ count: Int, _ part: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.part = part
  }

  var isTaken: Bool { taken.upcoming > count }

  /// Does parts until none is left to be taken.
  func run() {
    while true {
      let index = taken.next() - 1
      guard index < count else { return }
      part(index)
    }
  }
}
