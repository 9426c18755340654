import Rules
import Semantics
import Syntax

/// One thing to complete with.
package struct Suggestion: Equatable, Sendable {
  package enum Kind: Sendable {
    case key
    case value
    case date
    case person
    case organisation
    case place
    case event
    case name
  }

  package let label: String
  package let kind: Kind
  package let detail: String
  /// What the insertion takes the place of, as UTF-8 byte offsets.
  package let range: Range<Int>
  package let insertion: String
  /// What clients compare with what is typed; most keep only what starts with it.
  package let filter: String
  /// The same with places to fill in, where there are some.
  package let snippet: String?
  /// The number of the figure in the cast whose name it is.
  package let figure: Int?

  init(
    _ label: String, _ kind: Kind, detail: String, range: Range<Int>,
    insertion: String? = nil, filter: String? = nil, snippet: String? = nil, figure: Int? = nil
  ) {
    self.label = label
    self.kind = kind
    self.detail = detail
    self.range = range
    self.insertion = insertion ?? label
    self.filter = filter ?? insertion ?? label
    self.snippet = snippet
    self.figure = figure
  }
}

/// What could be typed at `offset`, best first; nothing inside prose unless a name matches.
package func completion(at offset: Int, in proof: Proof, today: CivilDate?) -> [Suggestion] {
  let caret = Caret(offset, in: proof.article)
  return settingSuggestions(caret, proof)
    ?? valueSuggestions(caret, proof, today)
    ?? speakerSuggestions(caret, proof)
    ?? keySuggestions(caret, proof)
    ?? nameSuggestions(caret, proof)
    ?? []
}

/// What a suggestion is about, for whoever looks at it longer: a header line's purpose, or where a name stands.
package func explanation(of label: String, in proof: Proof) -> String? {
  let guide =
    label == "date"
    ? .date : Key(rawValue: label).map(FieldGuide.init) ?? EntityKind(rawValue: label).map(FieldGuide.init)
  if let rule = Rule.named(label) { return "\(rule.summary) \(rule.why)" }
  if let guide { return "\(guide.purpose)\n\n    \(guide.example)" }
  return proof.cast.figure(named: label).map { standing(of: $0, in: proof) }
}

/// The same of a suggestion that has just been made, which knows whose name it is.
package func explanation(of suggestion: Suggestion, in proof: Proof) -> String? {
  suggestion.figure.map { standing(of: proof.cast.figures[$0], in: proof) }
    ?? explanation(of: suggestion.label, in: proof)
}

private func standing(of figure: Figure, in proof: Proof) -> String {
  let first = figure.firstFullMention.map { proof.cast.mentions[$0].range.lowerBound }
  let place = first.map { ", first on line " + String(proof.line($0) + 1) } ?? ""
  return counted(figure.mentions.count, "mention") + place
}

/// Where the caret stands: its line up to there, after there, and what the line may become.
struct Caret {
  let offset: Int
  /// Byte offset at which the words of the line start, blanks and a byte order mark left out.
  let lineStart: Int
  /// The line's words up to the caret, and those after it.
  let before: String
  let after: String
  /// What is open at the start of this line.
  let state: LineState

  init(_ offset: Int, in article: Article) {
    let text = article.text
    let content = text.contentRange(ofLine: text.line(at: offset))
    let caret = min(max(offset, content.lowerBound), content.upperBound)
    let bytes = text.bytes(in: content)
    var start = skipBlanks(bytes, from: 0, to: caret - content.lowerBound)
    if content.lowerBound == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      start = skipBlanks(bytes, from: min(3, caret), to: caret)
    }
    self.offset = caret
    lineStart = content.lowerBound + start
    before = String(decoding: bytes[start..<caret - content.lowerBound], as: UTF8.self)
    after = String(decoding: bytes[(caret - content.lowerBound)...], as: UTF8.self)
    state = article.lineState(before: content.lowerBound)
  }

  /// Where the words stand that end at the caret; in bytes that are no UTF-8 they seem longer than they are.
  func range(of typed: String) -> Range<Int> { max(offset - typed.utf8.count, lineStart)..<offset }

  var isBlockStart: Bool { state.place == .blockStart || state.place == .afterQuoteBlock }
}
