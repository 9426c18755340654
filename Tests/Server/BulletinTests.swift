import LSP
import Semantics
import Support
import Testing

@testable import Server

/// What is kept written between two publishes is what would be written anew.
@Suite struct Bulletins {
  /// Many pages, with declared names, silencers, rules that speak once a file, characters of every width and, in the end, more
  /// findings than are sent.
  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func whatIsPublishedAfterEditsIsWhatAFreshServerPublishes(encoding: String) throws {
    let diagnosing = #"{"publishDiagnostics":{"relatedInformation":true}}"#
    let capabilities = #"{"general":{"positionEncodings":["\#(encoding)"]},"textDocument":\#(diagnosing)}"#
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(state: seed)
    var client = try Client.greeted(capabilities)
    let copy = Seeds.all.map { $0.text.string(in: 0..<$0.text.count) }.joined(separator: "\n\n")
    try client.open("person Ana Ruiz; not Ruis\n\n" + copy)
    client.settle()
    var published: [String] = []
    for step in 0..<60 {
      let open = try client.server.session.article("file:///a.news")
      // What stands below an end mark is not looked at.
      let low = step == 55 ? 0 : Int.random(in: 0...open.article.text.count, using: &random)
      let high = min(low + (step % 3 == 0 ? Int.random(in: 0..<40, using: &random) : 0), open.article.text.count)
      let (start, end) = (open.position(at: low), open.position(at: high))
      let new =
        step == 55 ? String(repeating: "It met.  It met.\n\n", count: 1_100) : strokes.randomElement(using: &random)
      try client.edit("\(start.line):\(start.character)-\(end.line):\(end.character)", new ?? "x")
      if step % 4 != 0 { client.wake() } else { published += client.settle().compactMap(diagnostics) }
      guard step % 4 == 0 else { continue }
      var fresh = try Client.greeted(capabilities)
      try fresh.open(try client.text())
      let last = fresh.settle().compactMap(diagnostics).last
      try #require(published.last == last, "seed \(seed), step \(step): \(new ?? "")")
    }
    #expect(published.last?.contains(" more: run newsmark check") == true)
  }

  @Test func aPageThatStandsIsNotWrittenAgain() throws {
    var client = try Client.greeted()
    try client.open(String(repeating: "It met.  It met.\n\n", count: 600))
    client.settle()
    let before = try client.server.session.article("file:///a.news").checker.galleys
    try client.edit("600:3-600:3", "x")
    client.settle()
    let after = try client.server.session.article("file:///a.news").checker.galleys
    #expect(after.count == before.count && after.count > 4)
    #expect(zip(before, after).count { $0 !== $1 } == 1)
  }

  private func diagnostics(_ message: JSON) -> String? {
    message["method"].string == "textDocument/publishDiagnostics" ? LSPAny(message["params"]["diagnostics"]).text : nil
  }

  private let strokes = [
    "a", " ", "  ", "\n", "\n\n", "\r\n", "“", "”", "\"", "é", "😀", "\n// allow text/* -- why\n", "allow quote/*\n",
    "“We won,“ ",
    "“No\" ", "Ruis ", "\nperson Luis Ortega; not Ortiz\n", "\ndate 2023-02-30 ", "the the ", "\n> No.\n",
    "\n\n“Go on, she said.\n\n",
  ]
}
