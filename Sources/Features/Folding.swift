import Semantics
import Syntax

/// Some whole lines that can be folded away under the first of them.
package struct Fold: Equatable, Sendable {
  /// What matters most comes first: where a client wants only so many, those are kept.
  package enum Kind: Int, Sendable {
    case entry, header, notes, section, quotation, comment
  }

  package let kind: Kind
  /// The first line and the last, zero-based; there is always one to fold.
  package let lines: ClosedRange<Int>
  /// What a reader would like to see in the place of the folded lines.
  package let summary: String
}

/// Everything that can be folded, in the order of the article; at most `limit`, the outermost and rarest kept.
package func folds(of article: Article, limit: Int? = nil) -> [Fold] {
  var finder = FoldFinder(article)
  for place in article.places { finder.read(place) }
  finder.close()
  let all = sectionFolds(article) + finder.found
  let kept = all.count <= limit ?? all.count ? all : Array(all.sorted(by: matters).prefix(max(limit ?? 0, 0)))
  return kept.sorted { ($0.lines.lowerBound, -$0.lines.upperBound) < ($1.lines.lowerBound, -$1.lines.upperBound) }
}

private func matters(_ fold: Fold, before other: Fold) -> Bool {
  (fold.kind.rawValue, fold.lines.lowerBound) < (other.kind.rawValue, other.lines.lowerBound)
}

/// Entries, sections under headings and notes, each without the blank lines at its end.
private func sectionFolds(_ article: Article) -> [Fold] {
  sections(of: article).compactMap { section in
    let first = article.text.line(at: section.range.lowerBound)
    var last = article.text.line(at: max(section.range.upperBound - 1, section.range.lowerBound))
    while last > first, isBlank(line: last, in: article.text) { last -= 1 }
    switch section.kind {
    case .entry: return Fold(.entry, first, last)
    case .heading: return Fold(.section, first, last)
    case .notes: return Fold(.notes, first, last)
    }
  }
}

private func isBlank(line: Int, in text: Text) -> Bool {
  let bytes = text.bytes(in: text.contentRange(ofLine: line))
  return skipBlanks(bytes, from: 0, to: bytes.count) == bytes.count
}

extension Fold {
  /// Nil where there is only one line.
  fileprivate init?(_ kind: Kind, _ first: Int, _ last: Int, summary: String? = nil) {
    guard last > first else { return nil }
    self.kind = kind
    lines = first...last
    self.summary = "… " + (summary ?? counted(last - first, "line"))
  }
}

/// Finds runs of lines of one kind while it passes them.
private struct FoldFinder {
  private(set) var found: [Fold] = []
  private let article: Article
  private var line = 0
  /// A quote block ends at a blank line, though whose words it holds may still follow.
  private var isAfterBlank = false
  /// The first and last line of what is open.
  private var header: ClosedRange<Int>?
  private var comments: ClosedRange<Int>?
  private var quotation: ClosedRange<Int>?

  init(_ article: Article) { self.article = article }

  mutating func read(_ place: Article.Place) {
    for line in place.passage?.copy.lines ?? [] {
      read(line.form, at: place.start)
      self.line += 1
    }
  }

  /// Ends what is still open.
  mutating func close() {
    closeHeader()
    closeComments()
    closeQuotation()
  }

  private mutating func read(_ form: Form, at base: Int) {
    if case .comment = form {
      comments = (comments?.lowerBound ?? line)...line
      return
    }
    closeComments()
    switch form {
    case .blank, .comment:
      isAfterBlank = true
      return
    case .field, .entity, .setting:
      closeQuotation()
      header = (header?.lowerBound ?? line)...line
    case .quote:
      closeHeader()
      if isAfterBlank { closeQuotation() }
      quotation = (quotation?.lowerBound ?? line)...line
    case .attribution(let attribution):
      closeHeader()
      quotation = (quotation?.lowerBound ?? line)...line
      closeQuotation(by: article.text.string(in: attribution.name.from(base)))
    default:
      closeHeader()
      closeQuotation()
    }
    isAfterBlank = false
  }

  private mutating func closeHeader() {
    if let run = header { add(.header, run) }
    header = nil
  }

  private mutating func closeComments() {
    if let run = comments { add(.comment, run) }
    comments = nil
  }

  private mutating func closeQuotation(by speaker: String? = nil) {
    if let run = quotation { add(.quotation, run, summary: speaker.map { "— " + firstWords(of: $0) }) }
    quotation = nil
  }

  private mutating func add(_ kind: Fold.Kind, _ run: ClosedRange<Int>, summary: String? = nil) {
    if let fold = Fold(kind, run.lowerBound, run.upperBound, summary: summary) { found.append(fold) }
  }
}
