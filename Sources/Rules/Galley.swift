/// What is marked on one page of an article, in order and counted from the page's start.
///
/// Never changed once made, and never kept when its page changes: by its identity whoever shows it can tell whether what it has
/// shown still stands.
package final class Galley: Sendable {
  package let findings: [Finding]
  /// How many there are of each severity, the worst first.
  package let counts: SIMD4<Int32>
  /// Nothing that its findings speak of lies outside the page.
  package let isSelfContained: Bool

  /// `length` is the page's, in bytes.
  init(_ findings: [Finding], length: Int) {
    self.findings = findings
    var counts = SIMD4<Int32>()
    for finding in findings { counts[finding.severity.rawValue - 1] += 1 }
    self.counts = counts
    isSelfContained = findings.allSatisfy { finding in
      finding.range.upperBound <= length
        && finding.related.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= length }
    }
  }

  static let empty = Galley([], length: 0)
}
