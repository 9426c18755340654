import Syntax
import Testing

@Suite struct SixtyFourBytesTests {
  /// Each answer is what asking byte by byte tells, wherever the bytes stand in a text of whatever length.
  @Test(arguments: [1, 7, 8, 9, 63, 64, 65, 127, 128, 200])
  func sixtyFourAtOnceEqualOneByOne(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ $0 / 7) }
    for index in bytes.indices {
      let block = SixtyFourBytes(bytes.span, at: index)
      for byte in [UInt8](0...255) where byte != 0 {
        #expect(block.bits(butFor: block.others(than: byte)) == bits(of: bytes[index...].prefix(64)) { $0 == byte })
      }
      for (first, last) in [(UInt8(0x61), UInt8(0x7A)), (0x01, 0x20), (0x30, 0x30), (0x01, 0x7F)] {
        let between = bits(of: bytes[index...].prefix(64)) { $0 >= first && $0 <= last }
        #expect(block.bits(from: first, through: last) == between)
      }
      let several = block.others(than: 0x59) & block.others(than: 0xB2) & block.others(than: 0xE2)
      #expect(block.bits(butFor: several) == bits(of: bytes[index...].prefix(64)) { [0x59, 0xB2, 0xE2].contains($0) })
    }
  }

  private func bits(of bytes: ArraySlice<UInt8>, where isMeant: (UInt8) -> Bool) -> UInt64 {
    var bits: UInt64 = 0
    for (place, byte) in bytes.enumerated() where isMeant(byte) { bits |= 1 << UInt64(place) }
    return bits
  }
}
