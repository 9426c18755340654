/// `>` at any line start; quoting needs no blank line above.
func quoteLine(_ words: LineWords) -> Form? {
  words.first == UInt8(ascii: ">") ? .quote(text: words.dropping(1).extent) : nil
}

/// A dash and a name: inside a quote block after its first line, or unmarked right after the block.
func attribution(_ words: LineWords, _ state: LineState) -> Form? {
  switch state.place {
  case .inQuoteBlock:
    let line = words.first == UInt8(ascii: ">") ? words.dropping(1) : words
    return attributionLine(line).map(Form.attribution)
  case .afterQuoteBlock: return attributionLine(words).map(Form.attribution)
  case .blockStart, .inParagraph: return nil
  }
}

/// Reads `-- Name, role`; nil for more than 80 characters, a name in lower case or the end of a sentence.
private func attributionLine(_ words: LineWords) -> AttributionLine? {
  let dashLength: Int
  if words.hasPrefix("---") || words.hasPrefix("—") || words.hasPrefix("–") {
    dashLength = 3
  } else if words.hasPrefix("--") {
    dashLength = 2
  } else {
    return nil
  }
  let line = words.dropping(dashLength)
  guard !line.isEmpty, characterCount(words, upTo: 80) <= 80, beginsLikeName(line), !endsSentence(line) else {
    return nil
  }
  let (name, role) = splitRole(line)
  return AttributionLine(dash: Extent(words.start, words.start + dashLength), name: name, role: role)
}
