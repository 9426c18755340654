import LSP
import Rules
import Semantics

/// What the server knows of the files around the open articles: the stylebooks, and the archive of all articles.
struct Workspace: Sendable {
  /// A stylebook of some folder, as it stands on the disk or, while it is open, in the client.
  struct Book: Sendable {
    /// The file itself, so that places in it can be told.
    let file: OpenArticle
    let stylebook: Stylebook
  }

  /// What the stylebooks above a file come to.
  struct House: Equatable, Sendable {
    let settings: Settings
    /// Nearest first.
    let shared: [Declaration]
  }

  static let bookName = "stylebook.news"
  /// Larger articles are not read into the archive, in bytes: one of them would hold up a keystroke.
  static let largestArticle = 1 << 20

  var archive = Archive<DocumentKey, PositionRange>()
  /// What is said of closed articles, kept only for a client that pulls.
  var reports: [DocumentKey: Report] = [:]
  var reportCount = 0
  private(set) var books: [DocumentKey: Book] = [:]
  /// Those of open articles, forgotten with every change to the books and to the folders that decide which of them count.
  fileprivate(set) var houses: [DocumentKey: House] = [:]
  /// Folders whose stylebook has been asked for.
  var asked: Set<DocumentKey> = []
  /// Files that nobody has looked at yet.
  var unread: [DocumentKey] = []
  /// Files of which the headline and the quotations are known at most: their names are still to be read.
  var skimmed: [DocumentKey] = []
  /// Articles that are being read for the archive, by the number of their filing.
  var underway: [DocumentKey: Int] = [:]
  var filingCount = 0
  /// How many folders are still being looked through.
  var scans = 0
  /// How many files were found since the archive was last complete, for the progress bar.
  var found = 0
  var progress: ProgressToken?

  mutating func put(_ book: Book?, in folder: DocumentKey) {
    books[folder] = book
    forgetHouses()
  }

  var hasUnread: Bool { !unread.isEmpty || !skimmed.isEmpty }

  mutating func forgetHouses() { houses.removeAll() }

  mutating func forgetHouse(of key: DocumentKey) { houses[key] = nil }
}

extension Session {
  /// The workspace folder that holds a file, else the file's own folder; nil for what is no file.
  func root(of key: DocumentKey) -> DocumentKey? {
    let roots = folders.map { DocumentKey($0.uri) }.filter { key.lies(in: $0) }
    return roots.max { ($0.path?.count ?? 0) < ($1.path?.count ?? 0) } ?? key.folder
  }

  /// The stylebooks above a file, nearest first, with none from outside the workspace.
  func books(for key: DocumentKey) -> [Workspace.Book] {
    bookFolders(for: key).compactMap { workspace.books[$0] }
  }

  /// What the stylebooks declare for a file, nearest first, and the file each declaration stands in.
  func sharedDeclarations(for key: DocumentKey) -> [(declaration: Declaration, book: OpenArticle)] {
    guard key.name != Workspace.bookName else { return [] }
    return books(for: key).flatMap { book in book.stylebook.declarations.map { ($0, book.file) } }
  }

  /// What the stylebooks come to for an open article, which is asked for at every keystroke.
  mutating func house(of key: DocumentKey) -> Workspace.House {
    if let known = workspace.houses[key] { return known }
    let house = Workspace.House(settings: settings(for: key), shared: sharedDeclarations(for: key).map(\.declaration))
    if articles[key] != nil { workspace.houses[key] = house }
    return house
  }

  /// What the stylebooks make of the rules for a file.
  func settings(for key: DocumentKey) -> Settings {
    let books = books(for: key)
    return books.isEmpty ? Settings() : Settings(books.map(\.stylebook))
  }

  /// Whether the stylebooks above a file want speakers shown; the nearest that says so decides.
  func showsSpeakers(for key: DocumentKey) -> Bool {
    books(for: key).lazy.compactMap(\.stylebook.showsSpeakers).first ?? false
  }

  /// Asks for the stylebooks above a file that have not been read yet.
  mutating func askForBooks(of key: DocumentKey) {
    guard let root = root(of: key) else { return }
    for folder in bookFolders(for: key) where workspace.asked.insert(folder).inserted {
      effects.append(.read(folder.appending(Array(Workspace.bookName.utf8)), within: root))
    }
  }

  /// Reads a stylebook anew, and everything that stands under it.
  mutating func take(book file: OpenArticle?, in folder: DocumentKey) {
    let known = workspace.books[folder]
    // The archive reads it again, and a watcher tells of it without a change: what is as it was is no news.
    guard file?.article.text != known?.file.article.text else { return }
    let book = file.map { Workspace.Book(file: $0, stylebook: Stylebook(Header($0.article))) }
    workspace.put(book, in: folder)
    for open in openArticles {
      let key = DocumentKey(open.uri)
      if key.lies(in: folder) { work(on: key) { $0.proof = nil } }
    }
    recheckAll()
    guard !openArticles.isEmpty else { return }
    if client.refresh.semanticTokens { ask("workspace/semanticTokens/refresh", Null()) }
    if client.refresh.inlayHint { ask("workspace/inlayHint/refresh", Null()) }
    if client.refresh.codeLens { ask("workspace/codeLens/refresh", Null()) }
  }

  /// Follows a stylebook that is edited: what it says counts from the moment it is typed.
  mutating func refreshBook(_ key: DocumentKey) {
    guard isStylebook(key), let folder = key.folder, let open = articles[key] else { return }
    take(book: open, in: folder)
  }

  private func bookFolders(for key: DocumentKey) -> [DocumentKey] {
    guard let root = root(of: key), var folder = key.folder, folder.lies(in: root) else { return [] }
    var folders = [folder]
    while folder != root, let above = folder.folder, above.lies(in: root) {
      folder = above
      folders.append(folder)
    }
    return folders
  }
}
