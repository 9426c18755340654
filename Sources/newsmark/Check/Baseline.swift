import LSP
import Rules

/// Findings that are known and do not count; lines may move, so a finding is known by its file, its code and its words.
struct Baseline: Sendable {
  private struct Known: Hashable {
    let path: String
    let code: String
    let message: String
  }

  private var known: [Known: Int] = [:]

  init() {}

  /// Reads what `--format jsonl` writes; nil for anything else.
  init?(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let json = try? JSON(parsing: Array(line)), let path = json["path"].string,
        let code = json["code"].string, let message = json["message"].string
      else { return nil }
      known[Known(path: path, code: code, message: message), default: 0] += 1
    }
  }

  /// The findings that are not known.
  func without(_ findings: [Finding], of path: String) -> [Finding] {
    guard !known.isEmpty else { return findings }
    var left = known
    return findings.filter { finding in
      let key = Known(path: path, code: finding.code, message: finding.message)
      guard let count = left[key], count > 0 else { return true }
      left[key] = count - 1
      return false
    }
  }
}
