import Semantics
import Syntax

/// A line that allows what rules would mark: `// allow CODE, CODE -- reason` for the next line, the field `allow` for the file.
struct Silencer: Sendable {
  struct Code: Sendable {
    /// `quote/*` names a group.
    let text: String
    let range: Range<Int>
  }

  /// The whole line with its line break.
  let line: Range<Int>
  let codes: [Code]
  /// Where covered findings start; nil for the whole file.
  fileprivate(set) var scope: Range<Int>?
}

/// The silencers of an article: those of the whole file, then the others in the order written.
func readSilencers(of article: Article, _ header: Header) -> [Silencer] {
  let ofFile = header.fields.filter { $0.key == .allow }.map { field in
    Silencer(line: field.line, codes: codes(in: field.valueRange, of: article))
  }
  var ofLines: [Silencer] = []
  /// How many of them know which line is the next that is no comment.
  var settled = 0
  func settle(_ scope: Range<Int>) {
    for index in settled..<ofLines.count { ofLines[index].scope = scope }
    settled = ofLines.count
  }
  var last: Article.Place?
  for place in article.landmarks(.comment) {
    guard let copy = place.passage?.copy else { continue }
    // What holds a comment is a landmark: whatever stands between begins with the line that is looked for.
    if let last, last.number + 1 < place.number { settle(article.firstLine(after: last)) }
    last = place
    for line in copy.lines {
      let whole = line.extent.from(place.start)
      guard case .comment(let extent) = line.form else {
        settle(whole)
        continue
      }
      let range = extent.from(place.start)
      let bytes = article.text.bytes(in: range)
      guard bytes.starts(with: "allow ".utf8), bytes.contains(UInt8(ascii: "/")) else { continue }
      ofLines.append(
        Silencer(line: whole, codes: codes(in: range.lowerBound + 6..<range.upperBound, of: article)))
    }
  }
  if let last { settle(article.firstLine(after: last)) }
  return ofFile + ofLines
}

extension Article {
  /// The first line of the passage after that one, the end of the text where there is none.
  fileprivate func firstLine(after place: Place) -> Range<Int> {
    let next = passages.place(after: place)
    return next.passage?.copy.lines.first?.extent.from(next.start) ?? place.end..<place.end
  }
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
