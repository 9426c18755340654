import Semantics
import Syntax

extension PassageProof {
  /// One fix for each place where a mark could be missing, the likeliest first.
  func insertions(of mark: String, at places: [Int], before following: Bool) -> [Fix] {
    places.prefix(4).enumerated().map { index, place in
      let title =
        following ? "Insert \(mark) before “\(words(from: place))”" : "Insert \(mark) after “\(words(to: place))”"
      return Fix(title, place..<place, mark, isPreferred: index == 0)
    }
  }

  /// The word or two that end at `place`.
  private func words(to place: Int) -> String {
    let line = string(max(place - 40, 0)..<place).split(whereSeparator: \.isNewline).last ?? ""
    return line.split(separator: " ").suffix(2).joined(separator: " ").trimmingMarks
  }

  /// The word or two that begin at `place`.
  private func words(from place: Int) -> String {
    let line = string(place..<place + 40).split(whereSeparator: \.isNewline).first ?? ""
    return line.split(separator: " ").prefix(2).joined(separator: " ").trimmingMarks
  }
}

extension String {
  /// Without quotation marks at either end and without half a character.
  fileprivate var trimmingMarks: String {
    let marks: Set<Character> = ["“", "”", "\"", "‘", "’", "«", "»", "„", "\u{FFFD}"]
    var text = self[...]
    while let first = text.first, marks.contains(first) { text.removeFirst() }
    while let last = text.last, marks.contains(last) { text.removeLast() }
    return String(text)
  }
}

extension MarkFamily {
  /// The mark with which a quotation of this family begins.
  package var openingMark: String {
    switch self {
    case .curly: "“"
    case .straight: "\""
    case .guillemets: "«"
    case .low: "„"
    case .twoApostrophes: "''"
    case .single: "‘"
    case .straightSingle: "'"
    case .block: ">"
    }
  }

  /// The mark with which one ends; empty for a block.
  package var closingMark: String {
    switch self {
    case .curly: "”"
    case .straight: "\""
    case .guillemets: "»"
    case .low: "“"
    case .twoApostrophes: "''"
    case .single: "’"
    case .straightSingle: "'"
    case .block: ""
    }
  }
}
