import Foundation
import Testing

/// `newsmark format` on real files.
@Suite struct FormatTranscripts {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "newsmark-format-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ text: String) throws { try Data(text.utf8).write(to: folder.appending(path: "a.news")) }

  private func text() throws -> String { try String(contentsOf: folder.appending(path: "a.news"), encoding: .utf8) }

  private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path) }

  /// What a shell in the folder makes of it; `$N` is the binary.
  private func shell(_ line: String) throws -> (output: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = Editor.shellEnvironment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: bytes, as: UTF8.self), process.terminationStatus)
  }

  @Test func aFileIsFormattedInPlaceOnce() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("It met. \r\n\r\n\r\n# A")
    #expect(try shell("$N format .") == ("./a.news\n", 0))
    #expect(try text() == "It met.\r\n\r\n# A\r\n")
    #expect(try shell("$N format a.news") == ("", 0))
    #expect(try names() == ["a.news"])
  }

  @Test func checkingAndShowingChangeNothing() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("It met. \n\n# A")
    #expect(try shell("$N format --check a.news") == ("a.news\n", 1))
    let shown =
      "--- a.news\n+++ a.news\n@@ -1,3 +1,3 @@\n-It met. \n+It met.\n \n-# A\n\\ No newline at end of file\n+# A\n"
    #expect(try shell("$N format --diff a.news") == (shown, 1))
    #expect(try text() == "It met. \n\n# A")
  }

  @Test func standardInputGoesToStandardOutput() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try shell("printf 'It met. ' | $N format -") == ("It met.\n", 0))
    #expect(try shell("$N format nothing").code == 2)
    #expect(try shell("$N format").code == 2)
  }

  @Test func aLinkStaysALinkAndAFileKeepsItsRights() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("It met. ")
    #expect(try shell("chmod 664 a.news; ln -s a.news b.news; $N format b.news") == ("b.news\n", 0))
    #expect(try text() == "It met.\n")
    #expect(try shell("test -L b.news && stat -L -c %a b.news") == ("664\n", 0))
  }

  @Test func aWriteThatFailsLeavesTheOldFile() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("It met. ")
    #expect(try shell("trap '' XFSZ; ulimit -f 0; $N format a.news").code == 2)
    #expect(try text() == "It met. ")
    #expect(try names() == ["a.news"])
  }
}
