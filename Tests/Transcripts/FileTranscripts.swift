import Foundation
import LSP
import Testing

/// Folders and files as no archive should have them.
@Suite struct FileTranscripts {
  private let folder: URL
  private static let flawed = "date 2023-02-30 It met.\n"

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "newsmark-files-\(UUID().uuidString)/desk")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// What a shell in the folder makes of it; `$N` is the binary.
  private func shell(_ line: String) throws -> (output: String, errors: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = Editor.shellEnvironment
    let (output, errors) = (folder.appending(path: ".out"), folder.appending(path: ".errors"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return (
      try String(contentsOf: output, encoding: .utf8), try String(contentsOf: errors, encoding: .utf8),
      process.terminationStatus
    )
  }

  /// The articles in which something was found.
  private func found(_ output: String) -> [String] {
    Array(Set(output.split(separator: "\n").compactMap { try? JSON(parsing: Array($0.utf8))["path"].string })).sorted()
  }

  @Test func linksThatGoRoundOrOutAreNotFollowed() throws {
    try write(Self.flawed, to: "a.news")
    try Data(Self.flawed.utf8).write(to: folder.deletingLastPathComponent().appending(path: "outside.news"))
    _ = try shell(
      "ln -s . round; ln -s .. above; ln -s ../outside.news out.news; ln -s a.news same.news; ln -s self.news self.news"
    )
    let result = try shell("\"$N\" check --format jsonl .")
    #expect(found(result.output) == ["./a.news", "./same.news"])
    #expect(result.code == 1)
  }

  @Test func aStylebookThatLiesElsewhereIsNotRead() throws {
    try write(Self.flawed, to: "a.news")
    try Data("rule header/date-invalid off\n".utf8)
      .write(to: folder.deletingLastPathComponent().appending(path: "book"))
    _ = try shell("ln -s ../book stylebook.news")
    #expect(try shell("\"$N\" check a.news").code == 1)
    _ = try shell("rm stylebook.news; cp ../book stylebook.news")
    #expect(try shell("\"$N\" check a.news").code == 0)
  }

  @Test func pipesAndDevicesAreNoArticles() throws {
    try write(Self.flawed, to: "a.news")
    _ = try shell("mkfifo pipe.news; ln -s /dev/zero zero.news; mkdir folder.news")
    #expect(found(try shell("\"$N\" check --format jsonl .").output) == ["./a.news"])
    let named = try shell("\"$N\" check pipe.news /dev/zero")
    #expect(named.code == 2)
    #expect(named.errors.contains("cannot read pipe.news") && named.errors.contains("cannot read /dev/zero"))
  }

  @Test func aNameThatIsNoUTF8IsSaid() throws {
    try write(Self.flawed, to: "a.news")
    _ = try shell(#"cp a.news "$(printf 'b\377.news')"; cp a.news "$(printf 'c\377.txt')""#)
    let result = try shell("\"$N\" check --format jsonl .")
    #expect(found(result.output) == ["./a.news"])
    #expect(result.code == 2)
    #expect(result.errors.split(separator: "\n").count { $0.contains("its name is no UTF-8") } == 1)
  }

  @Test func aFileThatIsBeingWrittenIsReadAsItWas() throws {
    try write(Self.flawed, to: "a.news")
    let writer = "(for n in 1 2 3 4 5 6 7 8 9; do printf 'It met.\\n' >> a.news; sleep 0.01; done) &"
    let result = try shell(writer + #" for n in 1 2 3; do "$N" check --format jsonl a.news; done; wait"#)
    #expect(found(result.output) == ["a.news"] && result.errors.contains("1 error"))
  }

  @Test func filesThatVanishAreSaidAndTheOthersAreRead() throws {
    for number in 0..<200 { try write(Self.flawed, to: "\(number).news") }
    let result = try shell(#"(rm -f 1*.news) & "$N" check --format jsonl .; C=$?; wait; exit $C"#)
    #expect(result.code == 1 || result.code == 2)
    #expect(
      found(result.output).count + result.errors.split(separator: "\n").count { $0.contains("cannot read") } <= 200)
    #expect(found(result.output).contains("./0.news"))
  }

  @Test func aHundredThousandEntriesAreLookedThrough() throws {
    try write(Self.flawed, to: "zz.news")
    for number in 0..<100_000 {
      let file = open(folder.appending(path: "\(number).txt").path, O_CREAT | O_WRONLY, 0o600)
      if file >= 0 { close(file) }
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(found(try shell("\"$N\" check --format jsonl .").output) == ["./zz.news"])
    let editor = try Editor()
    try editor.request(1, "initialize", #"{"rootUri":"\#(folder.absoluteString)","capabilities":{}}"#)
    _ = try editor.answer(1)
    try editor.notify("initialized")
    try editor.open("person Ana Ruiz\n")
    #expect(try editor.names() == ["Ana Ruiz"])
  }

  @Test(.enabled(if: getuid() != 0, "a super-user may read and write everything"))
  func whatMayNotBeReadOrWrittenIsSaid() throws {
    try write("date 2023-11-29 It met.  \n", to: "a.news")
    _ = try shell("chmod 0 a.news")
    #expect(try shell("\"$N\" check a.news").code == 2)
    _ = try shell("chmod 444 a.news; chmod 555 .")
    #expect(try shell("\"$N\" format a.news").code == 2)
    _ = try shell("chmod 755 .")
    #expect(try String(contentsOf: folder.appending(path: "a.news"), encoding: .utf8) == "date 2023-11-29 It met.  \n")
  }

  /// `ulimit -f` stands for a disk that is full: the write fails in the middle.
  @Test(arguments: ["format", "check --fix"])
  func aDiskThatIsFullLeavesTheOldFile(command: String) throws {
    let old = "date 2023-11-29 It met.  It met.\n\n\n" + String(repeating: "It met.  \n\n", count: 40_000)
    try write(old, to: "a.news")
    let result = try shell("ulimit -f 8; \"$N\" \(command) a.news > /dev/null")
    #expect(result.code == 2)
    #expect(result.errors.contains("cannot write a.news"))
    #expect(try String(contentsOf: folder.appending(path: "a.news"), encoding: .utf8) == old)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
    #expect(left == ["a.news"])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aReportThatCannotBeWrittenIsNoSuccess() throws {
    try write("date 2023-11-29 “We met,” said Ana Ruiz.\n", to: "a.news")
    for command in ["check --format json a.news", "quotes a.news", "--help", "format - < a.news"] {
      let result = try shell("\"$N\" \(command) > /dev/full")
      #expect(result.code == 2, "\(command)")
    }
    #expect(try shell("\"$N\" serve --trace /dev/full < /dev/null").code == 1)
  }

  @Test func theServerReadsNoPipeAndNothingOutside() throws {
    try write("person Ana Ruiz\n\ndate 2023-11-29 Ana Ruiz met.\n", to: "a.news")
    try Data("person Bo Lund\n".utf8).write(to: folder.deletingLastPathComponent().appending(path: "outside.news"))
    _ = try shell("mkfifo pipe.news; ln -s . round; ln -s .. above; ln -s ../outside.news out.news")
    let editor = try Editor()
    try editor.request(
      1, "initialize",
      #"{"rootUri":"\#(folder.absoluteString)","capabilities":{"window":{"workDoneProgress":true}}}"#)
    _ = try editor.answer(1)
    try editor.notify("initialized")
    let token = try #require(try editor.receive())
    try editor.write(Editor.frame(#"{"jsonrpc":"2.0","id":\#(Editor.quoted(token["id"].string ?? "")),"result":null}"#))
    while try editor.message("$/progress")["value"]["kind"].string != "end" {}
    try editor.request(2, "workspace/symbol", #"{"query":""}"#)
    let names = try editor.answer(2)["result"].elements.compactMap { $0["name"].string }
    #expect(names.contains("Ana Ruiz") && !names.contains("Bo Lund"))
  }
}
