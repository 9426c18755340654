/// Keeps count of which silencers have silenced something.
struct Silenced {
  let silencers: [Silencer]
  /// Codes that silence something in the whole file.
  private var usedCodes: Set<String> = []
  private let codes: Set<String>
  /// The lines that silencers speak of, in order, each with its codes.
  private var lines: [Line] = []

  private struct Line {
    let scope: Range<Int>
    var codes: Set<String>
    var usedCodes: Set<String> = []
  }

  init(_ silencers: [Silencer]) {
    self.silencers = silencers
    codes = Set(silencers.filter { $0.scope == nil }.flatMap { $0.codes.map(\.text) })
    for silencer in silencers {
      guard let scope = silencer.scope else { continue }
      if lines.last?.scope != scope { lines.append(Line(scope: scope, codes: [])) }
      lines[lines.count - 1].codes.formUnion(silencer.codes.map(\.text))
    }
  }

  /// For each silencer, which of its codes were needed.
  var used: [[Bool]] {
    silencers.map { silencer in
      let needed = silencer.scope.map { scope in line(at: scope.lowerBound).map { lines[$0].usedCodes } ?? [] }
      return silencer.codes.map { (needed ?? usedCodes).contains($0.text) }
    }
  }

  /// True where a silencer covers the finding.
  mutating func takes(_ finding: Finding) -> Bool {
    guard !silencers.isEmpty else { return false }
    let covering = [finding.code, "\(finding.code.prefix { $0 != "/" })/*"]
    var isTaken = false
    let index = line(at: finding.range.lowerBound)
    for code in covering {
      if codes.contains(code) {
        usedCodes.insert(code)
        isTaken = true
      }
      if let index, lines[index].codes.contains(code) {
        lines[index].usedCodes.insert(code)
        isTaken = true
      }
    }
    return isTaken
  }

  /// The line that begins at or holds an offset.
  private func line(at offset: Int) -> Int? {
    let index = lines.partitioningIndex { $0.scope.lowerBound > offset } - 1
    guard index >= 0 else { return nil }
    let scope = lines[index].scope
    return scope.contains(offset) || scope.lowerBound == offset ? index : nil
  }
}
