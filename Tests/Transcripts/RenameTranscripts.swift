import Foundation
import LSP
import Testing

/// A rename through the real binary, over files that really lie in a folder.
@Suite struct RenameTranscripts {
  @Test func everyArticleOfTheFolderIsRenamedAsItLiesThere() throws {
    let desk = try Desk()
    try desk.write("person Ana Ruiz, council leader\n", to: "stylebook.news")
    try desk.write("Ana Ruiz met Dagny Okafor.\n", to: "a.news")
    try desk.write("🌊 Ana Ruiz spoke. “Ruiz left,” Tomás Okafor said.\n", to: "b.news")
    try desk.write("Then Ruiz left.\n", to: "c.news")

    let editor = try desk.editor(
      #""window":{"workDoneProgress":true},"workspace":{"workspaceEdit":{"documentChanges":true,"changeAnnotationSupport":{}}}"#
    )
    try editor.open("Ana Ruiz met Dagny Okafor.\n", uri: desk.uri(of: "a.news"))
    // The server was not told of this.
    try desk.write("It rained.\n\n🌊 Ana Ruiz spoke. “Ruiz left,” Tomás Okafor said.\n", to: "b.news")
    try editor.request(
      2, "textDocument/rename",
      #"{"textDocument":{"uri":"\#(desk.uri(of: "a.news"))"},"position":{"line":0,"character":2},"newName":"Ana Roe"}"#)
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
