func blank(_ words: LineWords) -> Form? { words.isEmpty ? .blank : nil }

/// `//` and a blank or nothing; `//example.com/x` is prose.
func comment(_ words: LineWords) -> Form? {
  words.hasPrefix("//") && words.isBlank(at: 2) ? .comment(text: words.dropping(2).extent) : nil
}

/// All that follows an end mark, up to the next date.
func notes(_ words: LineWords, _ state: LineState) -> Form? {
  state.isAfterEnd ? .notes(text: words.extent) : nil
}

/// The marks with which wire copy ends.
func endMark(_ words: LineWords) -> Form? {
  words.is("-30-") || words.is("###") || words.is("ENDS") || words.is("-ENDS-") ? .endMark(words.extent) : nil
}

/// `#` to `###`, a blank and a text, at a block start only, so that a wrapped line may begin `# 4`.
func heading(_ words: LineWords, _ state: LineState) -> Form? {
  guard state.isBlockStart, let level = headingLevel(words) else { return nil }
  return .heading(level: UInt8(clamping: level), text: words.dropping(level).extent)
}

func headingLevel(_ words: LineWords) -> Int? {
  var level = 0
  while level < 4, words[level] == UInt8(ascii: "#") { level += 1 }
  guard (1...3).contains(level), words.count > level, words.isBlank(at: level) else { return nil }
  return level
}

/// Anything else; a backslash is dropped only where it keeps the line from being something or carrying a note.
func prose(_ words: LineWords, _ state: LineState) -> Form {
  let opens = state.place != .inParagraph
  if let escaped = unescaped(words, state) { return .prose(text: escaped.extent, opens: opens, missed: nil) }
  return .prose(text: words.extent, opens: opens, missed: missed(words, state))
}
