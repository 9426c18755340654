/// Keeps count of which silencers have silenced something.
struct Silenced {
  let silencers: [Silencer]
  /// For each silencer, which of its codes were needed.
  private(set) var used: [[Bool]]

  init(_ silencers: [Silencer]) {
    self.silencers = silencers
    used = silencers.map { $0.codes.map { _ in false } }
  }

  /// True where a silencer covers the finding.
  mutating func takes(_ finding: Finding) -> Bool {
    var isTaken = false
    for (index, silencer) in silencers.enumerated() where silencer.covers(finding) {
      for (number, code) in silencer.codes.enumerated() where code.covers(finding.code) {
        used[index][number] = true
        isTaken = true
      }
    }
    return isTaken
  }
}
