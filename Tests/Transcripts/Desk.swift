import Foundation
import LSP
import Testing

/// A folder of articles on the disk, gone with the last that holds it.
final class Desk {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "newsmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
  }

  func uri(of name: String) -> String { URL(filePath: folder.appending(path: name).path).absoluteString }

  /// An editor whose server has read the articles of the folder; `capabilities` are the members of a JSON object.
  func editor(_ capabilities: String = #""window":{"workDoneProgress":true}"#) throws -> Editor {
    let editor = try Editor()
    let root = uri(of: "a").dropLast(2)
    try editor.request(
      1, "initialize", #"{"processId":null,"rootUri":"\#(root)","capabilities":{\#(capabilities)}}"#)
    #expect(try editor.answer(1)["error"].isMissing)
    try editor.notify("initialized")
    while let message = try editor.receive() {
      if message["method"].string == "window/workDoneProgress/create", let id = message["id"].string {
        try editor.write(Editor.frame(#"{"jsonrpc":"2.0","id":"\#(id)","result":null}"#))
      }
      if message["params"]["value"]["kind"].string == "end" { break }
    }
    return editor
  }
}
