import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work that is done on the other cores while the program waits or types along; results are picked up when it looks.
///
/// The threads are started with the first work, as most editors open a single article. Nobody waits for their end: one
/// may be reading from a drive that does not answer, so the program must leave with `System.leaveAtOnce`.
final class SideDesk<Result: Sendable>: Sendable {
  private struct State {
    var work: [@Sendable () -> Result] = []
    var results: [Result] = []
    /// A byte lies in `done`.
    var isTold = false
    var threads = 0
  }

  private let state = Mutex(State())
  /// A byte in it for each thread that there may be work for.
  private let waiting = Pipe()
  /// A byte in it once there are results, and so little work left that it is time to pick them up and bring more.
  let done = Pipe()

  /// How much work is little.
  private static var low: Int { 8 }

  func add(_ work: @escaping @Sendable () -> Result) {
    startThreads()
    let (isAlone, mayWait) = state.withLock { state in
      if state.threads > 0 { state.work.append(work) }
      return (state.threads == 0, state.work.count <= state.threads)
    }
    // A system that refuses threads gets the work done here.
    if isAlone { finish(work()) } else if mayWait { waiting.put() }
  }

  /// What has been done since the last look, in the order in which it was finished.
  func takeResults() -> [Result] {
    done.drain()
    return state.withLock { state in
      defer { state.results.removeAll() }
      state.isTold = false
      return state.results
    }
  }

  private func startThreads() {
    state.withLock { state in
      guard state.threads == 0, waiting.isOpen, done.isOpen else { return }
      // One core is for whoever types.
      for _ in 0..<max(System.coreCount - 1, 1) {
        if System.startThread({ self.run() }) != nil { state.threads += 1 }
      }
    }
  }

  private func run() {
    while waiting.wait() {
      while let work = state.withLock({ $0.work.isEmpty ? nil : $0.work.removeFirst() }) { finish(work()) }
    }
  }

  private func finish(_ result: Result) {
    let tells = state.withLock { state in
      state.results.append(result)
      defer { state.isTold = state.isTold || state.work.count <= SideDesk.low }
      return !state.isTold && state.work.count <= SideDesk.low
    }
    if tells { done.put() }
  }
}

/// A pipe to oneself, which `poll` and a blocked read can wait for.
struct Pipe: Sendable {
  let reader: Int32
  private let writer: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    let isMade = pipe(&ends) == 0
    reader = isMade ? ends[0] : -1
    writer = isMade ? ends[1] : -1
    for end in ends where isMade { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  var isOpen: Bool { reader >= 0 }

  func put() {
    var byte: UInt8 = 1
    while write(writer, &byte, 1) < 0, errno == EINTR {}
  }

  /// Waits for a byte and takes it; false when there can be none any more.
  func wait() -> Bool {
    var byte: UInt8 = 0
    while true {
      let count = read(reader, &byte, 1)
      if count == 1 { return true }
      if count == 0 || errno != EINTR { return false }
    }
  }

  /// Takes one byte out where there is one; never waits.
  func drain() {
    var ready = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
    if poll(&ready, 1, 0) > 0 { _ = wait() }
  }
}
