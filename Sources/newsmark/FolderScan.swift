import Server

/// Looks through a folder for articles, one folder below it at a time, so that typing goes on meanwhile.
struct FolderScan {
  /// Deeper folders are not looked into.
  private static let deepest = 20
  /// More names than this are taken for a mistaken root, such as a home folder.
  private static let mostItems = 200_000
  private static let mostArticles = 50_000

  private let root: DocumentKey
  private var pending: [(folder: DocumentKey, depth: Int)]
  private var itemCount = 0
  private var articleCount = 0

  init(_ root: DocumentKey) {
    self.root = root
    pending = [(root, 0)]
  }

  /// Looks into the next folder.
  mutating func step() -> Event {
    guard let (folder, depth) = pending.popLast(), let path = folder.path, let items = System.items(in: path) else {
      return .scanned([], isLast: pending.isEmpty, problem: nil)
    }
    itemCount += items.count
    let articles = items.filter { !$0.isFolder && $0.name.ends(with: ".news") }
    articleCount += articles.count
    if depth < FolderScan.deepest {
      pending += items.lazy.filter(\.isFolder).reversed().map { (folder.appending($0.name), depth + 1) }
    }
    let found = articles.map { folder.appending($0.name) }
    guard itemCount <= FolderScan.mostItems, articleCount <= FolderScan.mostArticles else {
      let problem = "\(root.uri) holds more than an archive should; open the folder of the articles instead"
      pending = []
      return .scanned(found, isLast: true, problem: problem)
    }
    return .scanned(found, isLast: pending.isEmpty, problem: nil)
  }
}

extension [UInt8] {
  fileprivate func ends(with suffix: StaticString) -> Bool {
    count >= suffix.utf8CodeUnitCount
      && suffix.withUTF8Buffer { buffer in self.suffix(buffer.count).elementsEqual(buffer) }
  }
}
