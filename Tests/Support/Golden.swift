import Foundation

/// Texts that a test compares with a file, and that `UPDATE=1 swift test` writes anew.
package enum Golden {
  /// The file's text, or what was just written to it; nil where there is no such file.
  package static func text(_ path: String, current: String) -> String? {
    let file = Seeds.root.appending(path: path)
    if ProcessInfo.processInfo.environment["UPDATE"] == "1" {
      try? Data(current.utf8).write(to: file)
    }
    return (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  }
}
