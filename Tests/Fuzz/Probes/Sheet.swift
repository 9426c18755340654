import LSP

/// A text as a client holds it: characters in a row, and places counted from the start each time.
struct Sheet {
  var scalars: [Unicode.Scalar]
  var version: Int

  init(_ text: String, version: Int) {
    scalars = Array(text.unicodeScalars)
    self.version = version
  }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Where each line starts, and ends without its line break.
  private var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      guard scalar == "\n" || scalar == "\r" else { continue }
      lines.append(start..<index - 1)
      if scalar == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
      start = index
    }
    return lines + [start..<scalars.count]
  }

  var lineCount: Int { lines.count }

  /// Puts words between two places, whichever comes first.
  mutating func replace(_ first: Spot, _ second: Spot, with words: String, _ encoding: String) {
    let (one, other) = (index(of: first, encoding), index(of: second, encoding))
    scalars.replaceSubrange(min(one, other)..<max(one, other), with: words.unicodeScalars)
  }

  /// Past a line's end is the line's end, past the last line the end of the text, inside a character its start.
  private func index(of spot: Spot, _ encoding: String) -> Int {
    let lines = lines
    let line = max(spot.line, 0)
    guard line < lines.count else { return scalars.count }
    var column = 0
    for index in lines[line] {
      switch encoding {
      case "utf-8": column += UTF8.width(scalars[index])
      case "utf-16": column += UTF16.width(scalars[index])
      default: column += 1
      }
      if column > max(spot.column, 0) { return index }
    }
    return lines[line].upperBound
  }
}

/// A place as it goes over the wire, which may be no place at all.
struct Spot {
  let line: Int
  let column: Int

  var json: LSPAny { ["line": .int(line), "character": .int(column)] }
}

extension LSPAny {
  /// Without the numbers that a server gives its answers, which no other server shares.
  var unnumbered: LSPAny {
    switch self {
    case .array(let elements): .array(elements.map(\.unnumbered))
    case .object(let members):
      .object(
        members.filter { $0.key != "resultId" && $0.key != "revision" }.map { Member($0.key, $0.value.unnumbered) })
    default: self
    }
  }
}

/// What is asked, and what is asked of the first of the answers.
let questions: [[String]] = [
  ["textDocument/hover"], ["textDocument/documentSymbol"], ["textDocument/foldingRange"],
  ["textDocument/selectionRange"], ["textDocument/semanticTokens/full"], ["textDocument/semanticTokens/range"],
  ["textDocument/inlayHint"], ["textDocument/codeLens", "codeLens/resolve"], ["textDocument/documentLink"],
  ["textDocument/prepareCallHierarchy", "callHierarchy/incomingCalls"],
  ["textDocument/prepareCallHierarchy", "callHierarchy/outgoingCalls"],
  ["textDocument/completion", "completionItem/resolve"], ["textDocument/linkedEditingRange"],
  ["textDocument/definition"], ["textDocument/declaration"], ["textDocument/typeDefinition"],
  ["textDocument/implementation"], ["textDocument/references"], ["textDocument/documentHighlight"],
  ["textDocument/codeAction", "codeAction/resolve"], ["textDocument/formatting"], ["textDocument/rangeFormatting"],
  ["textDocument/onTypeFormatting"], ["textDocument/rename"], ["textDocument/prepareRename"],
  ["workspace/symbol", "workspaceSymbol/resolve"], ["workspace/executeCommand"], ["textDocument/diagnostic"],
]

/// What a session begins with.
let starts = [
  "",
  "headline A bridge\nby Ana Ruiz\nperson Ana Ruiz, leader; aka Ruiz\n\ndate 2023-11-29\n\n“It is open,” said Ruiz.\n",
  "date 2023-11-29 Ana Ruiz met Bo Lund.\r\n\r\n“Well,” Ruiz said. “Yes.”\r\n\r\n> We won.\r\n-- Bo Lund\r\n",
  "date 2023-11-29\n\n\"We 🎉 won, said Ana Ruiz.\n\n\"And \"more\".\n\n-30-\nnotes\n",
]

/// The strokes that move lines, passages and quotations about.
let strokes = [
  "a", "e", " ", "A", ".", ",", "\n", "\n\n", "\r", "\r\n", "\n\r", "\u{A0}", "\t", "\u{FEFF}", "", "", "\"", "'", "“",
  "”",
  "‘", "’", "«", "»", "„", "''", "``", "12\"", ".”", "“We", ",” she said.", "\n\n“", "date 2023-11-29 ",
  " date 2023-11-29\n", "\n\ndate 2023-11 ", "date 2023 was dry", "\nheadline ", "\nby ", "slug x\n", "\nlang en-GB\n",
  "lang de\n", "\nperson Ana Ruiz, council leader; aka Ruiz; not Ruis\n", "\n\nplace Nether Arle\n", "\n-30-\n", "###",
  "# ", "\n\n## ", "> ", "\n> ", "\n>", "\n-- Ana Ruiz", "\n— ", "// ", "\n// allow quote/* -- why\n",
  "\nallow quote/unclosed\n", "\\", "correction 2023-11-30 ", "Ana Ruiz", "Ruiz", "Mr. ", " said ",
  "Wednesday, Nov. 29",
  "<p", ">", "12:40 p.m.\n", "***\n", "🎉", "é", "שלום", "\0", "y ", "rule quote/straight off\n", "pack ap\n",
  "show speakers on\n", "profile publish\n", "person Bo Lund, Mayor; withhold\n", "word word word word word word word ",
]
