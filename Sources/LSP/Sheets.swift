/// The text of a string that may be long, in sheets of whole lines that can be decoded side by side.
package struct Sheets: Sendable {
  private let raw: ArraySlice<UInt8>
  private let hasEscapes: Bool
  /// Where each starts, and where the last ends.
  private var edges: [Int]

  /// How many bytes are worth a sheet, and how many sheets are enough.
  private static let (size, most) = (1 << 14, 16)

  init(_ raw: ArraySlice<UInt8>, hasEscapes: Bool) {
    self.raw = raw
    self.hasEscapes = hasEscapes
    edges = [raw.startIndex]
    let count = hasEscapes ? min(raw.count / Sheets.size, Sheets.most) : 1
    for number in 1..<max(count, 1) {
      let start = raw.startIndex + raw.count * number / count
      if start >= edges[edges.count - 1], let edge = raw.endOfLine(from: start) { edges.append(edge) }
    }
    edges.append(raw.endIndex)
  }

  package var count: Int { edges.count - 1 }

  /// How many bytes they take as they came.
  package var rawCount: Int { raw.count }

  /// The text of one as valid UTF-8, with U+FFFD for what is not Unicode, in pieces that end with a line break, each of about
  /// that many bytes unless a line is longer: a long text is kept in such pieces, and would be copied otherwise.
  package func utf8(of sheet: Int, inPiecesOf size: Int) -> [[UInt8]] {
    guard edges.indices.contains(sheet + 1), sheet >= 0 else { return [] }
    let raw = raw[edges[sheet]..<edges[sheet + 1]]
    return hasEscapes ? unescapedPieces(of: raw, about: size).map(repaired) : [repaired(Array(raw))]
  }
}

extension ArraySlice<UInt8> {
  /// Where the text goes on behind the first line feed that is written at or after an index; nil where there is none.
  fileprivate func endOfLine(from start: Int) -> Int? {
    // An escape may have begun before.
    var at = start
    while at > startIndex, self[at - 1] == UInt8(ascii: "\\") { at -= 1 }
    while true {
      at = index(ofBackslashFrom: at) + 2
      guard at < endIndex else { return nil }
      if self[at - 1] == UInt8(ascii: "n") { return at }
    }
  }
}
