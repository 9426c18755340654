import LSP
import Server
import Testing

@Suite struct Formatting {
  private func ask(_ method: String, _ params: String, in text: String) throws -> String {
    var client = try Client.greeted()
    try client.open(text)
    client.settle()
    try client.request(2, method, #"{"textDocument":{"uri":"file:///a.news"},\#(params)}"#)
    let edits = try #require(client.settle().first)["result"].elements
    for edit in edits.reversed() {
      let (start, end) = (edit["range"]["start"], edit["range"]["end"])
      let numbers = [start["line"], start["character"], end["line"], end["character"]].map { String($0.int ?? -1) }
      try client.edit("\(numbers[0]):\(numbers[1])-\(numbers[2]):\(numbers[3])", edit["newText"].string ?? "")
    }
    client.settle()
    return try client.text()
  }

  private let options = #""options":{"tabSize":2,"insertSpaces":true}"#

  @Test func aWholeArticleIsFormattedInEditsOfTheClientsColumns() throws {
    let formatted = try ask("textDocument/formatting", options, in: "🌊 It met. \n\n\n# A\r\nIt left.")
    #expect(formatted == "🌊 It met.\n\n# A\r\n\r\nIt left.\n")
  }

  @Test func aRangeIsFormattedAlone() throws {
    let range = #""range":{"start":{"line":2,"character":0},"end":{"line":2,"character":1}},"#
    #expect(
      try ask("textDocument/rangeFormatting", range + options, in: "It met. \n\nIt left. \n")
        == "It met. \n\nIt left.\n")
  }

  @Test func aTypedMarkTurnsCurly() throws {
    let typed = #""position":{"line":0,"character":18},"ch":"\"","#
    #expect(try ask("textDocument/onTypeFormatting", typed + options, in: "🌊 “So”, it was “\"") == "🌊 “So”, it was “”")
  }

  @Test func enterGoesOnWithAQuoteBlock() throws {
    let typed = #""position":{"line":1,"character":0},"ch":"\n","#
    #expect(try ask("textDocument/onTypeFormatting", typed + options, in: "> We won.\n") == "> We won.\n> ")
  }
}
