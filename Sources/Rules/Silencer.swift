import Semantics
import Syntax

/// A line that allows what rules would mark: `// allow CODE, CODE -- reason` for the next line, the field `allow` for the file.
struct Silencer: Sendable {
  struct Code: Sendable {
    let text: String
    let range: Range<Int>

    /// `quote/*` names a group.
    func covers(_ code: String) -> Bool {
      text == code || text.hasSuffix("/*") && code.hasPrefix(text.dropLast())
    }
  }

  /// The whole line with its line break.
  let line: Range<Int>
  let codes: [Code]
  /// Where covered findings start; nil for the whole file.
  let scope: Range<Int>?

  func covers(_ finding: Finding) -> Bool {
    scope.map { $0.contains(finding.range.lowerBound) || $0.lowerBound == finding.range.lowerBound } ?? true
  }
}

/// The silencers of an article in the order written.
func readSilencers(of article: Article, _ header: Header) -> [Silencer] {
  var silencers = header.fields.filter { $0.key == .allow }.map { field in
    Silencer(line: field.line, codes: codes(in: field.value, at: field.valueRange.lowerBound), scope: nil)
  }
  for place in article.landmarks {
    guard let copy = place.passage?.copy else { continue }
    for line in copy.lines {
      guard case .comment(let extent) = line.form else { continue }
      let range = extent.from(place.start)
      let text = article.text.string(in: range)
      guard text.hasPrefix("allow "), text.utf8.contains(UInt8(ascii: "/")) else { continue }
      let codes = codes(in: String(text.dropFirst(6)), at: range.lowerBound + 6)
      let whole = line.extent.from(place.start)
      silencers.append(Silencer(line: whole, codes: codes, scope: lineAfter(whole, in: article)))
    }
  }
  return silencers
}

/// The next line that is no comment.
private func lineAfter(_ line: Range<Int>, in article: Article) -> Range<Int> {
  var place = article.passages.place(at: line.lowerBound)
  while let passage = place.passage {
    for next in passage.copy.lines {
      let range = next.extent.from(place.start)
      if range.lowerBound < line.upperBound { continue }
      if case .comment = next.form { continue }
      return range
    }
    place = article.passages.place(after: place)
  }
  return line.upperBound..<line.upperBound
}

/// The codes before ` -- reason`, divided by commas or blanks.
private func codes(in text: String, at base: Int) -> [Silencer.Code] {
  var codes: [Silencer.Code] = []
  var offset = base
  for word in text.split(separator: " ", omittingEmptySubsequences: false) {
    defer { offset += word.utf8.count + 1 }
    if word.hasPrefix("--") || word == "—" || word == "–" { break }
    var start = offset
    for code in word.split(separator: ",", omittingEmptySubsequences: false) {
      let range = start..<start + code.utf8.count
      if !code.isEmpty { codes.append(.init(text: String(code), range: range)) }
      start = range.upperBound + 1
    }
  }
  return codes
}
