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
        #expect(block.bits(block.equal(to: byte)) == bits(of: bytes[index...].prefix(64)) { $0 == byte })
      }
      for (first, last) in [
        (UInt8(0x61), UInt8(0x7A)), (0x01, 0x20), (0x30, 0x30), (0x01, 0x7F), (0x70, 0x90), (0x80, 0xFF),
      ] {
        let between = bits(of: bytes[index...].prefix(64)) { $0 >= first && $0 <= last }
        #expect(block.bits(block.between(first, last)) == between)
      }
      let several = block.equal(to: 0x59) | block.equal(to: 0xB2) | block.equal(to: 0xE2)
      #expect(block.bits(several) == bits(of: bytes[index...].prefix(64)) { [0x59, 0xB2, 0xE2].contains($0) })
    }
  }

  private func bits(of bytes: ArraySlice<UInt8>, where isMeant: (UInt8) -> Bool) -> UInt64 {
    var bits: UInt64 = 0
    for (place, byte) in bytes.enumerated() where isMeant(byte) { bits |= 1 << UInt64(place) }
    return bits
  }
}
