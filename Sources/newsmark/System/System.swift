import Semantics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The one place where the program meets the operating system.
enum System {
  enum Input {
    /// `isFull` where there may be more at hand.
    case bytes(isFull: Bool)
    case nothing
    case end
  }

  enum Output {
    case wrote(Int)
    case full
    case broken
  }

  /// What `wait` saw.
  struct Ready {
    var input = false
    /// Work beside has been finished.
    var results = false
    var outputBroken = false
    /// The process was asked to end.
    var interrupted = false
  }

  /// Waits until standard input has bytes, standard output has room, or so many ms are over.
  static func wait(input: Bool, output: Bool, results: Int32, for milliseconds: Int) -> Ready {
    var files = (
      input: pollfd(fd: input ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
      output: pollfd(fd: STDOUT_FILENO, events: output ? Int16(POLLOUT) : 0, revents: 0),
      interruptions: pollfd(fd: interruptions?.reader ?? -1, events: Int16(POLLIN), revents: 0),
      results: pollfd(fd: results, events: Int16(POLLIN), revents: 0)
    )
    let count = withUnsafeMutableBytes(of: &files) {
      poll($0.bindMemory(to: pollfd.self).baseAddress, 4, Int32(clamping: milliseconds))
    }
    guard count > 0 else { return Ready() }
    return Ready(
      input: files.input.revents != 0, results: files.results.revents != 0,
      outputBroken: files.output.revents & Int16(POLLERR | POLLNVAL) != 0,
      interrupted: files.interruptions.revents != 0 && interruptions?.wait() ?? false)
  }

  /// Reads what standard input has at hand, at most 64 KiB, and puts it behind other bytes.
  static func readInput(to bytes: inout [UInt8]) -> Input {
    let most = 1 << 16
    var count = 0
    bytes.append(addingCapacity: most) { room in
      room.withUnsafeMutableBufferPointer { room, filled in
        count = read(STDIN_FILENO, room.baseAddress.map { $0 + filled }, most)
        filled += max(count, 0)
      }
    }
    if count > 0 { return .bytes(isFull: count == most) }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? .nothing : .end
  }

  /// Writes two pieces to standard output without waiting.
  static func writeOutput(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Output {
    let count = first.withUnsafeBytes { first in
      second.withUnsafeBytes { second in
        // What is written to is the system's word for both ways; nothing is changed.
        var pieces = (
          iovec(iov_base: UnsafeMutableRawPointer(mutating: first.baseAddress), iov_len: first.count),
          iovec(iov_base: UnsafeMutableRawPointer(mutating: second.baseAddress), iov_len: second.count)
        )
        return withUnsafeBytes(of: &pieces) { writev(STDOUT_FILENO, $0.bindMemory(to: iovec.self).baseAddress, 2) }
      }
    }
    if count >= 0 { return .wrote(count) }
    return errno == EAGAIN || errno == EINTR ? .full : .broken
  }

  /// Lets a pipe on standard output hold a megabyte, where the system has such pipes and allows it.
  static func widenOutput() {
    #if os(Linux)
      // F_SETPIPE_SZ, which the headers keep for those who ask.
      _ = fcntl(STDOUT_FILENO, 1031, 1 << 20)
    #endif
  }

  /// Makes writing never wait, a broken pipe no signal, being asked to end an event, and a crash say what it was at.
  static func prepareToServe(version: String) {
    _ = signal(SIGPIPE, SIG_IGN)
    let flags = fcntl(STDOUT_FILENO, F_GETFL)
    if flags >= 0 { _ = fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK) }
    keepMemoryAtHand()
    interruptions = Pipe()
    // A client may start the server from a thread that blocks signals, and the server would inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    for number in [SIGTERM, SIGINT, SIGHUP] {
      _ = signal(number) { _ in interruptions?.put() }
    }
    crashNote.start(version: version)
    handleCrashes()
  }
}

extension System {
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Ms on a clock that never goes back.
  static func now() -> Int { microseconds() / 1000 }

  /// µs on the same clock.
  static func microseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }

  /// The local day.
  static func today() -> CivilDate? {
    var seconds = time(nil)
    var local = tm()
    guard localtime_r(&seconds, &local) != nil else { return nil }
    return CivilDate(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
  }

  /// False where there is no such process, or could never be.
  static func isAlive(process: Int) -> Bool {
    guard let id = Int32(exactly: process), id > 0 else { return false }
    return kill(id, 0) == 0 || errno == EPERM
  }

  /// Has freed memory used again before `releaseMemory` gives it back: a list of some MB would come from the system anew each
  /// time, and leave the room that smaller ones had.
  private static func keepMemoryAtHand() {
    #if canImport(Glibc)
      // M_TRIM_THRESHOLD and M_MMAP_THRESHOLD, in bytes; the second may not be more.
      _ = setMalloc(-1, 64 << 20)
      _ = setMalloc(-3, 32 << 20)
      // M_TOP_PAD: how much more than is needed is asked for, as asking takes longer than what is never touched costs.
      _ = setMalloc(-2, 1 << 20)
    #endif
  }

  /// Has as much memory at hand as an article of 100 KB takes: a page that comes fresh from the system costs a microsecond or more.
  static func makeRoom() {
    #if canImport(Glibc)
      let (size, edge) = (3 << 17, 1 << 16)
      guard let room = malloc(size + edge) else { return }
      // MADV_POPULATE_WRITE, which older systems refuse: whole pages, of any size that there is.
      madvise(room.alignedUp(toMultipleOf: edge), size, 23)
      free(room)
    #endif
  }

  /// Gives freed memory back to the operating system, where that has to be asked for.
  static func releaseMemory() {
    #if canImport(Glibc)
      _ = mallocTrim(0)
    #endif
  }

  /// Writes bytes to standard output as they are; half a report is worse than none, so where that fails the program ends.
  static func print(_ bytes: [UInt8]) {
    guard !writeAll(bytes, to: STDOUT_FILENO) else { return }
    complain("cannot write to standard output")
    leave(2)
  }

  /// Writes text to standard output.
  static func print(_ text: String) { print(Array(text.utf8)) }

  /// Writes one line to standard error.
  static func complain(_ problem: String) { writeAll(Array("newsmark: \(problem)\n".utf8), to: STDERR_FILENO) }

  /// A new or emptied file to write to; nil where the system refuses.
  static func create(_ path: String) -> Int32? {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    return file < 0 ? nil : file
  }

  /// Writes everything, waiting where it has to; false where the other end is gone or full.
  @discardableResult
  static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        guard poll(&waiting, 1, 1000) > 0 else { return false }
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Writes text to standard error as it is.
  static func tell(_ text: String) { writeAll(Array(text.utf8), to: STDERR_FILENO) }

  /// True where colours help: a terminal, and nobody who asks for none.
  static var showsColour: Bool { isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true }

  static var errorsShowOnTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Ends the program.
  static func leave(_ code: Int32) -> Never { exit(code) }

  /// Ends the program whatever its other threads do.
  static func leaveAtOnce(_ code: Int32) -> Never { _exit(code) }
}

extension System {
  static var coreCount: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }

  /// Starts a thread; nil where the system refuses.
  static func startThread(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
    let box = Unmanaged.passRetained(Work(run: work)).toOpaque()
    var thread = pthread_t()
    if pthread_create(&thread, nil, runWork, box) == 0 { return thread }
    Unmanaged<Work>.fromOpaque(box).release()
    return nil
  }

  /// Lets other threads go first.
  static func yield() { _ = sched_yield() }

  static func join(_ thread: pthread_t) { pthread_join(thread, nil) }
}

private final class Work: Sendable {
  let run: @Sendable () -> Void
  init(run: @escaping @Sendable () -> Void) { self.run = run }
}

private func runWork(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let box { Unmanaged<Work>.fromOpaque(box).takeRetainedValue().run() }
  return nil
}

#if canImport(Glibc)
  @_silgen_name("malloc_trim")
  private func mallocTrim(_ pad: Int) -> Int32
  @_silgen_name("mallopt")
  private func setMalloc(_ parameter: Int32, _ value: Int32) -> Int32
#endif

// A signal handler can reach nothing but globals; one thread writes them, before any signal can be handled.
nonisolated(unsafe) private var interruptions: Pipe?
/// What is written when the program crashes.
nonisolated(unsafe) var crashNote = CrashNote()
