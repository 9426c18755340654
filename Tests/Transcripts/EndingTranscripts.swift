import Foundation
import LSP
import Testing

/// Clients that stop reading, go away or never stop typing, and signals.
@Suite struct EndingTranscripts {
  /// A request whose answer is long, so that few of them fill any pipe.
  private func ask(_ editor: Editor, _ count: Int) throws {
    for id in 2..<count + 2 {
      try editor.request(id, "textDocument/semanticTokens/full", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    }
  }

  private static let long = "date 2023-11-29 It met.\n\n" + String(repeating: "“One,” Ana Ruiz said.\n\n", count: 3000)

  @Test func aClientThatReadsNothingForAWhileGetsEverythingOnceItReads() throws {
    let editor = try Editor.greeted()
    try editor.open(Self.long)
    try ask(editor, 60)
    usleep(500_000)
    for id in 2..<62 { #expect(try editor.answer(id)["result"]["data"].isArray) }
  }

  /// Above 16 MiB that nobody has read the server reads no further, so its memory is bounded.
  @Test func aClientThatNeverReadsCostsBoundedMemory() throws {
    let editor = try Editor.greeted()
    try editor.open(Self.long)
    try editor.writeWhileTaken(frames: 4000) { id in
      Editor.frame(
        #"{"jsonrpc":"2.0","id":\#(id),"method":"textDocument/semanticTokens/full","params":{"textDocument":{"uri":"file:///a.news"}}}"#
      )
    }
    #expect(editor.memory() < 200 << 20)
    editor.terminate()
    #expect(try editor.exitCode() == 1)
  }

  @Test func aClientThatClosesItsPipeInTheMiddleEndsTheServer() throws {
    let editor = try Editor.greeted()
    try editor.open(Self.long)
    try ask(editor, 20)
    _ = try editor.receive()
    try editor.closeOutput()
    #expect(try editor.exitCode() == 1)
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func aSignalToEndIsAnEnd(number: Int32) throws {
    let editor = try Editor.greeted()
    editor.send(number)
    #expect(try editor.exitCode() == 1)
    #expect(editor.rest() == ("", ""))
  }

  @Test func aBrokenPipeIsNoCrash() throws {
    let editor = try Editor.greeted()
    editor.send(SIGPIPE)
    try editor.request(2, "shutdown")
    #expect(try editor.answer(2)["error"].isMissing)
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP])
  func aCrashSaysWhatItWasAtAndEndsWithItsSignal(number: Int32) throws {
    let editor = try Editor.greeted()
    try editor.request(2, "no/such")
    _ = try editor.answer(2)
    editor.send(number)
    #expect(try editor.exitCode() == number)
    #expect(editor.rest().errors.contains(" crashed at no/such, a message of 57 bytes\n"))
  }

  /// The handler stands on a stack of its own.
  @Test func aStackThatRanOutSaysSo() throws {
    let editor = try Editor(withStackOfKiB: 128)
    let nested = String(repeating: "[", count: 500)
    for _ in 0..<3 { try? editor.write(Editor.frame(nested + String(repeating: "]", count: 500))) }
    try? editor.closeInput()
    let code = try editor.exitCode()
    // A build that is optimised nests as deep as is allowed without running out.
    guard code == SIGSEGV || code == SIGBUS else { return #expect(code == 1) }
    #expect(editor.rest().errors.contains(" crashed at reading, a message of 1000 bytes\n"))
  }

  @Test func aSteadyStreamOfEditsStillGetsItsFindings() throws {
    let editor = try Editor.greeted(#"{"textDocument":{"publishDiagnostics":{"versionSupport":true}}}"#)
    try editor.open("date 2023-02-30 It met.\n")
    _ = try editor.message("textDocument/publishDiagnostics")
    var version = 1
    while version < 5000, !editor.hasOutput {
      version += 1
      let at = #"{"line":0,"character":23}"#
      try editor.change(#"{"range":{"start":\#(at),"end":\#(at)},"text":"a"}"#, version: "\(version)")
      usleep(500)
    }
    #expect(version < 5000)
    #expect(try editor.message("textDocument/publishDiagnostics")["version"].int ?? 0 > 1)
  }

  @Test(arguments: ["", "Content-Le", "Content-Length: 10\r\n\r\n{\"a\""])
  func theEndOfTheInputIsAnEndWhereverItComes(rest: String) throws {
    let editor = try Editor.greeted()
    try editor.write(rest)
    try editor.closeInput()
    #expect(try editor.exitCode() == 1)
    #expect(editor.rest().errors.isEmpty == rest.isEmpty)
  }
}
