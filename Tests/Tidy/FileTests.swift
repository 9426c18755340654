import Foundation
import Testing

/// Files stay short, honest and well named.
@Suite struct FileTests {
  @Test(arguments: House.sources + House.tests)
  func fitsOnAFewScreens(_ file: House.File) {
    guard !file.folders.contains("Lexicon") else { return }
    #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count - 1) lines")
  }

  @Test(arguments: House.sources)
  func neverTraps(_ file: House.File) throws {
    let unwrapped = try Regex(#"[A-Za-z0-9_\)\]]!(?!=)"#)
    for (number, line) in file.code.enumerated() {
      for trap in ["try" + "!", "as" + "!", "fatal" + "Error", "precondition", "assertionFailure"] {
        #expect(!line.contains(trap), "\(file.path):\(number + 1) says \(trap)")
      }
      #expect(line.firstMatch(of: unwrapped) == nil, "\(file.path):\(number + 1) unwraps by force: \(line)")
    }
  }

  @Test(arguments: House.sources + House.tests)
  func leavesNothingForLater(_ file: House.File) {
    for word in ["TO" + "DO", "FIX" + "ME"] { #expect(!file.words.contains(word), "\(file.path) says \(word)") }
  }

  @Test(arguments: House.sources + House.tests)
  func isNamedForWhatItDoes(_ file: House.File) throws {
    let declared = try Regex(
      #"(?:struct|class|enum|protocol|actor|typealias) ([A-Za-z]+)"#, as: (Substring, Substring).self)
    let names = file.code.flatMap { $0.matches(of: declared).map { String($0.output.1) } }
    for name in names + [file.name.replacingOccurrences(of: ".swift", with: "")] {
      for ending in ["Util", "Utils", "Utilities", "Manager", "Helper", "Helpers", "Common", "Misc"] {
        #expect(!name.hasSuffix(ending), "\(file.path): \(name) says nothing")
      }
    }
  }

  @Test func theTopLevelIsBare() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: House.root.path)
    #expect(
      names.filter { !$0.hasPrefix(".") }.sorted()
        == ["Package.swift", "README.md", "Sources", "Tests", "editors", "seeds"])
  }

  @Test func nothingIsFetchedFromElsewhere() {
    #expect(!House.words("Package.swift").contains(".package("))
  }

  @Test func noFileNamesAMachinesFolder() {
    let endings = [".swift", ".md", ".news", ".py", ".sh", ".lua", ".el", "/run"]
    for folder in ["Sources", "Tests", "editors", "seeds", ".ci"] {
      for file in endings.flatMap({ House.files(under: folder, endingIn: $0) })
      where !file.path.contains("/node_modules/") {
        for path in ["/wo" + "rk/", "/ro" + "ot/"] { #expect(!file.words.contains(path), "\(file.path) names \(path)") }
      }
    }
  }
}
