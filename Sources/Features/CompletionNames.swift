import Semantics
import Syntax

/// After the dash under a quote block: whoever could have said it, people first.
func speakerSuggestions(_ caret: Caret, _ proof: Proof) -> [Suggestion]? {
  guard caret.state.place == .inQuoteBlock || caret.state.place == .afterQuoteBlock else { return nil }
  var words = Substring(caret.before)
  if words.first == ">" { words = words.dropFirst().drop { $0 == " " } }
  guard let dash = ["---", "--", "—", "–"].first(where: words.hasPrefix) else { return nil }
  let typed = String(words.dropFirst(dash.count).drop { $0 == " " })
  guard !typed.contains(",") else { return nil }
  let range = caret.range(of: typed)
  let speakers = proof.cast.figures.filter { $0.kind == .person || $0.kind == .org || $0.kind == .unknown }
  let ordered = speakers.filter { $0.kind == .person } + speakers.filter { $0.kind != .person }
  let fitting = ordered.filter { matches($0.name, typed) && !isOnlyHere($0, range, proof) }
  return fitting.map { figure in
    let role = figure.role.map { ", \($0)" } ?? ""
    return suggestion(for: figure, typed, in: proof, range: range, insertion: figure.name + role)
  }
}

/// Inside running text: names of the article that go on from the capitalised words before the caret.
func nameSuggestions(_ caret: Caret, _ proof: Proof) -> [Suggestion]? {
  let words = caret.before.lastWords(3).split(separator: " ", omittingEmptySubsequences: false).map(trimmingMarks)
  guard let last = words.last, last.first.map(beginsName) == true else { return nil }
  if let next = caret.after.first, next.isLetter || next.isNumber { return nil }
  // The longest run of words that a name goes on from: “Ana R” before “R”.
  for count in stride(from: min(3, words.count), through: 1, by: -1) {
    let typed = words.suffix(count).joined(separator: " ")
    guard typed.first.map(beginsName) == true, caret.before.hasSuffix(typed) else { continue }
    let range = caret.range(of: typed)
    let figures = proof.cast.figures
    let fitting = figures.indices.filter { index in
      goesOn(from: typed, to: figures[index].name, whole: count > 1) && !isOnlyHere(figures[index], range, proof)
    }
    guard !fitting.isEmpty else { continue }
    return fitting.map { suggestion(for: figures[$0], typed, in: proof, range: range, insertion: figures[$0].name) }
  }
  return nil
}

private func suggestion(
  for figure: Figure, _ typed: String, in proof: Proof, range: Range<Int>, insertion: String
) -> Suggestion {
  Suggestion(
    figure.name, Suggestion.Kind(figure.kind), detail: figure.role ?? figure.kind.word, range: range,
    insertion: insertion, filter: tail(of: insertion, from: typed), figure: figure.number)
}

/// A name matches by its start, or by the start of any of its words where one word is typed.
private func goesOn(from typed: String, to name: String, whole: Bool) -> Bool {
  guard mayHaveWord(name, startingLike: typed), name != typed else { return false }
  return name.hasPrefix(typed) || !whole && matches(name, typed)
}

private func matches(_ name: String, _ typed: String) -> Bool {
  typed.isEmpty || name.hasPrefix(typed)
    || mayHaveWord(name, startingLike: typed)
      && name.split(separator: " ").contains { $0.lowercased().hasPrefix(typed.lowercased()) }
}

/// False where no word begins with the same letter, capital or small; letters beyond ASCII may.
private func mayHaveWord(_ name: String, startingLike typed: String) -> Bool {
  guard let first = typed.utf8.first, first < 0x80 else { return true }
  var isStart = true
  for byte in name.utf8 {
    if isStart, byte >= 0x80 || byte | 0x20 == first | 0x20 { return true }
    isStart = byte == UInt8(ascii: " ")
  }
  return false
}

/// True for what the caret itself has just typed: a name that stands nowhere else helps nobody.
private func isOnlyHere(_ figure: Figure, _ range: Range<Int>, _ proof: Proof) -> Bool {
  figure.declared == nil && figure.mentions.allSatisfy { touches(proof.cast.mentions[$0].range, range.upperBound) }
}

extension String {
  /// What stands from the blank before so many words on, found by bytes, as characters are slow to tell apart.
  fileprivate func lastWords(_ count: Int) -> Substring {
    var start = endIndex
    for _ in 0..<count { start = utf8[..<start].lastIndex(of: UInt8(ascii: " ")) ?? startIndex }
    return self[start...]
  }
}

private func trimmingMarks(_ word: Substring) -> String {
  String(word.drop { !$0.isLetter && !$0.isNumber })
}

private func beginsName(_ character: Character) -> Bool { character.isLetter && !character.isLowercase }

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
