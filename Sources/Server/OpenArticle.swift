import Features
import LSP
import Rules
import Semantics

/// An article that is open in the client, whose text is the client's and not the disk's.
package struct OpenArticle: Sendable {
  /// As the client spelled it when it opened the article.
  package let uri: DocumentURI
  package let languageID: String
  /// The client's number for this text; nil where it gives none.
  package internal(set) var version: Int?
  package internal(set) var article: Article {
    didSet { proof = nil }
  }
  /// The article understood as a whole, from the first question about it until its next change.
  package internal(set) var proof: Proof?
  var checker = Checker()
  /// Goes up with every change to any article, so that no two texts of a session share it.
  package internal(set) var revision: Int
  let encoding: PositionEncoding
}

/// A document's address with `%20` and the like decoded, so that two spellings of one address are one article.
package struct DocumentKey: Hashable, Sendable {
  private let bytes: [UInt8]

  package init(_ uri: DocumentURI) {
    var bytes = DocumentKey.decode(Array(uri.utf8))
    if bytes.starts(with: "file://localhost/".utf8) { bytes.removeSubrange(7..<16) }
    if bytes.starts(with: "file:/".utf8), !bytes.starts(with: "file://".utf8) {
      bytes.insert(contentsOf: "//".utf8, at: 5)
    }
    // `c:` and `C:` are one drive.
    if bytes.count > 9, bytes.starts(with: "file:///".utf8), bytes[9] == UInt8(ascii: ":"),
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[8])
    {
      bytes[8] -= 0x20
    }
    self.bytes = bytes
  }

  private static func decode(_ uri: [UInt8]) -> [UInt8] {
    guard uri.contains(UInt8(ascii: "%")) else { return uri }
    var bytes: [UInt8] = []
    var at = 0
    while at < uri.count {
      if uri[at] == UInt8(ascii: "%"), at + 2 < uri.count, let high = digit(uri[at + 1]), let low = digit(uri[at + 2]) {
        bytes.append(high << 4 | low)
        at += 3
      } else {
        bytes.append(uri[at])
        at += 1
      }
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
