import Foundation

/// Chance that can be thrown again: `LAWS_SEED=… swift test` repeats the run that printed that number.
struct Dice: RandomNumberGenerator {
  static let seed: UInt64 = {
    let given = ProcessInfo.processInfo.environment["LAWS_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0..<1_000_000)
    print("LAWS_SEED=\(seed)")
    return seed
  }()

  private var state: UInt64

  /// Each law throws its own dice, so that one alone repeats what it did among the others.
  init(_ name: String) {
    state = name.utf8.reduce(Dice.seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below `limit`; 0 where that is 0.
  mutating func below(_ limit: Int) -> Int { limit > 0 ? Int.random(in: 0..<limit, using: &self) : 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// True once in `times`.
  mutating func once(in times: Int) -> Bool { below(times) == 0 }
}
