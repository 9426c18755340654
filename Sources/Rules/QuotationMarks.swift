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
    let line = bytes[max(place - 40, 0)..<place].split(whereSeparator: isLineBreak).last ?? []
    return joined(line.split(separator: 0x20).suffix(2))
  }

  /// The word or two that begin at `place`.
  private func words(from place: Int) -> String {
    let line = bytes[place..<min(place + 40, bytes.count)].split(whereSeparator: isLineBreak).first ?? []
    return joined(line.split(separator: 0x20).prefix(2))
  }

  private func joined(_ words: some Sequence<ArraySlice<UInt8>>) -> String {
    var joined: [UInt8] = []
    for word in words {
      if !joined.isEmpty { joined.append(0x20) }
      joined += word
    }
    return String(decoding: joined, as: UTF8.self).trimmingMarks
  }
}

private func isLineBreak(_ byte: UInt8) -> Bool { byte >= 0x0A && byte <= 0x0D }

/// A quotation mark, or what stands for half a character.
private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "“", "”", "\"", "‘", "’", "«", "»", "„", "\u{FFFD}": true
  default: false
  }
}

extension String {
  /// Without quotation marks at either end and without half a character.
  fileprivate var trimmingMarks: String {
    var text = unicodeScalars.drop(while: isMark)
    while let last = text.last, isMark(last) { text.removeLast() }
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
