import Synchronization

extension System {
  /// Does the work for each number below `count`, on every core; the results are in order whatever the cores do.
  static func onAllCores<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let job = Job(count, work)
    let threads = (1..<max(min(coreCount, count), 1)).compactMap { _ in startThread { job.run() } }
    job.run()
    for thread in threads { join(thread) }
    return job.ordered
  }

  /// Counts up from 1, whichever thread asks.
  final class Counter: Sendable {
    private let value = Atomic(0)

    func next() -> Int { value.add(1, ordering: .relaxed).newValue }
  }
}

/// Work that several threads take from, one number at a time.
private final class Job<Result: Sendable>: Sendable {
  private let count: Int
  private let work: @Sendable (Int) -> Result
  private let taken = System.Counter()
  private let results = Mutex<[(index: Int, result: Result)]>([])

  init(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.work = work
  }

  func run() {
    while true {
      let index = taken.next() - 1
      guard index < count else { return }
      let result = work(index)
      results.withLock { $0.append((index, result)) }
    }
  }

  var ordered: [Result] { results.withLock { $0.sorted { $0.index < $1.index }.map(\.result) } }
}
