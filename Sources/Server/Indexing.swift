import LSP
import Semantics

/// Starts to look through the workspace, and asks to be told when its files change.
func initialized(_ params: NoParams, _ session: inout Session) {
  session.desk.act = .opening
  if session.client.dynamicWatchers {
    let options: LSPAny = ["watchers": [["globPattern": "**/*.news"]]]
    session.ask(
      "client/registerCapability",
      RegistrationParams([.init(id: "newsmark-files", method: "workspace/didChangeWatchedFiles", options: options)]))
  }
  for folder in session.folders { session.scan(folder) }
}

func didChangeFolders(_ params: DidChangeWorkspaceFoldersParams, _ session: inout Session) {
  let removed = params.removed.map { DocumentKey($0.uri) }
  session.folders.removeAll { removed.contains(DocumentKey($0.uri)) }
  session.workspace.archive.removeAll { key in removed.contains { key.lies(in: $0) } }
  session.workspace.reports = session.workspace.reports.filter { report in
    !removed.contains { report.key.lies(in: $0) }
  }
  session.workspace.unread.removeAll { key in removed.contains { key.lies(in: $0) } }
  session.workspace.skimmed.removeAll { key in removed.contains { key.lies(in: $0) } }
  session.workspace.underway = session.workspace.underway.filter { filing in
    !removed.contains { filing.key.lies(in: $0) }
  }
  session.folders += params.added
  for folder in params.added { session.scan(folder) }
}

/// Files that changed on the disk; an article that is open is the client's, whatever the disk says.
func didChangeWatchedFiles(_ params: DidChangeWatchedFilesParams, _ session: inout Session) {
  for change in params.changes {
    let key = DocumentKey(change.uri)
    guard key.name.hasSuffix(".news"), session.isInWorkspace(key) else { continue }
    if change.kind == .deleted {
      session.take(file: key, bytes: nil)
    } else {
      session.workspace.skimmed.append(key)
    }
  }
}

extension Session {
  func isInWorkspace(_ key: DocumentKey) -> Bool { folders.contains { key.lies(in: DocumentKey($0.uri)) } }

  /// The world has looked through a part of a folder; `problem` is why it looked no further.
  mutating func take(scanned files: [DocumentKey], isLast: Bool, problem: String?) {
    let files = files.filter { isInWorkspace($0) }
    // Stylebooks are read first, as they decide how the others read.
    workspace.unread += files.filter { $0.name != Workspace.bookName } + files.filter { $0.name == Workspace.bookName }
    workspace.found += files.count
    if isLast { workspace.scans = max(workspace.scans - 1, 0) }
    if let problem { log(.warning, problem) }
  }

  /// The bytes of a file that was asked for, nil where there is none or it cannot be read.
  mutating func take(file key: DocumentKey, bytes: [UInt8]?) {
    if key.name == Workspace.bookName, let folder = key.folder, articles[key] == nil {
      let known = workspace.books[folder]?.file.article.text
      take(book: bytes.map { OpenArticle(closed: key, Article(closed: key, $0), encoding) }, in: folder)
      // What it declares and decides holds for the closed articles too.
      if workspace.books[folder]?.file.article.text != known {
        let others = Set(workspace.archive.keys).union(workspace.underway.keys)
        workspace.skimmed += others.filter { $0.lies(in: folder) && $0 != key }
      }
    }
    if let bytes, isInWorkspace(key), let filing = filing(of: key) {
      take(filing.filed(bytes))
    } else {
      workspace.underway[key] = nil
      file(nil, nil, under: key)
    }
  }

  /// Reads more files for the archive, when there is nothing else to do: none closely before all are skimmed.
  mutating func readOn() {
    guard workspace.hasUnread else {
      if workspace.scans == 0, workspace.underway.isEmpty { finishReading() }
      return
    }
    guard mayFileMore else { return }
    // Some at a time, so that nobody who reads them waits for the next.
    while workspace.underway.count < Session.mostUnderway, !awaitsFile, askForNext() {}
  }

  /// False where there is none.
  private mutating func askForNext() -> Bool {
    let skims = !workspace.unread.isEmpty
    guard let key = skims ? workspace.unread.popLast() : workspace.skimmed.popLast() else { return false }
    if key.name == Workspace.bookName, let root = root(of: key) {
      effects.append(.read(key, within: root))
    } else {
      askToFile(key, skims: skims)
    }
    report()
    return true
  }

  /// A stylebook was just asked for: what comes next should wait until the world has looked.
  var awaitsFile: Bool {
    effects.contains { if case .read = $0 { true } else { false } }
  }

  var hasUnread: Bool {
    workspace.hasUnread
      ? mayFileMore : workspace.progress != nil && workspace.scans == 0 && workspace.underway.isEmpty
  }

  fileprivate mutating func scan(_ folder: WorkspaceFolder) {
    let key = DocumentKey(folder.uri)
    guard key.path != nil else { return }
    workspace.scans += 1
    effects.append(.scan(key))
    guard client.workDoneProgress, workspace.progress == nil else { return }
    let token = ProgressToken.string("newsmark-archive")
    workspace.progress = token
    ask("window/workDoneProgress/create", ProgressTokenParams(token: token)) { session, _, error in
      guard error == nil else {
        session.workspace.progress = nil
        return
      }
      session.note(.begin(title: "Reading articles", message: nil))
    }
  }

  /// Says how far the reading is, at every hundredth; to skim counts as the first tenth.
  private mutating func report() {
    let total = workspace.found
    let skims = !workspace.unread.isEmpty
    let done = total - workspace.unread.count - (skims ? 0 : workspace.skimmed.count)
    guard done > 0, done % max(total / 100, 1) == 0 else { return }
    note(
      .report(
        message: "\(skims ? "skimmed" : "read") \(done) of \(total)",
        percentage: min(skims ? done * 10 / total : 10 + done * 90 / total, 100)))
  }

  private mutating func finishReading() {
    guard workspace.progress != nil else { return }
    note(.end(message: "\(workspace.archive.count) articles"))
    workspace.progress = nil
    workspace.found = 0
  }

  private mutating func note(_ note: ProgressParams.Note) {
    guard let token = workspace.progress else { return }
    send(.notification("$/progress", ProgressParams(token: token, note: note)))
  }
}
