import Semantics
import Syntax

extension PassageProof {
  /// True where the range touches words inside quotation marks, which are sacred.
  func isQuoted(_ range: Range<Int>) -> Bool {
    // Parts stand in order and apart, and there may be as many as words.
    let next = copy.parts.partitioningIndex { $0.extent.upperBound > range.lowerBound }
    return next < copy.parts.count && copy.parts[next].extent.lowerBound < range.upperBound
  }

  /// The places in `extent` where those bytes stand.
  func places(of needle: StaticString, in extent: Extent) -> [Range<Int>] {
    let length = needle.utf8CodeUnitCount
    // Most needles begin with a byte that the extent does not hold, and looking for one byte is quick.
    guard length > 0, extent.count >= length, bytes[extent.range].contains(needle.utf8Start.pointee) else { return [] }
    var found: [Range<Int>] = []
    needle.withUTF8Buffer { needle in
      var index = extent.lowerBound
      while index + length <= extent.upperBound {
        if bytes[index] == needle[0], (1..<length).allSatisfy({ bytes[index + $0] == needle[$0] }) {
          found.append(index..<index + length)
          index += length
        } else {
          index += 1
        }
      }
    }
    return found
  }
}

func isWordByte(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte >= 0x80 }

func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
