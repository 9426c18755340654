import Foundation
import Rules
import Semantics
import Support
import Syntax
import Testing

/// The examples of Format.md: each is read and marked as it says. `UPDATE=1 swift test` writes what follows them anew.
@Suite struct FormatTests {
  @Test(arguments: formatExamples)
  func example(_ example: FormatExample) {
    #expect(example.answers == example.expected, "Format.md, line \(example.line)")
  }

  @Test func everyExampleIsFound() { #expect(formatExamples.count >= 45) }
}

/// One fence of Format.md with the fences that follow it.
struct FormatExample: CustomTestStringConvertible, Sendable {
  /// Where the example stands in Format.md, one-based.
  let line: Int
  let source: [String]
  /// Read as a `stylebook.news`, where settings count.
  let isStylebook: Bool
  /// What Format.md says of it, fence by fence: first the kind of fence, then its lines.
  var expected: [[String]] = []

  var testDescription: String { "line \(line): \(source.first { !$0.isEmpty } ?? "")" }

  /// The article: the signs for blanks and breaks that cannot be seen are put in the place of themselves.
  var text: Text {
    let signs = [("→", "\t"), ("␣", "\u{A0}"), ("␍", "\r")]
    return Text(
      signs.reduce(source.joined(separator: "\n")) { $0.replacingOccurrences(of: $1.0, with: $1.1) })
  }

  /// What is understood, in the place of `expected`.
  var answers: [[String]] {
    let article = Article(text, isStylebook: isStylebook)
    let quotations = article.quotations.filter { !$0.isBlock }.map { article.text.string(in: $0.range) }
    var checker = Checker()
    let findings = checker.findings(in: article).filter(isShown).map {
      "\($0.severity.name) \($0.code): \(article.text.string(in: $0.range))"
    }
    return [["tree"] + tree(of: text, isStylebook: isStylebook).components(separatedBy: "\n")]
      + [["quotations"] + oneLineEach(quotations), ["findings"] + oneLineEach(findings)].filter { $0.count > 1 }
  }

  /// That an example has no date line goes without saying, and what could be better still is for other pages.
  private func isShown(_ finding: Finding) -> Bool {
    finding.code != "header/date-missing" && (finding.severity < .hint || finding.code.hasPrefix("header/"))
  }

  private func oneLineEach(_ words: [String]) -> [String] {
    words.map { $0.replacingOccurrences(of: "\n", with: " ⏎ ").replacingOccurrences(of: "  ", with: " ") }
  }
}

let formatExamples: [FormatExample] = {
  let file = Seeds.root.appending(path: "Sources/Syntax/Syntax.docc/Format.md")
  guard let document = try? String(contentsOf: file, encoding: .utf8) else { return [] }
  var lines = document.components(separatedBy: "\n")
  if ProcessInfo.processInfo.environment["UPDATE"] == "1" {
    lines = rewritten(lines)
    try? lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
  }
  return examples(in: lines)
}()

private let fence = "```"
/// The kinds of fences that are examples; the others are what is said of them.
private let sources = ["news", "stylebook"]

private func examples(in lines: [String]) -> [FormatExample] {
  var examples: [FormatExample] = []
  var open: (kind: String, line: Int, words: [String])?
  for (index, line) in lines.enumerated() {
    guard line.hasPrefix(fence) else {
      open?.words.append(line)
      continue
    }
    guard let closed = open else {
      open = (String(line.dropFirst(fence.count)), index + 1, [])
      continue
    }
    open = nil
    if sources.contains(closed.kind) {
      examples.append(
        FormatExample(line: closed.line, source: closed.words, isStylebook: closed.kind == "stylebook"))
    } else if !examples.isEmpty {
      examples[examples.count - 1].expected.append([closed.kind] + closed.words)
    }
  }
  return examples
}

/// The document with the answers of each example in the place of what stands below it.
private func rewritten(_ lines: [String]) -> [String] {
  var kept: [String] = []
  var isAnswer = false
  var pending = examples(in: lines)[...]
  var isOpen = false
  for line in lines {
    if line.hasPrefix(fence) {
      isOpen.toggle()
      if isOpen { isAnswer = !sources.contains(String(line.dropFirst(fence.count))) }
      if isAnswer {
        // The blank line above an answer goes with it.
        if isOpen, kept.last == "" { kept.removeLast() }
        continue
      }
      kept.append(line)
      if !isOpen, let example = pending.popFirst() {
        for answer in example.answers { kept += ["", fence + answer[0]] + answer.dropFirst() + [fence] }
      }
    } else if !isOpen || !isAnswer {
      kept.append(line)
    }
  }
  return kept
}
