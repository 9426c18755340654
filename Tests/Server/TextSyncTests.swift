import LSP
import Testing

@testable import Server

@Suite struct TextSync {
  @Test func editsOfOneMessageFollowEachOther() throws {
    var client = try Client.greeted()
    try client.open("one\ntwo\n")
    try client.notify(
      "textDocument/didChange",
      #"""
      {"textDocument":{"uri":"file:///a.news","version":5},"contentChanges":[{"text":"new\n"},{"range":{
      "start":{"line":0,"character":3},"end":{"line":0,"character":3}},"rangeLength":0,"text":"er"}]}
      """#)
    client.settle()
    #expect(try client.text() == "newer\n")
    #expect(try client.server.session.article("file:///a.news").version == 5)
  }

  @Test func whatIsNotOpenIsLoggedAndNothingBreaks() throws {
    var client = try Client.greeted()
    try client.edit("0:0-0:0", "x", uri: "file:///never.news")
    try client.notify("textDocument/didSave", #"{"textDocument":{"uri":"file:///never.news"}}"#)
    try client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///never.news"}}"#)
    try client.notify("textDocument/didOpen", #"{"textDocument":{"uri":"file:///never.news"}}"#)
    let logged = client.settle().of("window/logMessage").compactMap { $0["params"]["message"].string }
    #expect(
      logged == [
        "textDocument/didChange: file:///never.news is not open",
        "textDocument/didSave: file:///never.news is not open",
        "textDocument/didClose: file:///never.news is not open",
        "textDocument/didOpen: 'text' is missing in params.textDocument",
      ])
    try client.open("x")
    client.settle()
    #expect(try client.text() == "x")
  }

  @Test func nothingIsKeptOfAClosedArticle() throws {
    var client = try Client.greeted()
    try client.open("It met.  It met.")
    client.settle()
    #expect(client.server.session.workspace.houses.count == 1)
    try client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a.news"}}"#)
    client.settle()
    #expect(client.server.session.workspace.houses.isEmpty)
    #expect(client.server.session.openArticles.isEmpty && !client.server.session.desk.hasWork)
  }

  /// Messages that wait in a row are taken together, and what is wrong with one is its own affair.
  @Test func aRowOfChangesOfTwoArticles() throws {
    var client = try Client.greeted(#"{"textDocument":{"publishDiagnostics":{"versionSupport":true}}}"#)
    try client.open("date 2023-02-30 It met.\n", uri: "file:///a.news")
    try client.open("one\n", uri: "file:///b.news")
    client.settle()
    try client.edit("0:0-0:5", "", uri: "file:///a.news", version: 2)
    try client.edit("0:0-0:0", "\n", uri: "file:///a.news", version: 3)
    try client.edit("1:0-1:0", "date ", uri: "file:///a.news", version: 4)
    try client.edit("0:0-0:3", "two", uri: "file:///b.news", version: 2)
    try client.edit("0:0-0:0", "x", uri: "file:///never.news")
    try client.notify("textDocument/didChange", #"{"textDocument":{"uri":"file:///b.news","version":3}}"#)
    try client.notify(
      "textDocument/didChange",
      #"{"textDocument":{"uri":"file:///b.news","version":4},"contentChanges":[{"text":"three\n\nfour\n"}]}"#)
    try client.edit("2:4-2:4", "teen", uri: "file:///b.news", version: 5)
    try client.edit("0:0-1:0", "", uri: "file:///a.news", version: 5)
    let sent = client.settle()
    #expect(try client.text(of: "file:///a.news") == "date 2023-02-30 It met.\n")
    #expect(try client.text(of: "file:///b.news") == "three\n\nfourteen\n")
    #expect(
      sent.of("window/logMessage").compactMap { $0["params"]["message"].string } == [
        "textDocument/didChange: 'contentChanges' is missing in params",
        "textDocument/didChange: file:///never.news is not open",
      ])
    let published = sent.of("textDocument/publishDiagnostics").map(\.self)
    #expect(published.map { $0["params"]["version"].int } == [5, 5])
    #expect(published.first?["params"]["diagnostics"].elements.map { $0["code"].string } == ["header/date-invalid"])
  }

  @Test func secondOpenReplacesAndVersionsMayStandStill() throws {
    var client = try Client.greeted()
    try client.open("one", version: 7)
    try client.open("two", version: 0)
    try client.edit("0:0-0:0", ">", version: 0)
    client.settle()
    #expect(try client.text() == ">two")
    #expect(client.server.session.openArticles.count == 1)
  }

  @Test(arguments: [
    ("file:///C:/a%20b.news", "file:///c%3A/a b.news"), ("file:///%C3%A9.news", "file:///é.news"),
    ("file:/x.news", "file://localhost/x.news"), ("untitled:Untitled-1", "untitled:Untitled-1"),
    ("file:///100%.news", "file:///100%.news"),
  ])
  func oneAddressInTwoSpellingsIsOneArticle(opened: String, edited: String) throws {
    var client = try Client.greeted()
    try client.open("x", uri: opened)
    try client.edit("0:0-0:1", "y", uri: edited)
    let published = client.settle().of("textDocument/publishDiagnostics")
    #expect(published.map { $0["params"]["uri"].string } == [opened])
    #expect(try client.text(of: edited) == "y")
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func randomEditsKeepTheServersTextEqualToTheClients(encoding: String) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(state: seed)
    var client = try Client.greeted(#"{"general":{"positionEncodings":["\#(encoding)"]}}"#)
    var model = Array("“Über” 😀\r\nand e\u{301}\r\n\rdate 2023-11-29 x\n".unicodeScalars)
    try client.open(String(model))
    let pieces = ["a", "😀", "“é”", "\n", "\r\n", "\r", "", "e\u{301}\n\nx", "date 2023-11-29 "]
    for step in 0..<300 {
      let low = Int.random(in: 0...model.count, using: &random)
      let high = Int.random(in: low...min(low + 6, model.count), using: &random)
      let new = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      let (start, end) = (place(low, in: model, encoding), place(high, in: model, encoding))
      model.replaceSubrange(start.index..<end.index, with: new.unicodeScalars)
      try client.edit("\(start.text)-\(end.text)", new)
      if step % 20 == 0 { client.settle() }
    }
    client.settle()
    #expect(Array(try client.text().unicodeScalars) == model, "seed \(seed)")
  }

  /// The position of a scalar as the client counts, moved out of the middle of a line break.
  private func place(_ index: Int, in text: [Unicode.Scalar], _ encoding: String) -> (index: Int, text: String) {
    var index = index
    if index > 0, index < text.count, text[index - 1] == "\r", text[index] == "\n" { index -= 1 }
    var line = 0
    var column = 0
    for at in 0..<index {
      if text[at] == "\n" || (text[at] == "\r" && (at + 1 == text.count || text[at + 1] != "\n")) {
        line += 1
        column = 0
      } else {
        let units = ["utf-8": UTF8.width(text[at]), "utf-16": UTF16.width(text[at])]
        column += units[encoding] ?? 1
      }
    }
    return (index, "\(line):\(column)")
  }
}

/// Random numbers that a seed brings back.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension String {
  init(_ scalars: [Unicode.Scalar]) {
    self.init(String.UnicodeScalarView(scalars))
  }
}
