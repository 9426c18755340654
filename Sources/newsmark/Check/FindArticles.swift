/// An article to read: its path as given, or standard input.
struct ArticleSource: Sendable {
  let name: String
  /// Nil for standard input.
  let path: String?

  var isStylebook: Bool { name == "stylebook.news" || name.hasSuffix("/stylebook.news") }
}

/// The articles that the paths name, a folder's in the order of their path's bytes, and what is wrong with the paths.
func findArticles(_ paths: [String], inputName: String) -> (sources: [ArticleSource], problems: [String]) {
  var sources: [ArticleSource] = []
  var problems: [String] = []
  for path in paths {
    if path == "-" {
      sources.append(ArticleSource(name: inputName, path: nil))
      continue
    }
    switch System.kind(of: path) {
    case .missing: problems.append("there is no file or folder \(path)")
    case .file: sources.append(ArticleSource(name: path, path: path))
    case .folder:
      var found: [String] = []
      collect(path, in: path, &found, &problems)
      if found.isEmpty { problems.append("no .news file in \(path)") }
      found.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      sources += found.map { ArticleSource(name: $0, path: $0) }
    }
  }
  return (sources, problems)
}

private func collect(_ folder: String, in root: String, _ found: inout [String], _ problems: inout [String]) {
  guard let names = System.names(in: folder) else {
    problems.append("cannot read the folder \(folder)")
    return
  }
  for name in names where !name.text.hasPrefix(".") {
    let path = folder.hasSuffix("/") ? folder + name.text : "\(folder)/\(name.text)"
    guard name.isUTF8 else {
      if name.isFolder || name.text.hasSuffix(".news") { problems.append("cannot read \(path): its name is no UTF-8") }
      continue
    }
    switch System.kind(of: path, foundIn: root) {
    case .folder: collect(path, in: root, &found, &problems)
    case .file where name.text.hasSuffix(".news"): found.append(path)
    case .file, .missing: break
    }
  }
}
