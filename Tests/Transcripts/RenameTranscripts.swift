import Foundation
import LSP
import Testing

/// A rename through the real binary, over files that really lie in a folder.
@Suite struct RenameTranscripts {
  @Test func everyArticleOfTheFolderIsRenamedAsItLiesThere() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "newsmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ text: String, to name: String) throws {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    try write("person Ana Ruiz, council leader\n", to: "stylebook.news")
    try write("Ana Ruiz met Dagny Okafor.\n", to: "a.news")
    try write("🌊 Ana Ruiz spoke. “Ruiz left,” Tomás Okafor said.\n", to: "b.news")
    try write("Then Ruiz left.\n", to: "c.news")

    let root = URL(filePath: folder.path(percentEncoded: false)).absoluteString.trimmingSuffix("/")
    let editor = try Editor()
    try editor.request(
      1, "initialize",
      #"""
      {"processId":null,"rootUri":"\#(root)","capabilities":{"window":{"workDoneProgress":true},
      "workspace":{"workspaceEdit":{"documentChanges":true,"changeAnnotationSupport":{}}}}}
      """#)
    #expect(try editor.answer(1)["error"].isMissing)
    try editor.notify("initialized")
    try editor.finishReading()
    try editor.open("Ana Ruiz met Dagny Okafor.\n", uri: root + "/a.news")
    // The server was not told of this.
    try write("It rained.\n\n🌊 Ana Ruiz spoke. “Ruiz left,” Tomás Okafor said.\n", to: "b.news")
    try editor.request(
      2, "textDocument/rename",
      #"{"textDocument":{"uri":"\#(root)/a.news"},"position":{"line":0,"character":2},"newName":"Ana Roe"}"#)
    let result = try editor.answer(2)["result"]
    let places = result["documentChanges"].elements.flatMap { change in
      change["edits"].elements.map { edit in
        let start = edit["range"]["start"]
        let name = change["textDocument"]["uri"].string?.split(separator: "/").last ?? ""
        return "\(name) \(start["line"].int ?? -1):\(start["character"].int ?? -1) \(edit["newText"].string ?? "")"
      }
    }
    #expect(places == ["a.news 0:0 Ana Roe", "b.news 2:3 Ana Roe", "b.news 2:20 Roe", "stylebook.news 0:7 Ana Roe"])
    #expect(result["documentChanges"].elements.map { $0["textDocument"]["version"].int } == [1, nil, nil])
    #expect(result["changeAnnotations"]["quoted"]["needsConfirmation"].bool == true)
  }
}

extension Editor {
  /// Waits until the server has read the articles of its folders.
  fileprivate func finishReading() throws {
    while let message = try receive() {
      if message["method"].string == "window/workDoneProgress/create", let id = message["id"].string {
        try write(Editor.frame(#"{"jsonrpc":"2.0","id":"\#(id)","result":null}"#))
      }
      if message["params"]["value"]["kind"].string == "end" { return }
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
