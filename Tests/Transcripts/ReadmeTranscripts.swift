import Foundation
import Testing

/// What README.md shows is what the program prints.
@Suite struct ReadmeTranscripts {
  @Test func theDrawingIsReal() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let folder = FileManager.default.temporaryDirectory.appending(path: "newsmark-readme-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try block("news", of: readme).write(to: folder.appending(path: "bridge.news"), atomically: true, encoding: .utf8)
    let process = Process()
    let output = Pipe()
    process.executableURL = Editor.binary
    process.arguments = ["check", "bridge.news"]
    process.currentDirectoryURL = folder
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(try printed == block("text", of: readme) + "\n")
    #expect(process.terminationStatus == 1)
  }

  /// The first block of that kind.
  private func block(_ kind: String, of document: String) throws -> String {
    let parts = document.components(separatedBy: "```\(kind)\n")
    let start = try #require(parts.dropFirst().first)
    return start.components(separatedBy: "```").first ?? ""
  }
}
