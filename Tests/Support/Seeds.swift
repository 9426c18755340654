import Foundation
import Syntax

/// The project's own articles, read from the `seeds` folder beside `Sources`.
package enum Seeds {
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  package static let all: [(name: String, text: Text)] = {
    let folder = root.appending(path: "seeds")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".news") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { (name, Text(Array($0))) }
    }
  }()
}
