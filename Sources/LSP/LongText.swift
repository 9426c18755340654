/// A string of a message that is too long to lie in it twice: it is decoded while the message comes, and an empty one stands in its
/// place.
package final class LongText: Equatable, Sendable {
  /// Where the empty one stands, behind its first quote.
  let place: Int
  /// The text as valid UTF-8, with U+FFFD for what is not Unicode, in pieces that end with a line break, each of about
  /// `LongText.piece` bytes unless a line is longer: an article is kept in such pieces, and would be copied otherwise.
  let pieces: [[UInt8]]
  /// How many bytes it took as it came.
  let rawCount: Int

  static let piece = 1 << 14

  /// The pieces one after the other.
  var utf8: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
    for piece in pieces { bytes += piece }
    return bytes
  }

  fileprivate init(place: Int, pieces: [[UInt8]], rawCount: Int) {
    self.place = place
    self.pieces = pieces
    self.rawCount = rawCount
  }

  package static func == (left: LongText, right: LongText) -> Bool {
    left.place == right.place && left.rawCount == right.rawCount && left.utf8 == right.utf8
  }
}

/// The body of a message as it came, but for a long text, which lies apart.
package struct Body: Equatable, Sendable {
  package let bytes: [UInt8]
  let longText: LongText?

  package init(_ bytes: [UInt8], longText: LongText? = nil) {
    self.bytes = bytes
    self.longText = longText
  }

  /// How many bytes came.
  package var count: Int { bytes.count + (longText?.rawCount ?? 0) }
}

/// Finds the first long string of a body that comes piece by piece, and decodes it line by line.
struct LongTextReader {
  private enum State {
    case searching, open, done
  }

  /// A string that goes on for so many bytes is long.
  private static let long = 1 << 12
  /// So much of what has come is left as it is: a header in it, where a message ends too early, is to be seen whole.
  private static let kept = 1 << 9

  private(set) var text: LongText?
  private var state = State.searching
  /// Behind the quote that opens the string; nil while none is open.
  private var opening: Int?
  /// Up to where its end has been looked for, in the body or, once it is long, in `raw`, and where a line ends before that.
  private var looked = 0
  private var lineEnd = 0
  /// What has come of the string and is not decoded.
  private var raw: [UInt8] = []
  private var decoded = 0
  private var pieces: [[UInt8]] = []
  private var unescaping = Unescaping(of: .max, inPiecesOf: LongText.piece)

  var isOpen: Bool { state == .open }

  /// How many bytes have come that are not in the body.
  var count: Int { decoded + raw.count }

  /// Looks through what has come of a body; where that ends within a long string, this is taken out.
  mutating func takeOver(_ body: inout [UInt8]) {
    guard state == .searching else { return }
    while true {
      if opening == nil {
        looked = body[...].index(of: UInt8(ascii: "\""), or: UInt8(ascii: "\""), from: looked)
        guard looked < body.count else { return }
        looked += 1
        (opening, lineEnd) = (looked, looked)
      }
      guard isClosed(in: body) else { break }
      looked += 1
      opening = nil
    }
    guard let opening, body.count - opening >= LongTextReader.long else { return }
    state = .open
    raw += body[opening...]
    body.removeSubrange(opening...)
    looked -= opening
    lineEnd -= opening
  }

  /// Takes more of the string, and returns what stands behind its end. Where a header stands in it, or nothing more comes, it is
  /// none of a sound message, and what is not decoded goes back.
  mutating func read(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> [UInt8] {
    let start = raw.count
    raw += bytes
    let header = raw.headerStart(from: start)
    if isClosed(in: raw), looked < header ?? .max {
      decode(upTo: looked)
      text = LongText(
        place: opening ?? 0, pieces: pieces + unescaping.takePieces(all: true).map(repaired), rawCount: decoded)
    } else if header == nil, !isLast {
      decode(upTo: lineEnd)
      return []
    }
    state = .done
    defer { raw = [] }
    return raw
  }

  private mutating func decode(upTo end: Int) {
    unescaping.add(raw[..<end])
    raw.removeSubrange(..<end)
    pieces += unescaping.takePieces(all: false).map(repaired)
    decoded += end
    looked -= end
    lineEnd = 0
  }

  /// Goes on to the quote that closes the string; false where that has not come.
  private mutating func isClosed(in bytes: [UInt8]) -> Bool {
    while true {
      looked = bytes.index(ofQuoteOrBackslashFrom: looked)
      guard looked < bytes.count else { return false }
      if bytes[looked] == UInt8(ascii: "\"") { return true }
      guard looked + 1 < bytes.count else { return false }
      looked += 2
      if bytes[looked - 1] == UInt8(ascii: "n"), looked + LongTextReader.kept < bytes.count { lineEnd = looked }
    }
  }
}
