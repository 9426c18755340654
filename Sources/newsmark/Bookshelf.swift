import Rules
import Semantics
import Syntax

/// The stylebooks that stand above some articles, each read once.
struct Bookshelf: Sendable {
  private var books: [String: Stylebook?] = [:]
  private let workspace: String?

  /// Reads the stylebooks of all the sources, so that many cores can ask for them afterwards.
  init(for sources: [ArticleSource]) {
    workspace = System.currentFolder
    for source in sources {
      let above = folders(above: source)
      for folder in above where books[folder] == nil {
        let path = folder.hasSuffix("/") ? "\(folder)stylebook.news" : "\(folder)/stylebook.news"
        // The highest is the last.
        let bytes = System.bytes(of: Array(path.utf8), within: Array((above.last ?? folder).utf8), upTo: .max)
        books[folder] = .some(bytes.map { Stylebook(Header(Article(Text($0), isStylebook: true))) })
      }
    }
  }

  /// The stylebooks for an article, nearest first.
  func books(for source: ArticleSource) -> [Stylebook] {
    folders(above: source).compactMap { books[$0] ?? nil }
  }

  /// From the article's folder up to the working directory where that holds it, else its folder alone.
  private func folders(above source: ArticleSource) -> [String] {
    guard let path = source.path.map(absolute), let slash = path.lastIndex(of: "/") else {
      return source.path == nil ? [workspace].compactMap(\.self) : []
    }
    var folder = String(path[..<slash])
    guard let workspace, folder == workspace || folder.hasPrefix(workspace + "/") else { return [folder] }
    var folders = [folder]
    while folder != workspace, let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      folders.append(folder)
    }
    return folders
  }

  /// The path from the top, with `.` and `..` worked out.
  private func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : "\(workspace ?? "")/\(path)"
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
