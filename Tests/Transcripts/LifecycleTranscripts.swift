import Foundation
import LSP
import Testing

@Suite struct LifecycleTranscripts {
  @Test func aWholeSession() throws {
    let editor = try Editor()
    try editor.request(1, "textDocument/hover", "{}")
    #expect(try editor.answer(1)["error"]["code"].int == -32002)
    try editor.request(2, "initialize", #"{"processId":null,"capabilities":{}}"#)
    let result = try editor.answer(2)["result"]
    #expect(result["serverInfo"]["name"].string == "newsmark")
    #expect(result["capabilities"]["textDocumentSync"]["change"].int == 2)
    try editor.notify("initialized")
    try editor.open("date 2023-02-30 Prose.\n")
    #expect(try editor.message("textDocument/publishDiagnostics")["diagnostics"].elements.isEmpty == false)
    try editor.request(3, "no/such")
    #expect(try editor.answer(3)["error"]["code"].int == -32601)
    try editor.request(4, "shutdown")
    let down = try editor.answer(4)
    #expect(down["result"].isAbsent && !down["result"].isMissing)
    try editor.request(5, "textDocument/hover")
    #expect(try editor.answer(5)["error"]["code"].int == -32600)
    try editor.notify("exit", "null")
    #expect(try editor.exitCode() == 0)
    #expect(editor.rest() == ("", ""))
  }

  @Test func theEndOfTheInputEndsTheServer() throws {
    let hasty = try Editor.greeted()
    try hasty.closeInput()
    #expect(try hasty.exitCode() == 1)
    let tidy = try Editor.greeted()
    try tidy.request(2, "shutdown")
    try tidy.closeInput()
    #expect(try tidy.answer(2)["error"].isMissing)
    #expect(try tidy.exitCode() == 0)
  }

  @Test func shutdownWithoutAnIdAndExitWithoutShutdown() throws {
    let kate = try Editor.greeted()
    try kate.notify("shutdown")
    try kate.notify("exit")
    #expect(try kate.exitCode() == 0)
    let hasty = try Editor.greeted()
    try hasty.notify("exit")
    #expect(try hasty.exitCode() == 1)
  }

  @Test func theServerDoesNotOutliveItsClient() throws {
    let client = Process()
    client.executableURL = URL(filePath: "/bin/sleep")
    client.arguments = ["60"]
    try client.run()
    let editor = try Editor.greeted(processID: "\(client.processIdentifier)")
    kill(client.processIdentifier, SIGKILL)
    client.waitUntilExit()
    #expect(try editor.exitCode() == 1)
  }

  @Test func aProcessThatIsNotThereIsNotWatched() throws {
    let editor = try Editor.greeted(processID: "2147483646")
    usleep(300_000)
    try editor.request(2, "shutdown")
    #expect(try editor.answer(2)["error"].isMissing)
  }

  @Test func beingAskedToEndIsAnEnd() throws {
    let editor = try Editor.greeted()
    editor.terminate()
    #expect(try editor.exitCode() == 1)
  }

  @Test func aCrashSaysWhatItWasAt() throws {
    let editor = try Editor.greeted()
    try editor.request(2, "no/such")
    _ = try editor.answer(2)
    editor.crash()
    _ = try editor.exitCode()
    #expect(editor.rest().errors.contains(" crashed at no/such, a message of 57 bytes\n"))
  }

  @Test func cancellationBeforeAndAfterTheAnswer() throws {
    let editor = try Editor.greeted()
    let request = Editor.frame(#"{"jsonrpc":"2.0","id":7,"method":"no/such"}"#)
    let cancel = Editor.frame(##"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":7}}"##)
    try editor.write(request + cancel)
    #expect(try editor.answer(7)["error"]["code"].int == -32800)
    try editor.write(request)
    #expect(try editor.answer(7)["error"]["code"].int == -32601)
    try editor.write(cancel + request)
    #expect(try editor.answer(7)["error"]["code"].int == -32601)
  }
}

@Suite struct CommandLineTranscripts {
  private static let lines: [([String], Int32)] = [
    (["--version"], 0), (["--help"], 0), (["serve", "--help"], 0), ([], 2), (["no-such"], 2), (["--no-such"], 2),
    (["serve", "--no-such"], 2), (["serve", "a.news"], 2), (["serve", "--today", "yesterday"], 2),
    (["serve", "--today"], 2), (["serve", "--trace", "/no/such/folder/file"], 2),
  ]

  @Test(arguments: lines)
  func wordsAndExitCodes(arguments: [String], code: Int32) throws {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = Editor.binary
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == code)
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(said.isEmpty == (code != 0))
    #expect(complaint.isEmpty == (code == 0))
    if code != 0 { #expect(complaint.hasPrefix("newsmark: ") && complaint.split(separator: "\n").count == 1) }
  }

  @Test func aTraceHoldsEveryMessage() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "newsmark-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    let editor = try Editor("--stdio", "--trace", file.path)
    try editor.request(1, "initialize", "{}")
    _ = try editor.answer(1)
    try editor.write(Editor.frame("nonsense"))
    try editor.notify("exit")
    _ = try editor.exitCode()
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let rows = try lines.map { try JSON(parsing: Array($0.utf8)) }
    // Whether the exit was read before the nonsense was answered is up to the pipe.
    #expect(rows.map { $0["dir"].string ?? "" }.sorted() == ["c2s", "c2s", "c2s", "s2c", "s2c"])
    #expect(rows[0]["msg"]["method"].string == "initialize")
    #expect(rows[2]["framing"].string == "nonsense")
  }
}
