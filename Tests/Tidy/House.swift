import Foundation
import Support
import Testing

/// The project's own files, as the tidy tests look at them.
enum House {
  static let root = Seeds.root

  /// One file of the project, with its path from the top level.
  struct File: CustomTestStringConvertible, Sendable {
    let path: String
    let words: String

    var lines: [String] { words.components(separatedBy: "\n") }
    var name: String { (path as NSString).lastPathComponent }
    /// The folders from the top level down.
    var folders: [String] { Array(path.components(separatedBy: "/").dropLast()) }
    var testDescription: String { path }
  }

  static let sources = files(under: "Sources", endingIn: ".swift")
  static let tests = files(under: "Tests", endingIn: ".swift")

  /// The words of one file, empty where it is missing.
  static func words(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// Every file below a folder whose name ends so, in order of path.
  static func files(under folder: String, endingIn ending: String) -> [File] {
    let all = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (all?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(ending) }.sorted()
      .map { File(path: "\(folder)/\($0)", words: words("\(folder)/\($0)")) }
  }
}

extension House.File {
  /// The lines without comments and without what stands in quotation marks: the code alone.
  var code: [String] {
    var isBlock = false
    return lines.map { line in
      let opens = line.components(separatedBy: "\"\"\"").count - 1
      defer { if opens % 2 == 1 { isBlock.toggle() } }
      return isBlock || opens > 0 ? "" : withoutWords(line)
    }
  }

  private func withoutWords(_ line: String) -> String {
    var code = ""
    var isString = false
    var isEscaped = false
    for character in line {
      if isString {
        if character == "\"" && !isEscaped { isString = false }
        isEscaped = character == "\\" && !isEscaped
        continue
      }
      if character == "\"" { isString = true }
      code.append(character)
      if code.hasSuffix("//") { return String(code.dropLast(2)) }
    }
    return code
  }
}
