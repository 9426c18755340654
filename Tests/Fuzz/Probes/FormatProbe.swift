import Features
import Rules
import Semantics
import Syntax

/// Formatting keeps every word and line as it is read, and is done once; every fix can be made and mends what it says.
func probeFormat(_ bytes: Bytes) -> String? {
  let article = Article(Text(bytes.remaining))
  return formattingBroken(article) ?? fixesBroken(article)
}

private func formattingBroken(_ article: Article) -> String? {
  let edits = formatting(of: article)
  if let wrong = disorder(edits, in: article) { return "formatting: \(wrong)" }
  let formatted = article.applying(edits)
  let again = formatting(of: formatted)
  if !again.isEmpty { return "formatted again it changes: \(again)" }
  if rows(formatted) != rows(article) { return "formatted it reads in another way" }
  if formatted.quotations.map(\.isClosed) != article.quotations.map(\.isClosed) {
    return "formatted it quotes otherwise"
  }
  return nil
}

private func fixesBroken(_ article: Article) -> String? {
  var checker = Checker()
  let findings = checker.findings(in: article, today: Rule.exampleToday)
  for finding in findings.prefix(8) {
    for fix in finding.fixes {
      if let wrong = disorder(fix.edits, in: article) { return "\(finding.code), “\(fix.title)”: \(wrong)" }
      let mended = article.applying(fix.edits)
      if let lost = lostBytes(of: mended) { return lost }
      guard fix.isSafe || fix.isPreferred else { continue }
      let marked = [finding.range] + finding.related.map(\.range)
      let changesOnlyMarked = fix.edits.allSatisfy { edit in
        marked.contains { $0.clamped(to: edit.range) == edit.range }
      }
      if !changesOnlyMarked, isStill(finding, of: article, in: mended, after: fix, among: findings) {
        return "\(finding.code), “\(fix.title)” mends nothing"
      }
    }
  }
  return safeFixesBroken(article, findings)
}

/// The same rule still speaks of the same words in the same place, and as often as before.
private func isStill(
  _ finding: Finding, of article: Article, in mended: Article, after fix: Fix, among before: [Finding]
) -> Bool {
  var checker = Checker()
  let after = checker.findings(in: mended, today: Rule.exampleToday).filter { $0.code == finding.code }
  guard after.count >= before.count(where: { $0.code == finding.code }) else { return false }
  let moved = fix.edits.filter { $0.range.upperBound <= finding.range.lowerBound }
    .reduce(finding.range.lowerBound) { $0 + $1.text.utf8.count - $1.range.count }
  // Where the fix takes the words away, what stands there now may begin alike.
  let isTaken = fix.edits.contains { finding.range.clamped(to: $0.range) == finding.range }
  func words(of finding: Finding, in text: Text) -> [UInt8] {
    let line = text.contentRange(ofLine: text.line(at: finding.range.lowerBound))
    return text.bytes(in: finding.range.lowerBound..<max(finding.range.upperBound, isTaken ? line.upperBound : 0))
  }
  let marked = words(of: finding, in: article.text)
  return after.contains {
    $0.range.lowerBound == moved && $0.message == finding.message && words(of: $0, in: mended.text) == marked
  }
}

/// All safe fixes at once, again and again, come to an end.
private func safeFixesBroken(_ article: Article, _ findings: [Finding]) -> String? {
  var article = article
  var edits = safeEdits(of: findings)
  // Each round takes something away, were it one mark of a long row.
  for _ in 0..<max(12, article.text.count) {
    if edits.isEmpty { return nil }
    if let wrong = disorder(edits, in: article) { return "all safe fixes: \(wrong)" }
    article = article.applying(edits)
    var checker = Checker()
    edits = safeEdits(of: checker.findings(in: article, today: Rule.exampleToday))
  }
  return "safe fixes without an end: \(edits)"
}

private func disorder(_ edits: [Fix.Edit], in article: Article) -> String? {
  var end = 0
  for edit in edits {
    if edit.range.lowerBound < end { return "edits overlap at \(edit.range)" }
    end = edit.range.upperBound
  }
  return end <= article.text.count ? nil : "an edit ends at \(end) of \(article.text.count)"
}

/// What each line with words is, and its words.
private func rows(_ article: Article) -> [String] {
  var rows: [String] = []
  for place in article.places {
    guard let passage = place.passage else { continue }
    let bytes = article.text.bytes(in: place.start..<place.end)
    func words(_ extent: Extent?) -> String { extent.map { String(decoding: bytes[$0.range], as: UTF8.self) } ?? "-" }
    for line in passage.copy.lines {
      switch line.form {
      case .blank: break
      case .comment(let text): rows.append("comment \(words(text))")
      case .date(let date): rows.append("date \(words(date.value)) \(words(date.body))")
      case .field(let field): rows.append("field \(words(field.keyExtent)) \(words(field.value))")
      case .entity(let entity): rows.append("entity \(words(entity.keyExtent)) \(words(entity.value))")
      case .setting(let setting): rows.append("setting \(words(setting.keyExtent)) \(words(setting.value))")
      case .heading(let level, let text): rows.append("heading \(level) \(words(text))")
      case .quote(let text): rows.append("quote \(words(text))")
      case .attribution(let by): rows.append("attribution \(words(by.name)) \(words(by.role))")
      case .endMark(let mark): rows.append("end \(words(mark))")
      case .prose(let text, let opens, let missed): rows.append("prose \(opens) \(missed as Any) \(words(text))")
      case .notes(let text): rows.append("notes \(words(text))")
      }
    }
  }
  return rows
}
