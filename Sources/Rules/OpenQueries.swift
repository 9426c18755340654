import Semantics
import Syntax

/// What an article still leaves open, in order: whole lines that hold a placeholder, and comments that begin with `?`.
///
/// “TK” is what desks write for “to come”; XXX and ??? are as common.
package func openQueries(of article: Article) -> [Range<Int>] {
  article.places.flatMap { place in
    let lines = place.passage?.copy.lines ?? []
    guard !lines.isEmpty else { return [Range<Int>]() }
    let bytes = article.text.bytes(in: place.start..<place.end)
    return lines.compactMap { line in
      if case .comment(let text) = line.form {
        let asks = text.lowerBound < bytes.count && bytes[text.lowerBound] == UInt8(ascii: "?")
        return asks || holdsPlaceholder(bytes[text.range]) ? text.from(place.start) : nil
      }
      let end = trimBlanks(bytes, from: line.extent.lowerBound, to: contentEnd(of: line, in: bytes))
      let start = skipBlanks(bytes, from: line.extent.lowerBound, to: end)
      return holdsPlaceholder(bytes[start..<end]) ? place.start + start..<place.start + end : nil
    }
  }
}

private func contentEnd(of line: Line, in bytes: [UInt8]) -> Int {
  var end = line.extent.upperBound
  while end > line.extent.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
  return end
}

/// TK, TKTK, XXX or ??? as a word of its own.
private func holdsPlaceholder(_ bytes: ArraySlice<UInt8>) -> Bool {
  let words = bytes.split { !(isLetterOrDigit($0) || $0 == UInt8(ascii: "?") || $0 >= 0x80) }
  return words.contains { word in
    let isTK =
      word.count >= 2 && word.count % 2 == 0 && word.enumerated().allSatisfy { $1 == ($0 % 2 == 0 ? 0x54 : 0x4B) }
    return isTK || word.count >= 3 && (word.allSatisfy { $0 == 0x58 } || word.allSatisfy { $0 == UInt8(ascii: "?") })
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
}
