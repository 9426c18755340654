import Rules
import Semantics
import Support
import Syntax
import Testing

/// Every rule's own examples, plain, below a line of emoji and with carriage returns.
@Suite struct ExampleTests {
  @Test(arguments: catalog.map(\.code), Dress.allCases)
  func silentExamplesAreSilent(_ code: String, _ dress: Dress) throws {
    let rule = try #require(Rule.named(code))
    #expect(!rule.silent.isEmpty, "\(code) shows nothing that it leaves alone")
    for example in rule.silent {
      let found = findings(of: rule, in: dress.dressed(example))
      #expect(found.isEmpty, "\(code) must be silent on:\n\(drawing(of: found, in: dress.dressed(example)))")
    }
  }

  @Test(arguments: catalog.map(\.code), Dress.allCases)
  func reportedExamplesAreDrawnAsReported(_ code: String, _ dress: Dress) throws {
    let rule = try #require(Rule.named(code))
    #expect(!rule.reported.isEmpty, "\(code) shows nothing that it reports")
    for example in rule.reported.map(Example.init) {
      let source = dress.dressed(Drawn(example.drawing).source)
      let found = findings(of: rule, in: source)
      #expect(!found.isEmpty)
      #expect(dress.undressed(drawing(of: found, in: source)) == example.drawing)
      let fixes = found.flatMap(\.fixes)
      for (number, expected) in example.fixed.enumerated() {
        try #require(number < fixes.count, "\(code) has no fix “\(expected.title)”")
        #expect(fixes[number].title == expected.title)
        #expect(dress.undressed(applied(fixes[number], to: source)) == expected.text)
      }
      #expect(!example.fixed.isEmpty || fixes.isEmpty, "\(code): draw the fix of\n\(example.drawing)")
    }
  }

  @Test(arguments: catalog.map(\.code))
  func aFixLeavesOneFindingLess(_ code: String) throws {
    let rule = try #require(Rule.named(code))
    for example in rule.reported.map(Example.init) {
      let source = Drawn(example.drawing).source
      let found = findings(of: rule, in: source)
      for fix in found.flatMap(\.fixes) {
        #expect(!fix.isSafe || rule.fix == .safe, "\(code) offers a safe fix but is not of class A")
        let fixed = applied(fix, to: source)
        let left = findings(of: rule, in: fixed)
        #expect(left.count < found.count, "\(code): “\(fix.title)” leaves\n\(drawing(of: left, in: fixed))")
      }
    }
  }

  @Test func everyRuleSaysWhatAndWhy() {
    for rule in catalog {
      #expect(rule.summary.hasSuffix("."), "\(rule.code)")
      #expect(rule.why.hasSuffix("."), "\(rule.code)")
    }
  }
}

/// How an example is written for a run.
enum Dress: CaseIterable, Sendable {
  case plain, belowEmoji, carriageReturns

  private static let emoji = "// 🌊🚒👩‍🚒 漢字\n"

  func dressed(_ text: String) -> String {
    switch self {
    case .plain: text
    case .belowEmoji: Dress.emoji + text
    case .carriageReturns: String(text.flatMap { $0 == "\n" ? "\r\n" : String($0) })
    }
  }

  func undressed(_ text: String) -> String {
    switch self {
    case .plain: text
    // A fix may put a line of the header above the comment.
    case .belowEmoji: text.replacing(Dress.emoji, with: "", maxReplacements: 1)
    case .carriageReturns: String(text.flatMap { $0 == "\r\n" ? "\n" : String($0) })
    }
  }
}

/// A rule's drawn example: the drawing, and the texts after each `→ title`.
struct Example {
  let drawing: String
  let fixed: [(title: String, text: String)]

  init(_ example: String) {
    var parts = [(title: "", lines: [String]())]
    for line in example.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("→ ") {
        parts.append((String(line.dropFirst(2)), []))
      } else {
        parts[parts.count - 1].lines.append(line)
      }
    }
    drawing = parts[0].lines.joined(separator: "\n")
    fixed = parts.dropFirst().map { ($0.title, $0.lines.joined(separator: "\n")) }
  }
}

func findings(of rule: Rule, in source: String) -> [Finding] {
  var settings = Settings()
  if rule.severity == nil { settings.choices[rule.code] = .on(.warning) }
  var checker = Checker()
  let article = Article(Text(source), isStylebook: rule.isForStylebooks)
  return checker.findings(in: article, settings, today: Rule.exampleToday).filter { $0.code == rule.code }
}

func drawing(of findings: [Finding], in source: String) -> String {
  let marks = findings.flatMap { finding in
    [Drawing.Mark(finding.range, finding.message)]
      + finding.related.map { Drawing.Mark($0.range, "↳ \($0.message)") }
  }
  return Drawing(Text(source), marks).whole
}

func applied(_ fix: Fix, to source: String) -> String {
  var text = Text(source)
  for edit in fix.edits.reversed() { text.replace(edit.range, with: Array(edit.text.utf8)) }
  return text.string(in: 0..<text.count)
}
