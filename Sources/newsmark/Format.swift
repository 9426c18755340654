import Features
import Rules
import Semantics
import Syntax

let formatCommand = Command(
  name: "format",
  usage: "format [--check | --diff] PATH…",
  summary: "puts articles in their canonical form; - reads standard input and writes standard output",
  options: """
      --check                 change nothing, name the articles that would change, and exit 1 where there are any
      --diff                  change nothing, show what would change, and exit 1 where anything would
      --stdin-filename NAME   what to call the article read from -
    """,
  run: format)

/// Exit code 0 for everything in form, 1 for what `--check` or `--diff` would change, 2 for what could not be read or written.
private func format(_ arguments: inout Arguments) throws(UsageError) -> Int32 {
  let shows = arguments.takeFlag("--diff")
  let keeps = arguments.takeFlag("--check") || shows
  let inputName = try arguments.takeValue("--stdin-filename") ?? "-"
  let paths = try arguments.operands()
  guard !paths.isEmpty else {
    throw UsageError(message: "say which articles: a file, a folder or - for standard input")
  }
  let (sources, problems) = findArticles(paths, inputName: inputName)
  for problem in problems { System.complain(problem) }
  let results = System.onAllCores(sources.count) { Formatted(sources[$0], inPlace: !keeps) }
  for result in results {
    if let problem = result.problem {
      System.complain(problem)
    } else if result.source.path == nil, !keeps {
      System.print(result.bytes)
    } else if shows {
      System.print(unifiedDiff(of: result.text, result.edits, named: result.source.name))
    } else if result.isChanged {
      System.print("\(result.source.name)\n")
    }
  }
  if !problems.isEmpty || results.contains(where: { $0.problem != nil }) { return 2 }
  return keeps && results.contains(where: \.isChanged) ? 1 : 0
}

/// One article, read and brought into form.
private struct Formatted: Sendable {
  let source: ArticleSource
  private(set) var text = Text()
  private(set) var edits: [Fix.Edit] = []
  private(set) var problem: String?

  init(_ source: ArticleSource, inPlace: Bool) {
    self.source = source
    guard let bytes = source.path.map({ System.bytes(ofFile: $0) }) ?? System.readAllInput() else {
      problem = "cannot read \(source.name)"
      return
    }
    text = Text(bytes)
    edits = formatting(of: Article(text, isStylebook: source.isStylebook))
    guard inPlace, isChanged, let path = source.path else { return }
    if !System.replace(path, with: self.bytes) { problem = "cannot write \(source.name)" }
  }

  var isChanged: Bool { !edits.isEmpty }

  /// The article in form.
  var bytes: [UInt8] { text.bytes(after: edits) }
}
