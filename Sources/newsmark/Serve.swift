import LSP
import Semantics
import Server

let serveCommand = Command(
  name: "serve", usage: "serve [--trace FILE]", summary: "speaks the Language Server Protocol with an editor",
  run: serve)

private func serve(_ arguments: inout Arguments) throws(UsageError) -> Int32 {
  _ = arguments.takeFlag("--stdio")
  let today = try arguments.takeToday()
  var trace: Trace?
  if let path = try arguments.takeValue("--trace") {
    trace = Trace(path: path)
    guard trace != nil else { throw UsageError(message: "cannot write \(path)") }
  }
  if let surplus = try arguments.operands().first {
    throw UsageError(message: "\(surplus) is not needed: articles come from the editor")
  }
  if System.inputIsTerminal { System.complain("waiting for an editor on standard input; Ctrl-C ends it") }
  var loop = Loop(today: today, trace: trace)
  System.leaveAtOnce(loop.run())
}

/// One thread: wait, read, hand over every frame, let the server work once no further one waits, write, and again.
private struct Loop {
  private var server = LanguageServer(version: version)
  private var reader = FrameReader()
  private var output = OutputQueue()
  private var trace: Trace?
  private let fixedToday: CivilDate?
  private var dayChecked = Int.min
  private var wakeBy: Int?
  private var restBy: Int?
  private var process: Int?
  private var processChecked = Int.min / 2
  private var exitCode: Int32?
  private var scans: [FolderScan] = []
  /// When the client last said something.
  private var heard = 0
  /// Nil until somebody may have work for it.
  private var side: SideDesk<Event>?

  /// How long the client may leave its output unread, in ms; shorter once the session is over.
  private var longestStall: Int { exitCode == nil ? 30_000 : 2_000 }
  /// How often to see whether the client's process is alive, in ms.
  private static let processCheck = 2_000
  /// How often to see whether a new day has begun, in ms.
  private static let dayCheck = 60_000
  /// How long the client must have said nothing for nobody to be typing, in ms.
  private static let quiet = 100
  private static let mostWaiting = 1_000
  /// For less it does not pay to wake a thread, in bytes.
  private static let longMessage = 1 << 16
  /// Stylebooks and articles of the archive beyond this many bytes are left alone.
  private static let largestFile = 1 << 20

  init(today: CivilDate?, trace: Trace?) {
    fixedToday = today
    self.trace = trace
  }

  mutating func run() -> Int32 {
    System.prepareToServe(version: version)
    server.willHandle = { method, length in System.noteForCrash(method: method, length: length) }
    while true {
      turn()
      let hadOutput = !output.isEmpty
      output.flush()
      // Whoever reads that may have been put on this core, where they would wait until what is left to do is done.
      if hadOutput { System.yield() }
      if output.isBroken { abandon() }
      if let exitCode, output.isEmpty { return exitCode }
      if output.stalled(at: System.now()) >= longestStall {
        if exitCode == nil {
          System.complain("the client has read nothing for \(longestStall / 1000) s; \(output.size) bytes wait for it")
        }
        return exitCode ?? 1
      }
      // Not before the greeting is out, for which the client waits and which says nothing of days.
      checkDay()
    }
  }

  /// Waits for the next thing to happen, and reacts to it.
  private mutating func turn() {
    let wantsInput = exitCode == nil && !output.isFull && server.waiting < Loop.mostWaiting
    let ready = System.wait(
      input: wantsInput, output: !output.isEmpty, results: side?.done.reader ?? -1,
      for: timeout(wantsInput: wantsInput))
    if ready.interrupted || ready.outputBroken && !ready.input { return abandon() }
    // A client that has just sent something is there.
    if !ready.input, processIsGone() { return abandon() }
    let more = ready.input && read()
    if ready.results, let side { for event in side.takeResults() { handle(event) } }
    if !ready.input, !scans.isEmpty, exitCode == nil { scanOn() }
    if let wakeBy, !output.isFull, exitCode == nil, !more || System.now() >= wakeBy {
      self.wakeBy = nil
      handle(.woke)
    } else if let restBy, exitCode == nil, !ready.input, System.now() >= restBy {
      self.restBy = nil
      handle(.rested)
    } else if mayHelp, !ready.input, let event = side?.finishNext() {
      handle(event)
    }
  }

  /// Nobody types, so nobody notices that this core is at work as well.
  private var mayHelp: Bool {
    exitCode == nil && (!server.hasOpenArticles || System.now() - heard >= Loop.quiet)
  }

  /// In ms; nil is for ever.
  private func timeout(wantsInput: Bool) -> Int {
    if wakeBy != nil, !output.isFull { return 0 }
    if !scans.isEmpty, exitCode == nil { return 0 }
    if mayHelp, side?.hasDrafts == true { return 0 }
    let stall = output.isEmpty ? Loop.dayCheck : 1_000
    let rest = restBy.map { max($0 - System.now(), 0) } ?? Loop.dayCheck
    return min(stall, rest, process == nil ? Loop.dayCheck : Loop.processCheck)
  }

  /// Reads once; true where the input may hold more.
  private mutating func read() -> Bool {
    var input = System.Input.nothing
    reader.append { input = System.readInput(to: &$0) }
    switch input {
    case .bytes(let isFull):
      heard = System.now()
      while let frame = reader.next() {
        switch frame {
        case .body(let body):
          System.noteForCrash(method: "reading", length: body.count)
          trace?.write(.fromClient, body)
          if body.count >= Loop.longMessage { callHands() }
          handle(.message(body))
        case .fault(let problem):
          System.complain(problem)
          handle(.damage(problem))
        }
      }
      // By the time it has come a thread is awake.
      if let announced = reader.announced, announced >= Loop.longMessage { callHands() }
      return isFull
    case .nothing: return false
    case .end:
      if let unfinished = reader.unfinished { System.complain(unfinished) }
      endInput()
      return false
    }
  }

  private mutating func endInput() {
    guard exitCode == nil else { return }
    handle(.inputEnded)
  }

  /// Nobody waits for answers any more: what is still to be worked on is let go.
  private mutating func abandon() { exitCode = exitCode ?? 1 }

  private mutating func handle(_ event: Event) {
    for effect in server.handle(event) {
      switch effect {
      case .send(let message):
        trace?.write(.fromServer, Body(message.body))
        output.append(message)
      case .wake(let delay): wakeBy = min(wakeBy ?? .max, System.now() + delay)
      case .rest(let delay): restBy = System.now() + delay
      case .watch(let id): process = System.isAlive(process: id) ? id : nil
      case .read(let key, let root): handle(.file(key, Loop.bytes(of: key, within: root)))
      case .file(let filing):
        doBeside {
          let draft = filing.draft(Loop.bytes(of: filing.key, within: filing.root))
          return .init(isShort: draft.isShort) { .filed(draft.filed) }
        }
      case .prove(let proving): doBeside { .init(isShort: false) { .proved(proving.proved()) } }
      case .scan(let folder): scans.append(FolderScan(folder))
      case .makeReady:
        System.makeRoom()
        openDesk()
      case .releaseMemory: System.releaseMemory()
      case .exit(let code): exitCode = code
      }
    }
  }

  /// A message so long brings an article on which several can work, in no time.
  private mutating func callHands() {
    let side = openDesk()
    server.hands = side.hands
    side.rouse()
  }

  private mutating func doBeside(_ order: @escaping SideDesk<Event>.Order) {
    openDesk().add(order)
  }

  @discardableResult
  private mutating func openDesk() -> SideDesk<Event> {
    let side = side ?? SideDesk()
    self.side = side
    return side
  }

  private static func bytes(of key: DocumentKey, within root: DocumentKey) -> [UInt8]? {
    guard let path = key.path, let folder = root.path else { return nil }
    return System.bytes(of: path, within: folder, upTo: largestFile)
  }

  /// Looks into one more folder, as nothing else is at hand.
  private mutating func scanOn() {
    let event = scans[0].step()
    if case .scanned(_, isLast: true, _) = event { scans.removeFirst() }
    handle(event)
  }

  /// Looks every now and then whether the client's process is there.
  private mutating func processIsGone() -> Bool {
    guard let process, System.now() - processChecked >= Loop.processCheck else { return false }
    processChecked = System.now()
    return !System.isAlive(process: process)
  }

  private mutating func checkDay() {
    let now = System.now()
    guard dayChecked == .min || now - dayChecked >= Loop.dayCheck else { return }
    dayChecked = now
    if let today = fixedToday ?? System.today() { handle(.today(today)) }
  }
}
