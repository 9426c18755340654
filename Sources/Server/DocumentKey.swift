import LSP

/// A document's address with `%20` and the like decoded, so that two spellings of one address are one article.
package struct DocumentKey: Hashable, Sendable {
  private var bytes: [UInt8]

  package init(_ uri: DocumentURI) {
    var bytes = DocumentKey.decode(Array(uri.utf8))
    // Nearly all are spelled like this.
    if bytes.count > 9, bytes[5] == DocumentKey.slash, bytes[6] == DocumentKey.slash, bytes[7] == DocumentKey.slash,
      bytes[9] != UInt8(ascii: ":")
    {
      self.bytes = bytes
      return
    }
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

  /// All bytes at once, as an array is hashed byte by byte, and an address is looked up several times a message.
  package func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

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

extension DocumentKey: Comparable {
  /// By the bytes of the address.
  package static func < (left: DocumentKey, right: DocumentKey) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension DocumentKey {
  private static let file = Array("file://".utf8)
  private static let slash = UInt8(ascii: "/")

  /// The file of that path in the file system, whose bytes need not be UTF-8.
  package init(path: [UInt8]) { bytes = DocumentKey.file + path }

  /// The path of a file, nil for `untitled:` and other addresses.
  package var path: [UInt8]? {
    bytes.starts(with: DocumentKey.file) ? Array(bytes.dropFirst(DocumentKey.file.count)) : nil
  }

  /// The address as a URI, with everything percent-encoded that has to be.
  package var uri: DocumentURI {
    guard let path else { return String(decoding: bytes, as: UTF8.self) }
    var uri = "file://"
    for byte in path {
      if DocumentKey.isPlain(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = Array("0123456789ABCDEF")
        uri += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return uri
  }

  /// The last part of the address.
  package var name: String {
    guard let end = bytes.lastIndex(where: { $0 != DocumentKey.slash }) else { return "" }
    let slash = bytes[..<end].lastIndex(of: DocumentKey.slash)
    return String(decoding: bytes[(slash ?? -1) + 1...end], as: UTF8.self)
  }

  /// The folder of a file, nil at the top and for addresses that are no file's.
  package var folder: DocumentKey? {
    let start = DocumentKey.file.count
    guard bytes.starts(with: DocumentKey.file),
      let slash = bytes[start...].dropLast().lastIndex(of: DocumentKey.slash)
    else { return nil }
    var copy = self
    copy.bytes.removeSubrange(max(slash, start + 1)...)
    return copy
  }

  /// The file or folder of that name in this folder.
  package func appending(_ name: [UInt8]) -> DocumentKey {
    var copy = self
    if copy.bytes.last != DocumentKey.slash { copy.bytes.append(DocumentKey.slash) }
    copy.bytes += name
    return copy
  }

  /// True for the folder itself and for everything below it.
  package func lies(in folder: DocumentKey) -> Bool {
    guard bytes.starts(with: folder.bytes) else { return false }
    return bytes.count == folder.bytes.count || folder.bytes.last == DocumentKey.slash
      || bytes[folder.bytes.count] == DocumentKey.slash
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}
