import Rules
import Semantics
import Syntax

let checkCommand = Command(
  name: "check",
  usage: "check [OPTIONS] PATH…",
  summary: "prints what a copy editor would mark; `newsmark check --help` lists the options",
  options: """
      --all                   show hints too
      --fail-on SEVERITY      exit 1 from this on: error (default), warning, information, hint or never
      --format FORMAT         text (default), json, jsonl, sarif, github or junit
      --profile PROFILE       draft (default) or publish
      --rule CODE=SEVERITY    error, warning, information, hint or off; may be repeated
      --baseline FILE         findings in this file, written by --format jsonl, do not count
      --fix                   make every safe fix in place
      --today YYYY-MM-DD      the day to take for today
      --stdin-filename NAME   what to call the article read from -
    """,
  run: check)

/// Exit code 0 for nothing at or above `--fail-on`, 1 for something, 2 for what could not be read; 2 beats 1.
private func check(_ arguments: inout Arguments) throws(UsageError) -> Int32 {
  let options = try CheckOptions(&arguments)
  let paths = try arguments.operands()
  guard !paths.isEmpty else {
    throw UsageError(message: "say which articles: a file, a folder or - for standard input")
  }
  let (sources, problems) = findArticles(paths, inputName: options.inputName)
  for problem in problems { System.complain(problem) }
  if sources.isEmpty { return 2 }
  let shelf = Bookshelf(for: sources)
  let progress = Progress(count: sources.count)
  let sheets = System.onAllCores(sources.count) { index in
    defer { progress.step() }
    return Sheet(of: sources[index], shelf.books(for: sources[index]), options)
  }
  progress.end()
  for sheet in sheets { if let problem = sheet.problem ?? sheet.limit { System.complain(problem) } }
  let read = sheets.filter { $0.problem == nil }
  System.print(options.format.report(read, options))
  System.complain(summary(of: read, options))
  if !problems.isEmpty || read.count < sheets.count { return 2 }
  guard let limit = options.failOn else { return 0 }
  return read.contains { $0.findings.contains { $0.finding.severity <= limit } } ? 1 : 0
}

private func summary(of sheets: [Sheet], _ options: CheckOptions) -> String {
  let severities = sheets.flatMap { $0.findings.map(\.finding.severity) }
  let names = [("error", "errors"), ("warning", "warnings"), ("for information", "for information"), ("hint", "hints")]
  var counts: [String] = []
  for (severity, name) in zip(Severity.allCases, names) {
    let count = severities.count { $0 == severity }
    if count > 0 { counts.append("\(count) \(count == 1 ? name.0 : name.1)") }
  }
  let found = counts.isEmpty ? "nothing to mark" : counts.joined(separator: ", ")
  let fixed = sheets.reduce(0) { $0 + $1.fixCount }
  let unseen = sheets.reduce(0) { $0 + $1.hiddenCount }
  let articles = "\(sheets.count) \(sheets.count == 1 ? "article" : "articles")"
  return "\(found) in \(articles)" + (fixed > 0 ? ", \(fixed) fixed" : "")
    + (unseen > 0 ? " (\(unseen) \(unseen == 1 ? "hint" : "hints") more with --all)" : "")
}
