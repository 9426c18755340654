import Foundation
import Support
import Testing

/// `newsmark check` and `newsmark explain` as a person or a machine calls them.
@Suite struct CheckTranscripts {
  private let desk = FileManager.default.temporaryDirectory.appending(path: "newsmark-\(UUID().uuidString)")

  private static let flawed = """
    headline Council meets
     date 2023-02-30 “We won,” said Ana Ruiz. “We won. She left on the the bus.

    \t🌊 It rained  on 漢字, he said.” It met on Tuesday, Nov. 29, 2023.

    """

  /// One run of the binary in a folder of its own.
  func run(_ arguments: [String], input: String = "") throws -> (code: Int32, out: String, errors: String) {
    let process = Process()
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
    process.executableURL = Editor.binary
    process.arguments = arguments
    process.currentDirectoryURL = desk
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let out = try output.fileHandleForReading.readToEnd() ?? Data()
    let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: out, as: UTF8.self), String(decoding: complaints, as: UTF8.self)
    )
  }

  func write(_ text: String, to path: String) throws {
    let file = desk.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  init() throws { try FileManager.default.createDirectory(at: desk, withIntermediateDirectories: true) }

  @Test(arguments: ["text", "json", "jsonl", "sarif", "github", "junit"])
  func everyFormatHasItsGolden(_ format: String) throws {
    try write(Self.flawed, to: "a, b/ü%.news")
    let result = try run(["check", "a, b", "--all", "--today", "2023-11-30", "--format", format])
    #expect(result.code == 1)
    #expect(Golden.text("Tests/Transcripts/Goldens/check.\(format)", current: result.out) == result.out)
    #expect(result.errors == "newsmark: 2 errors, 1 for information in 1 article\n")
  }

  @Test func exitCodesTellWhatWasFound() throws {
    try write("date 2023-11-29 It met.\n", to: "good.news")
    try write("date 2023-11 It met on the the bus.\n", to: "fair.news")
    try write(Self.flawed, to: "bad.news")
    #expect(try run(["check", "good.news"]).code == 0)
    #expect(try run(["check", "good.news"]).out.isEmpty)
    #expect(try run(["check", "fair.news"]).code == 0)
    #expect(try run(["check", "fair.news", "--fail-on", "information"]).code == 1)
    #expect(try run(["check", "bad.news"]).code == 1)
    #expect(try run(["check", "bad.news", "--fail-on=never"]).code == 0)
    #expect(try run(["check", "bad.news", "missing.news"]).code == 2)
  }

  @Test func whatCannotBeDoneIsSaidPlainly() throws {
    try write("It met.", to: "folder/notes.txt")
    let cases: [([String], String)] = [
      (
        ["check"],
        "newsmark: check: say which articles: a file, a folder or - for standard input; try newsmark --help\n"
      ),
      (["check", "gone.news"], "newsmark: there is no file or folder gone.news\n"),
      (["check", "folder"], "newsmark: no .news file in folder\n"),
      (["check", "-", "--loud"], "newsmark: check: there is no option --loud; try newsmark --help\n"),
      (["check", "-", "--rule", "quote/strait=off"], "there is no rule quote/strait"),
      (["check", "-", "--format", "xml"], "--format is one of text, json, jsonl, sarif, github, junit, not xml"),
      (["check", "-", "--today", "2023-02-30"], "--today needs a day"),
      (["explain", "quote/strait"], "there is no rule quote/strait"),
    ]
    for (arguments, complaint) in cases {
      let result = try run(arguments)
      #expect(result.code == 2, "\(arguments)")
      #expect(result.errors.contains(complaint), "\(result.errors)")
      #expect(result.out.isEmpty)
    }
  }

  @Test func foldersAreReadInTheOrderOfTheirBytesWithoutWhatIsHidden() throws {
    for path in ["b/2.news", "b/1.news", "a.news", "B.news", ".hidden/x.news", "b/.x.news", "é.news", "b.txt"] {
      try write("date 2023-13 It met.\n", to: path)
    }
    let result = try run(["check", ".", "--format", "jsonl"])
    let paths = result.out.split(separator: "\n").compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["path"] as? String
    }
    #expect(paths == ["./B.news", "./a.news", "./b/1.news", "./b/2.news", "./é.news"])
  }

  @Test func standardInputIsAnArticle() throws {
    let result = try run(["check", "-", "--stdin-filename", "desk.news"], input: Self.flawed)
    #expect(result.code == 1)
    #expect(result.out.hasPrefix("desk.news:2:7: error header/date-invalid\n"))
  }

  @Test func whatIsKnownDoesNotCount() throws {
    try write(Self.flawed, to: "bad.news")
    try write(try run(["check", "bad.news", "--format", "jsonl"]).out, to: "known.jsonl")
    #expect(try run(["check", "bad.news", "--baseline", "known.jsonl"]).code == 0)
    try write("\n\(Self.flawed)\ndate 2023-04-31 More.\n", to: "bad.news")
    let result = try run(["check", "bad.news", "--baseline", "known.jsonl", "--format", "jsonl"])
    #expect(result.code == 1)
    #expect(result.out.split(separator: "\n").count == 1)
  }

  @Test func safeFixesAreMadeInPlace() throws {
    try write("by: Jane Doe\r\ndate: 2023-11-29 It  met “here,“ he said.\r\n", to: "fix.news")
    let result = try run(["check", "--fix", "fix.news"])
    #expect(result.code == 0)
    #expect(result.errors == "newsmark: nothing to mark in 1 article, 4 fixed\n")
    let text = try String(contentsOf: desk.appending(path: "fix.news"), encoding: .utf8)
    #expect(text == "by Jane Doe\r\ndate 2023-11-29 It met “here,” he said.\r\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.path) == ["fix.news"])
  }

  @Test func rulesAndProfileCanBeChosen() throws {
    try write("It met on the the bus.\n", to: "a.news")
    #expect(try run(["check", "a.news", "--profile", "publish"]).code == 1)
    let quiet = ["check", "a.news", "--rule", "text/repeated-word=off", "--rule", "header/date-missing=off"]
    #expect(try run(quiet).out.isEmpty)
    #expect(try run(["check", "a.news", "--rule", "text/repeated-word=error"]).code == 1)
  }

  @Test func rulesExplainThemselves() throws {
    #expect(try run(["explain"]).out.contains("quote/unclosed                    error        A quotation is opened"))
    #expect(try run(["explain", "quote/unclosed"]).out.hasPrefix("## quote/unclosed\n\nA quotation is opened"))
  }
}
