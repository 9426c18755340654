import Rules
import Semantics
import Syntax

/// One article read and checked.
struct Sheet: Sendable {
  struct Marked: Sendable {
    let finding: Finding
    let start: Position
    let end: Position
  }

  let name: String
  private(set) var text = Text()
  private(set) var findings: [Marked] = []
  /// Hints that are not shown.
  private(set) var hiddenCount = 0
  private(set) var fixCount = 0
  /// Why there is nothing else here.
  private(set) var problem: String?
  /// What is not read of it.
  private(set) var limit: String?

  init(of source: ArticleSource, _ books: [Stylebook], _ options: CheckOptions) {
    name = source.name
    guard let bytes = source.path.map({ System.bytes(ofFile: $0) }) ?? System.readAllInput() else {
      problem = "cannot read \(source.name)"
      return
    }
    var article = Article(Text(bytes), isStylebook: source.isStylebook)
    let settings = options.settings(books)
    let shared = books.flatMap(\.declarations)
    var checker = Checker()
    func check() -> [Finding] { checker.findings(in: article, settings, today: options.today, shared: shared) }
    var found = check()
    if options.fixes, let path = source.path {
      // A fix may lay bare another; one that undoes another must not go on for ever.
      for _ in 0..<10 {
        let edits = safeEdits(of: found)
        if edits.isEmpty { break }
        fixCount += edits.count
        article = article.applying(edits)
        found = check()
      }
      if fixCount > 0, !System.replace(path, with: article.text.allBytes) { problem = "cannot write \(path)" }
    }
    text = article.text
    if let start = article.firstTooLong {
      let line = text.line(at: start) + 1
      limit = "\(name):\(line): longer than 64 KiB: the quotation marks are read, but not the words"
    }
    let fresh = options.baseline.without(found, of: name)
    hiddenCount = options.showsHints ? 0 : fresh.count { $0.severity == .hint }
    findings = fresh.filter { options.showsHints || $0.severity != .hint }.map { finding in
      Marked(
        finding: finding, start: Position(finding.range.lowerBound, in: article.text),
        end: Position(finding.range.upperBound, in: article.text))
    }
  }
}

/// A place as people and other tools count: from 1, columns in code points.
struct Position: Sendable {
  let line: Int
  let column: Int

  init(_ offset: Int, in text: Text) {
    let line = text.line(at: offset)
    let start = text.lineStart(line)
    let hasMark = line == 0 && offset >= 3 && text.bytes(in: 0..<3) == [0xEF, 0xBB, 0xBF]
    self.line = line + 1
    column = text.characters(in: start..<max(offset, start)).count + (hasMark ? 0 : 1)
  }
}
