import Foundation
import Testing

/// What each folder may import; a manifest alone lets transitive imports and Foundation pass.
@Suite struct ImportTests {
  private static let allowed: [String: Set<String>] = [
    "Syntax": [],
    "Semantics": ["Syntax", "Synchronization"],
    "Rules": ["Syntax", "Semantics"],
    "Features": ["Syntax", "Semantics", "Rules"],
    "LSP": [],
    "Server": ["Syntax", "Semantics", "Rules", "Features", "LSP"],
    "newsmark": ["Syntax", "Semantics", "Rules", "Features", "LSP", "Server"],
  ]

  /// The one folder that meets the machine.
  private static let system: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization"]

  @Test(arguments: House.sources)
  func importsWhatItsModuleMay(_ file: House.File) throws {
    let allowed = try #require(Self.allowed[file.folders[1]], "no such module in the table: \(file.folders[1])")
    let more = file.path.hasPrefix("Sources/newsmark/System/") ? Self.system : []
    for module in imports(of: file) {
      #expect(allowed.contains(module) || more.contains(module), "\(file.path) must not import \(module)")
    }
  }

  /// One place turns the wire's positions into offsets.
  @Test func onlyConvertInServerImportsSyntax() {
    let importing = House.sources.filter { $0.folders[1] == "Server" && imports(of: $0).contains("Syntax") }
    #expect(importing.map(\.name) == ["Convert.swift"])
  }

  private func imports(of file: House.File) -> [String] {
    file.code.compactMap { line in
      var words = line.split(separator: " ")
      while let first = words.first,
        first.hasPrefix("@") || ["package", "public", "internal", "private"].contains(first)
      {
        words.removeFirst()
      }
      guard words.first == "import", words.count > 1 else { return nil }
      let name =
        ["struct", "class", "enum", "func", "let", "var"].contains(words[1]) ? words.dropFirst(2).first : words[1]
      return name.map { String($0.prefix { $0 != "." }) }
    }
  }
}
