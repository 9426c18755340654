import Syntax
import Testing

@Suite struct EightBytesTests {
  /// Each answer is what asking byte by byte tells, whatever the neighbours are.
  @Test func eightAtOnceEqualOneByOne() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        for neighbour: UInt8 in [0x00, 0x20, 0x61, 0x7A, 0x7F, 0x80, 0xFF] {
          var bytes = [UInt8](repeating: neighbour, count: 9)
          bytes[place + 1] = byte
          let eight = EightBytes(bytes.span, at: 1)
          #expect(eight.beyondASCII == answer(bytes) { $0 >= 0x80 })
          #expect(eight.equal(to: 0x20) == answer(bytes) { $0 == 0x20 })
          #expect(eight.equal(to: 0xE2) == answer(bytes) { $0 == 0xE2 })
          #expect(eight.between(0x61, 0x7A) == answer(bytes) { $0 >= 0x61 && $0 <= 0x7A })
          #expect(eight.between(0x00, 0x7F) == answer(bytes) { $0 <= 0x7F })
        }
      }
    }
  }

  private func answer(_ bytes: [UInt8], _ isMeant: (UInt8) -> Bool) -> UInt64 {
    var answer: UInt64 = 0
    for place in 0..<8 where isMeant(bytes[place + 1]) { answer |= 0x80 << UInt64(8 * place) }
    return answer
  }
}
