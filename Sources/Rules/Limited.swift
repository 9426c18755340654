/// Leaves one finding for all of a rule that speaks once a file; its fix, where it is a safe one, then mends them all.
func limited(_ findings: [Finding]) -> [Finding] {
  var groups: [String: [Int]] = [:]
  for (index, finding) in findings.enumerated() {
    if ruleLimits[finding.code] != nil { groups[finding.code, default: []].append(index) }
  }
  var gone: Set<Int> = []
  var merged: [Int: Finding] = [:]
  for (code, places) in groups {
    guard let limit = ruleLimits[code], places.count >= max(limit, 2) else { continue }
    merged[places[0]] = merge(places.map { findings[$0] })
    gone.formUnion(places.dropFirst())
  }
  if gone.isEmpty { return findings }
  return findings.indices.compactMap { gone.contains($0) ? nil : merged[$0] ?? findings[$0] }
}

extension Finding {
  /// Its rule speaks once a file from some number on.
  var isLimited: Bool { limitedCodes.contains(code) }
}

private let limitedCodes = Array(ruleLimits.keys)

private let ruleLimits: [String: Int] = catalog.reduce(into: [:]) { limits, rule in
  if case .onceAFile(let from) = rule.limit { limits[rule.code] = from }
}

private func merge(_ findings: [Finding]) -> Finding {
  let first = findings[0]
  let safe = findings.compactMap { finding in finding.fixes.first { $0.isSafe } }
  var fixes = first.fixes
  if safe.count == findings.count, let fix = safe.first {
    let all = Fix("\(fix.title) (all \(safe.count) places)", safe.flatMap(\.edits), isSafe: true)
    fixes = [all] + fixes.map { Fix($0.title, $0.edits) }
  }
  let others = findings.dropFirst().prefix(10).map { Finding.Related(range: $0.range, message: "here too") }
  return Finding(
    code: first.code, severity: first.severity, range: first.range,
    message: "\(first.message) (\(findings.count) places)", related: first.related + others, fixes: fixes,
    isUnnecessary: first.isUnnecessary)
}
