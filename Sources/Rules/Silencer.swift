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
    Silencer(line: field.line, codes: codes(in: field.valueRange, of: article), scope: nil)
  }
  for place in article.landmarks(.comment) {
    guard let copy = place.passage?.copy else { continue }
    for line in copy.lines {
      guard case .comment(let extent) = line.form else { continue }
      let range = extent.from(place.start)
      let text = article.text.string(in: range)
      guard text.hasPrefix("allow "), text.utf8.contains(UInt8(ascii: "/")) else { continue }
      let codes = codes(in: range.lowerBound + 6..<range.upperBound, of: article)
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
private func codes(in range: Range<Int>, of article: Article) -> [Silencer.Code] {
  var codes: [Silencer.Code] = []
  for word in article.text.bytes(in: range).split(separator: UInt8(ascii: " ")) {
    if dashes.contains(where: { word.starts(with: $0.utf8) }) { break }
    for code in word.split(separator: UInt8(ascii: ",")) {
      let place = range.lowerBound + code.startIndex..<range.lowerBound + code.endIndex
      codes.append(.init(text: String(decoding: code, as: UTF8.self), range: place))
    }
  }
  return codes
}

/// What a reason begins with.
private let dashes = ["--", "—", "–"]
