import LSP
import Rules
import Semantics

/// One article that is to be filed in the archive, with all that must be known to read it: a value that any thread may work on.
package struct Filing: Sendable {
  package let key: DocumentKey
  /// The folder that the file must really lie in.
  package let root: DocumentKey
  /// Its names wait, so that the headlines and quotations of a large workspace are known soon.
  fileprivate let skims: Bool
  /// Goes up with every filing asked for, so that a late one is known for what it is.
  let number: Int
  fileprivate let encoding: PositionEncoding
  fileprivate let shared: [Declaration]
  /// What a report needs; nil for a client that does not pull, and where names wait.
  fileprivate let report: ReportNeeds?

  fileprivate struct ReportNeeds: Sendable {
    let settings: Settings
    let today: CivilDate?
    let shown: ClientCapabilities.Diagnostics
  }

  /// An article that is to be filed, with what its file holds.
  package struct Draft: Sendable {
    fileprivate let filing: Filing
    fileprivate let bytes: [UInt8]?

    /// Read in so short a time that nobody who types notices: a tenth of a millisecond or two.
    package var isShort: Bool { filing.skims && (bytes?.count ?? 0) <= 16 << 10 }

    package var filed: Filed { filing.filed(bytes) }
  }

  /// Takes what the file holds, nil where it cannot be read, or should not be.
  package func draft(_ bytes: [UInt8]?) -> Draft { Draft(filing: self, bytes: bytes) }

  /// Reads the article; `bytes` are what the file holds, nil where it cannot be read, or should not be.
  package func filed(_ bytes: [UInt8]?) -> Filed {
    guard let bytes, bytes.count <= Workspace.largestArticle else {
      return Filed(key: key, number: number, clipping: nil, diagnostics: nil, isSkimmed: false)
    }
    let article = Article(closed: key, bytes)
    func filed(_ clipping: Clipping<Range<Int>>, _ diagnostics: [Diagnostic]?) -> Filed {
      let clipping = PackedClipping(clipping) { article.text.range(of: $0, in: encoding) }
      return Filed(key: key, number: number, clipping: clipping, diagnostics: diagnostics, isSkimmed: skims)
    }
    if skims { return filed(Clipping(unread: article), nil) }
    let proof = Proof(article, shared: shared)
    let diagnostics = report.map { report in
      let file = OpenArticle(closed: key, article, encoding)
      var checker = Checker()
      let found = checker.findings(in: article, report.settings, today: report.today, shared: shared, proof: proof)
      return found.prefix(OpenArticle.most).map { file.diagnostic($0, report.shown) }
    }
    return filed(Clipping(proof), diagnostics)
  }
}

extension Filing: Equatable {
  /// The same filing of the same article.
  package static func == (left: Filing, right: Filing) -> Bool { left.number == right.number && left.key == right.key }
}

/// An article that has been read for the archive.
package struct Filed: Sendable {
  let key: DocumentKey
  let number: Int
  /// Nil for a file that is gone, or that the archive leaves alone.
  let clipping: PackedClipping<PositionRange>?
  /// Nil for a client that does not pull.
  let diagnostics: [Diagnostic]?
  /// Its names are still to be read.
  let isSkimmed: Bool
}

extension Session {
  /// How many articles may be underway to the archive at once.
  static let mostUnderway = 32

  /// Asks for an article to be read for the archive.
  mutating func askToFile(_ key: DocumentKey, skims: Bool = false) {
    if let filing = filing(of: key, skims: skims) { effects.append(.file(filing)) }
  }

  /// What must be known to read an article; what was asked for before under this address does not count any more.
  mutating func filing(of key: DocumentKey, skims: Bool = false) -> Filing? {
    guard let root = root(of: key) else { return nil }
    workspace.filingCount += 1
    workspace.underway[key] = workspace.filingCount
    let needs =
      client.diagnostics.pull && !skims
      ? Filing.ReportNeeds(settings: settings(for: key), today: today, shown: client.diagnostics) : nil
    return Filing(
      key: key, root: root, skims: skims, number: workspace.filingCount, encoding: encoding,
      shared: sharedDeclarations(for: key).map(\.declaration), report: needs)
  }

  /// More are asked for when half of them are read.
  var mayFileMore: Bool { workspace.underway.count <= Session.mostUnderway / 2 }

  /// Files what has been read, unless the article has been asked for again since.
  mutating func take(_ filed: Filed) {
    guard workspace.underway[filed.key] == filed.number else { return }
    workspace.underway[filed.key] = nil
    file(filed.clipping, filed.diagnostics, under: filed.key)
    if filed.isSkimmed { workspace.skimmed.append(filed.key) }
    if workspace.underway.isEmpty, !workspace.hasUnread { effects.append(.releaseMemory) }
  }

  /// Puts a clipping and a report in the place of older ones; nil takes them away.
  mutating func file(_ clipping: PackedClipping<PositionRange>?, _ diagnostics: [Diagnostic]?, under key: DocumentKey) {
    guard let clipping, isInWorkspace(key) else {
      workspace.archive.remove(key)
      workspace.reports[key] = nil
      return
    }
    workspace.archive.file(clipping, under: key)
    guard let diagnostics else { return }
    workspace.reportCount += 1
    workspace.reports[key] = Workspace.Report(
      diagnostics: diagnostics, resultID: "filed-\(workspace.reportCount)")
  }
}

extension Article {
  /// An article that is not open, as the disk has it.
  init(closed key: DocumentKey, _ bytes: [UInt8]) {
    self.init(utf8: bytes, isStylebook: key.name == Workspace.bookName)
  }
}

extension OpenArticle {
  /// An article that is not open.
  init(closed key: DocumentKey, _ article: Article, _ encoding: PositionEncoding) {
    self.init(uri: key.uri, languageID: "", version: nil, article: article, revision: 0, encoding: encoding)
  }
}

/// The lines and columns of a place, its end as seen from its start.
extension PositionRange: PackedPlace {
  package init(packed: (Int, Int, Int, Int)) {
    let (line, character, lines, end) = packed
    self.init(
      start: Position(line: line, character: character),
      end: Position(line: line + lines, character: lines == 0 ? character + end : end))
  }

  package var packed: (Int, Int, Int, Int) {
    let lines = end.line - start.line
    return (start.line, start.character, lines, lines == 0 ? end.character - start.character : end.character)
  }
}
