import Foundation
import LSP
import Testing

/// The real binary at the other end of real pipes.
final class Editor {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let errors = Pipe()
  private var reader = FrameReader()

  /// The binary that `$NEWSMARK` names, or else the one that was built beside these tests.
  static let binary: URL = {
    signal(SIGPIPE, SIG_IGN)
    if let path = ProcessInfo.processInfo.environment["NEWSMARK"] { return URL(filePath: path) }
    return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "newsmark")
  }()

  /// What a shell needs that starts the binary as `$N`; what counts lines or watches memory in these tests goes along.
  static var shellEnvironment: [String: String] {
    ProcessInfo.processInfo.environment.merging(["N": binary.path]) { _, own in own }
  }

  convenience init(_ arguments: String...) throws {
    try self.init(executable: Editor.binary, arguments.isEmpty ? ["serve"] : arguments)
  }

  private init(executable: URL, _ arguments: [String], environment: [String: String]? = nil) throws {
    process.executableURL = executable
    process.arguments = arguments
    if let environment { process.environment = environment }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Only then does the end of the process show as the end of its output.
    try? output.fileHandleForWriting.close()
    try? errors.fileHandleForWriting.close()
    try? input.fileHandleForReading.close()
  }

  /// A server whose stack is as small as that.
  convenience init(withStackOfKiB size: Int) throws {
    try self.init(
      executable: URL(filePath: "/bin/sh"), ["-c", "ulimit -s \(size); exec \"$0\" serve", Editor.binary.path],
      environment: Editor.shellEnvironment)
  }

  deinit { if process.isRunning { process.terminate() } }

  /// An editor whose server is greeted, with `capabilities` as JSON text.
  static func greeted(_ capabilities: String = "{}", processID: String = "null") throws -> Editor {
    let editor = try Editor()
    try editor.request(1, "initialize", #"{"processId":\#(processID),"capabilities":\#(capabilities)}"#)
    #expect(try editor.answer(1)["error"].isMissing)
    try editor.notify("initialized")
    return editor
  }

  func write(_ bytes: [UInt8]) throws { try input.fileHandleForWriting.write(contentsOf: Data(bytes)) }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func request(_ id: Int, _ method: String, _ params: String = "null") throws {
    try write(Editor.frame(#"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(params)}"#))
  }

  func notify(_ method: String, _ params: String = "{}") throws {
    try write(Editor.frame(#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(params)}"#))
  }

  func open(_ text: String, uri: String = "file:///a.news") throws {
    let document = LSPAny.object([
      .init("uri", .string(uri)), .init("languageId", "news"), .init("version", 1), .init("text", .string(text)),
    ])
    let params = LSPAny.object([.init("textDocument", document)])
    try notify("textDocument/didOpen", String(decoding: params.jsonBytes, as: UTF8.self))
  }

  static func frame(_ body: String) -> [UInt8] { frameHeader(length: body.utf8.count) + Array(body.utf8) }

  /// The next message from the server, within a minute; nil at the end of its output.
  func receive() throws -> JSON? {
    while true {
      if case .body(let body)? = reader.next() { return try JSON(parsing: body) }
      var file = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      try #require(poll(&file, 1, 60_000) > 0, "the server is silent")
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { return nil }
      reader.append([UInt8](data))
    }
  }

  /// True where the server has sent something that is not read yet.
  var hasOutput: Bool {
    var file = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, 0) > 0
  }

  /// The answer to a request, skipping whatever comes before it.
  func answer(_ id: Int) throws -> JSON {
    while let message = try receive() {
      if message["method"].isMissing, message["id"].int == id { return message }
    }
    Issue.record("the server ended without answering \(id)")
    return try JSON(parsing: Array("null".utf8))
  }

  /// The next notification or request of one method, skipping whatever comes before it.
  func message(_ method: String) throws -> JSON {
    while let message = try receive() {
      if message["method"].string == method { return message["params"] }
    }
    Issue.record("the server ended without sending \(method)")
    return try JSON(parsing: Array("null".utf8))
  }

  /// Changes the open article; `changes` as JSON text.
  func change(_ changes: String, version: String = "2") throws {
    try notify(
      "textDocument/didChange",
      #"{"textDocument":{"uri":"file:///a.news","version":\#(version)},"contentChanges":[\#(changes)]}"#)
  }

  static func quoted(_ text: String) -> String { String(decoding: LSPAny.string(text).jsonBytes, as: UTF8.self) }

  /// The names that the outline of the open article shows.
  func names() throws -> [String] {
    try request(900, "textDocument/documentSymbol", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    return try answer(900)["result"].elements.compactMap { $0["name"].string }
  }

  /// Writes so many frames, as long as the server takes any within two seconds; never reads.
  func writeWhileTaken(frames count: Int, _ frame: (Int) -> [UInt8]) throws {
    let file = input.fileHandleForWriting.fileDescriptor
    _ = fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_NONBLOCK)
    for number in 0..<count {
      var rest = frame(number)[...]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
        if written > 0 {
          rest = rest.dropFirst(written)
          continue
        }
        var waiting = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        guard poll(&waiting, 1, 2_000) > 0 else { return }
      }
    }
  }

  /// Bytes of memory that the server holds; 0 where the system does not say.
  func memory() -> Int {
    let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) << 10
  }

  func closeInput() throws { try input.fileHandleForWriting.close() }

  /// Stops reading for good.
  func closeOutput() throws { try output.fileHandleForReading.close() }

  /// Makes the server crash.
  func crash() { send(SIGSEGV) }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  func terminate() { process.terminate() }

  /// The exit code, within half a minute.
  func exitCode() throws -> Int32 {
    let limit = ContinuousClock.now + .seconds(30)
    while process.isRunning, ContinuousClock.now < limit { usleep(2_000) }
    try #require(!process.isRunning, "the server did not end")
    return process.terminationStatus
  }

  /// All that is left on standard output and standard error of a server that has ended.
  func rest() -> (output: String, errors: String) {
    (
      String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self),
      String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    )
  }
}

extension FrameReader {
  fileprivate mutating func append(_ data: Data) { append(Array(data)) }
}
