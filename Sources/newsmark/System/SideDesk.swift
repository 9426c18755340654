import Semantics
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
/// What an order needs is fetched first, and only beside, as a drive may be slow to answer; what has been fetched and is short
/// work is finished by whoever has time. The threads are started with the desk, so that whoever needs them has only to wake them.
/// Nobody waits for their end: one may be reading from a drive that does not answer, so the program must leave with
/// `System.leaveAtOnce`.
final class SideDesk<Result: Sendable>: Sendable {
  /// What was fetched.
  struct Draft: Sendable {
    /// Finished in so short a time that whoever waits for input may do it.
    let isShort: Bool
    let finish: @Sendable () -> Result
  }

  typealias Order = @Sendable () -> Draft

  private struct State {
    var orders: [Order] = []
    /// What was fetched of short work.
    var drafts: [Draft] = []
    var results: [Result] = []
    /// A byte lies in `done`.
    var isTold = false
    var threads = 0
    /// How many threads have something to do or look out for it.
    var awake = 0
    /// Until when they look out, in µs.
    var lookOut = 0
    /// What whoever waits for it does together with the threads, and how many of these are at it.
    var job: Job?
    var helpers = 0

    var left: Int { orders.count + drafts.count }
    /// The job, while there is something left to take of it.
    var nextJob: Job? { job.flatMap { $0.isTaken ? nil : $0 } }

    /// True once when it is time to pick the results up.
    mutating func tells() -> Bool {
      if isTold || results.isEmpty || left > SideDesk.low { return false }
      isTold = true
      return true
    }
  }

  private enum Step {
    case help(Job)
    case fetch(Order)
    case finish(Draft)
  }

  private let state = Mutex(State())
  /// A byte in it for each thread that there may be work for.
  private let waiting = Pipe()
  /// A byte in it once there are results, and so little work left that it is time to pick them up and bring more.
  let done = Pipe()

  /// How much work is little, and how many drafts lie ready for whoever has time.
  private static var low: Int { 8 }

  init() { startThreads() }

  func add(_ order: @escaping Order) {
    let (isAlone, mayWait) = state.withLock { state in
      if state.threads > 0 { state.orders.append(order) }
      return (state.threads == 0, state.left <= state.threads)
    }
    // A system that refuses threads gets the work done here.
    if isAlone { file(order().finish()) } else if mayWait { waiting.put() }
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

  /// True where short work waits that could be finished here.
  var hasDrafts: Bool { state.withLock { !$0.drafts.isEmpty } }

  /// Finishes the next of what is short work here; nil where there is none.
  func finishNext() -> Result? {
    let (draft, tells) = state.withLock { state in
      (state.drafts.isEmpty ? nil : state.drafts.removeFirst(), state.tells())
    }
    if tells { done.put() }
    return draft?.finish()
  }

  /// Whoever asks, and the threads as far as they have nothing else to do.
  var hands: Hands { Hands { count, part in self.share(Job(count, part)) } }

  /// Has the threads look out for a while, as there will be work in no time.
  func rouse() { wake() }

  private func share(_ job: Job) {
    wake(for: job)
    job.run()
    state.withLock { state in
      state.job = nil
      state.lookOut = System.microseconds() + Self.lookOut
    }
    while state.withLock({ $0.helpers > 0 }) { System.yield() }
  }

  /// It takes some 50 µs to wake a thread, as long as to read 10 KB.
  private func wake(for job: Job? = nil) {
    let asleep = state.withLock { state in
      state.job = job
      state.lookOut = System.microseconds() + Self.lookOut
      return state.threads - state.awake
    }
    for _ in 0..<asleep { waiting.put() }
  }

  private static var lookOut: Int { 300 }

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
      state.withLock { $0.awake += 1 }
      while staysAwake() {
        switch nextStep() {
        case nil: System.yield()
        case .help(let job)?:
          job.run()
          state.withLock { $0.helpers -= 1 }
        case .fetch(let order)?:
          let draft = order()
          if draft.isShort { state.withLock { $0.drafts.append(draft) } } else { file(draft.finish()) }
        case .finish(let draft)?: file(draft.finish())
        }
      }
    }
  }

  private func staysAwake() -> Bool {
    state.withLock { state in
      // A thread may wake late, and the job that it was woken for goes on.
      if state.left > 0 || state.nextJob != nil { return true }
      if state.lookOut > 0, System.microseconds() < state.lookOut { return true }
      state.lookOut = 0
      state.awake -= 1
      return false
    }
  }

  private func nextStep() -> Step? {
    state.withLock { state in
      if let job = state.nextJob {
        state.helpers += 1
        return .help(job)
      }
      if !state.orders.isEmpty, state.drafts.count < SideDesk.low { return .fetch(state.orders.removeFirst()) }
      return state.drafts.isEmpty ? nil : .finish(state.drafts.removeFirst())
    }
  }

  private func file(_ result: Result) {
    let tells = state.withLock { state in
      state.results.append(result)
      return state.tells()
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
