import Foundation
import LSP
import Support
import Testing

extension CheckTranscripts {
  /// What `check` says of an article is what an editor shows, word for word and place for place.
  @Test func checkAndTheServerReportTheSame() throws {
    var articles = Seeds.all.map { ($0.name, $0.text.string(in: 0..<$0.text.count)) }
    articles += articles.map { ("spoiled-" + $0.0, spoiled($0.1)) }
    // A byte order mark is a character to an editor and nothing to `check`.
    articles.removeAll { $0.1.hasPrefix("\u{FEFF}") }
    // The server reads a long one by several hands.
    articles.append(("all.news", (articles + articles).map(\.1).joined(separator: "\n\n")))
    let editor = try Editor("serve", "--today", "2023-11-30")
    let capabilities = #"{"general":{"positionEncodings":["utf-32"]},"textDocument":{"diagnostic":{}}}"#
    try editor.request(1, "initialize", #"{"processId":null,"capabilities":\#(capabilities)}"#)
    _ = try editor.answer(1)
    try editor.notify("initialized")
    var count = 0
    for (index, (name, text)) in articles.enumerated() {
      try write(text, to: name)
      let result = try run(["check", name, "--all", "--today", "2023-11-30", "--format", "jsonl"])
      let checked = try result.out.split(separator: "\n").map { try line(ofCheck: JSON(parsing: Array($0.utf8))) }
      try editor.open(text, uri: "file:///nowhere/\(name)")
      let document = #"{"textDocument":{"uri":"file:///nowhere/\#(name)"}}"#
      try editor.request(index + 10, "textDocument/diagnostic", document)
      let shown = try editor.answer(index + 10)["result"]["items"].elements.map(line(ofServer:))
      #expect(checked == shown, "\(name)")
      count += checked.count
    }
    #expect(count > articles.count, "the spoiled seeds should have findings")
    try editor.request(2, "shutdown")
    _ = try editor.answer(2)
    try editor.notify("exit")
  }

  /// The article without every other closing mark and with a day that does not exist.
  private func spoiled(_ text: String) -> String {
    var keep = true
    let marks = text.filter { character in
      guard character == "”" || character == "»" else { return true }
      keep.toggle()
      return keep
    }
    return marks.replacingOccurrences(of: "date 2023-1", with: "date 2023-0").replacingOccurrences(of: "-2", with: "-3")
  }

  private func line(ofCheck finding: JSON) -> String {
    let numbers = ["line", "column", "end_line", "end_column"].map { String(finding[$0].int ?? 0) }
    let words = ["severity", "code", "message"].map { finding[$0].string ?? "" }
    return (numbers + words).joined(separator: " ")
  }

  private func line(ofServer diagnostic: JSON) -> String {
    let range = diagnostic["range"]
    let numbers = [range["start"], range["end"]].flatMap { [$0["line"].int ?? -1, $0["character"].int ?? -1] }
    let severity = ["error", "warning", "information", "hint"][(diagnostic["severity"].int ?? 1) - 1]
    let words = [severity, diagnostic["code"].string ?? "", diagnostic["message"].string ?? ""]
    return (numbers.map { String($0 + 1) } + words).joined(separator: " ")
  }
}
