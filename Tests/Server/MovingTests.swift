import LSP
import Server
import Testing

@Suite struct Moving {
  private static let article = "person Ana Ruiz\n\n🌊 Ana Ruiz met Dagny Okafor. “No,” Ruiz said. “Yes,” Okafor said.\n"

  private func place(_ line: Int, _ character: Int) -> String {
    #"{"textDocument":{"uri":"file:///a.news"},"position":{"line":\#(line),"character":\#(character)}}"#
  }

  @Test func theOtherPlacesOfANameAreMarkedAndItsDeclarationIsTheOneThatWrites() throws {
    var client = try Client.greeted()
    try client.open(Self.article)
    let found = try client.answer("textDocument/documentHighlight", place(2, 4)).elements
    #expect(found.map { $0["range"]["start"]["line"].int } == [0, 2, 2])
    #expect(found.map { $0["range"]["start"]["character"].int } == [7, 3, 36])
    #expect(found.map { $0["kind"].int } == [3, 2, 2])
    #expect(try client.answer("textDocument/documentHighlight", place(2, 13)).isAbsent)
  }

  @Test func aStylebookIsAmongTheReferences() throws {
    var client = Client(disk: ["/desk/stylebook.news": "// 😀\nperson Ana Ruiz\n"])
    try client.greet(root: "file:///desk")
    try client.open("Ana Ruiz spoke.\n", uri: "file:///desk/a.news")
    for (declaration, expected) in [
      (true, ["file:///desk/a.news 0:0", "file:///desk/stylebook.news 1:7"]), (false, ["file:///desk/a.news 0:0"]),
    ] {
      let found = try client.answer(
        "textDocument/references",
        #"""
        {"textDocument":{"uri":"file:///desk/a.news"},"position":{"line":0,"character":1},
        "context":{"includeDeclaration":\#(declaration)}}
        """#
      ).elements
      let places = found.map { place in
        let start = place["range"]["start"]
        return "\(place["uri"].string ?? "") \(start["line"].int ?? -1):\(start["character"].int ?? -1)"
      }
      #expect(places == expected)
    }
  }

  @Test func aJumpShowsTheQuotationOrSaysWhereItIs() throws {
    for (shows, method) in [(true, "window/showDocument"), (false, "window/showMessage")] {
      var client = try Client.greeted(#"{"window":{"showDocument":{"support":\#(shows)}}}"#)
      try client.open(Self.article)
      client.settle()
      try client.request(
        9, "workspace/executeCommand", #"{"command":"newsmark.nextQuote","arguments":[\#(place(0, 0))]}"#)
      let sent = client.settle()
      let told = try #require(sent.of(method).first)["params"]
      let result = try #require(sent.first { $0["id"].int == 9 })["result"]
      #expect(result["range"]["start"]["line"].int == 2 && result["range"]["start"]["character"].int == 30)
      if shows {
        #expect(told["selection"]["end"]["character"].int == 30)
      } else {
        #expect(told["message"].string == "Quotation on line 3")
      }
    }
  }

  @Test func aJumpPastTheLastQuotationSaysSo() throws {
    var client = try Client.greeted()
    try client.open(Self.article)
    client.settle()
    try client.request(
      9, "workspace/executeCommand", #"{"command":"newsmark.nextQuote","arguments":[\#(place(2, 68))]}"#)
    let sent = client.settle()
    #expect(sent.of("window/showMessage").map { $0["params"]["message"].string } == ["There is no further quotation."])
    #expect(sent.first { $0["id"].int == 9 }?["result"].isAbsent == true)
    for wrong in ["", "3"] {
      try client.request(10, "workspace/executeCommand", #"{"command":"newsmark.nextQuote","arguments":[\#(wrong)]}"#)
      #expect(client.settle().codes == [-32602])
    }
  }
}
