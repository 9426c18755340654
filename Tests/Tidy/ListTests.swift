import Foundation
import Rules
import Testing

/// Lists that stand beside folders tell of the same things.
@Suite struct ListTests {
  /// `quote/stray-close` lives in `quote/StrayClose.swift`, and nothing else lives there.
  @Test func everyRuleHasItsFile() {
    let files = House.files(under: "Sources/Rules/Catalog", endingIn: ".swift").map(\.path)
    #expect(catalog.map { "Sources/Rules/Catalog/\($0.group)/\(camel($0.code)).swift" }.sorted() == files)
    #expect(Set(catalog.map(\.code)).count == catalog.count)
  }

  @Test func everySeedIsListed() throws {
    let row = try Regex(#"\n\| `([a-z-]+\.news)`"#, as: (Substring, Substring).self)
    let listed = House.words("seeds/README.md").matches(of: row).map { "seeds/" + $0.output.1 }
    #expect(listed == House.files(under: "seeds", endingIn: ".news").map(\.path))
  }

  /// A row of the route table that does not fit on a line does too much.
  @Test func everyRouteIsOneLine() throws {
    let lines = House.words("Sources/Server/Routes.swift").components(separatedBy: "\n")
    let start = try #require(lines.firstIndex { $0.contains("static let all: [Route] = [") })
    let end = try #require(lines[start...].firstIndex(of: "  ]"))
    let rows = lines[(start + 1)..<end].filter { !$0.isEmpty && !$0.hasPrefix("    //") }
    #expect(rows.count > 10)
    for row in rows { #expect(row.hasPrefix("    .") && row.hasSuffix("),"), "\(row)") }
  }

  @Test func theMapShowsEveryFolder() {
    let map = House.words("Sources/README.md")
    let folders = Set(
      House.sources.map { $0.folders.dropFirst() }.flatMap { path in
        path.indices.map { path[...$0].joined(separator: "/") }
      })
    for folder in folders.sorted() where !folder.hasPrefix("Rules/Catalog/") {
      #expect(map.contains("`\(folder)`"), "Sources/README.md does not say what \(folder) is for")
    }
  }

  private func camel(_ code: String) -> String {
    code.split(separator: "/").last.map { $0.split(separator: "-").map(\.capitalized).joined() } ?? ""
  }
}
