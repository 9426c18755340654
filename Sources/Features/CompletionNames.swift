import Semantics
import Syntax

/// After the dash under a quote block: whoever could have said it, people first.
func speakerSuggestions(_ caret: Caret, _ proof: Proof) -> [Suggestion]? {
  guard caret.state.place == .inQuoteBlock || caret.state.place == .afterQuoteBlock else { return nil }
  var words = Substring(caret.before)
  if words.first == ">" { words = words.dropFirst().drop { $0 == " " } }
  guard let dash = ["---", "--", "—", "–"].first(where: words.hasPrefix) else { return nil }
  let typed = TypedWords(words.dropFirst(dash.count).drop { $0 == " " })
  guard !typed.words.contains(",") else { return nil }
  let range = caret.range(of: typed.words)
  let speakers = proof.cast.figures.filter { $0.kind == .person || $0.kind == .org || $0.kind == .unknown }
  let ordered = speakers.filter { $0.kind == .person } + speakers.filter { $0.kind != .person }
  let fitting = ordered.filter { typed.beginWord(of: $0.name) && !isOnlyHere($0, range, proof) }
  return fitting.map { figure in
    let role = figure.role.map { ", \($0)" } ?? ""
    return suggestion(for: figure, typed, in: proof, range: range, insertion: figure.name + role)
  }
}

/// Inside running text: names of the article that go on from the capitalised words before the caret.
func nameSuggestions(_ caret: Caret, _ proof: Proof) -> [Suggestion]? {
  if let next = caret.after.first, next.isLetter || next.isNumber { return nil }
  // The longest run of words that a name goes on from: “Ana R” before “R”.
  for (more, words) in capitalisedEnds(of: caret.before).enumerated().reversed() {
    let typed = TypedWords(words)
    let range = caret.range(of: typed.words)
    let figures = proof.cast.figures
    let fitting = figures.indices.filter { index in
      guard typed.mayBegin(figures[index].initials) else { return false }
      let name = figures[index].name
      // One word may be any word of a name.
      return (more > 0 ? typed.begin(name) : typed.beginWord(of: name)) && name != typed.words
        && !isOnlyHere(figures[index], range, proof)
    }
    guard !fitting.isEmpty else { continue }
    return fitting.map { suggestion(for: figures[$0], typed, in: proof, range: range, insertion: figures[$0].name) }
  }
  return nil
}

/// The last one, two and three words where they begin as a name does; none where the last does not.
private func capitalisedEnds(of text: String) -> [Substring] {
  var ends: [Substring] = []
  var start = text.endIndex
  for count in 0..<3 {
    let blank = text.utf8[..<start].lastIndex(of: UInt8(ascii: " "))
    let word = blank.map { text[text.utf8.index(after: $0)..<start] } ?? text[..<start]
    let trimmed = trimmingMarks(word)
    let isName = beginsName(trimmed)
    guard isName || count > 0 else { break }
    if isName { ends.append(text[trimmed.startIndex...]) }
    // No name goes on over the mark before a word.
    guard let blank, trimmed.startIndex == word.startIndex else { break }
    start = blank
  }
  return ends
}

private func suggestion(
  for figure: Figure, _ typed: TypedWords, in proof: Proof, range: Range<Int>, insertion: String
) -> Suggestion {
  Suggestion(
    figure.name, Suggestion.Kind(figure.kind), detail: figure.role ?? figure.kind.word, range: range,
    insertion: insertion, filter: typed.tail(of: insertion), figure: figure.number)
}

/// True for what the caret itself has just typed: a name that stands nowhere else helps nobody.
private func isOnlyHere(_ figure: Figure, _ range: Range<Int>, _ proof: Proof) -> Bool {
  figure.declared == nil
    && figure.mentions.allSatisfy { touches(proof.cast.mentions[Int($0)].range, range.upperBound) }
}

private func trimmingMarks(_ word: Substring) -> Substring {
  if let first = word.utf8.first, isLetter(first) || first &- 0x30 < 10 { return word }
  return word.drop { !$0.isLetter && !$0.isNumber }
}

private func beginsName(_ word: Substring) -> Bool {
  if let first = word.utf8.first, first < 0x80 { return first &- 0x41 < 26 }
  return word.first.map { $0.isLetter && !$0.isLowercase } == true
}

extension Suggestion.Kind {
  fileprivate init(_ kind: Figure.Kind) {
    switch kind {
    case .person: self = .person
    case .org: self = .organisation
    case .place: self = .place
    case .event: self = .event
    case .term, .unknown: self = .name
    }
  }
}

extension Figure.Kind {
  /// What a reader calls the kind.
  package var word: String {
    switch self {
    case .person: "person"
    case .org: "organisation"
    case .place: "place"
    case .event: "event"
    case .term: "term"
    case .unknown: "name"
    }
  }
}
