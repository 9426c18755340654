import Syntax

extension Casting {
  /// A sighting with its place in the article; small, as there may be a million.
  struct Seen {
    private let start: UInt32
    private let length: UInt32
    private let roleStart: UInt32
    private let roleLength: UInt32
    let votes: SIMD4<Int8>
    let traits: Sighting.Traits
    let setting: NameSetting
    private let number: UInt32

    /// `extent` is that of the name, the sighting's own or a part of it, counted from the start of its passage.
    init(_ sighting: Sighting, _ extent: Extent, from start: Int, name: Int) {
      self.init(
        range: extent.from(start), role: sighting.role.from(start), setting: sighting.setting, traits: sighting.traits,
        votes: sighting.votes, name: name)
    }

    init(
      range: Range<Int>, role: Range<Int>, setting: NameSetting, traits: Sighting.Traits, votes: SIMD4<Int8>, name: Int
    ) {
      start = UInt32(clamping: range.lowerBound)
      length = UInt32(clamping: range.count)
      roleStart = UInt32(clamping: role.lowerBound)
      roleLength = UInt32(clamping: role.count)
      self.setting = setting
      self.traits = traits
      self.votes = votes
      number = UInt32(clamping: name)
    }

    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
    /// Empty where the article does not say what the bearer is.
    var role: Range<Int> { Int(roleStart)..<Int(roleStart) + Int(roleLength) }
    /// Index in `names`.
    var name: Int { Int(number) }
  }
}
