import Foundation
import Rules
import Support
import Testing

@Suite struct CatalogTests {
  @Test func theDocumentIsCurrent() {
    #expect(Golden.text("Sources/Rules/Rules.md", current: Rule.document) == Rule.document, "UPDATE=1 swift test")
  }

  /// `quote/stray-close` is `Catalog/quote/StrayClose.swift`, and nothing else lies there.
  @Test func theCatalogueIsTheFolder() throws {
    let folder = Seeds.root.appending(path: "Sources/Rules/Catalog")
    var files: [String] = []
    for group in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let inside = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: group).path)
      files += inside.map { "\(group)/\($0)" }
    }
    let expected = catalog.map { rule in
      let name = rule.code.dropFirst(rule.group.count + 1).split(separator: "-").map(\.capitalized).joined()
      return "\(rule.group)/\(name).swift"
    }
    #expect(files.sorted() == expected.sorted())
    #expect(Set(catalog.map(\.code)).count == catalog.count)
  }

  @Test func groupsStandTogether() {
    var groups: [Substring] = []
    for rule in catalog where groups.last != rule.group { groups.append(rule.group) }
    #expect(Set(groups).count == groups.count)
  }
}
