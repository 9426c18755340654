import Rules
import Semantics
import Syntax

/// Any bytes are a stylebook, and any article can be checked with it: its settings and its declarations.
func probeStylebook(_ bytes: Bytes) -> String? {
  let all = bytes.remaining
  let cut = all.firstIndex(of: 0) ?? all.count
  let page = Article(Text(Array(all[..<cut])), isStylebook: true)
  let article = Article(Text(Array(all[cut...].dropFirst())))
  if let lost = lostBytes(of: page) { return lost }
  let book = Stylebook(page.header)
  let (settings, shared) = (Settings([book, book]), book.declarations)
  var checker = Checker()
  let findings = checker.findings(in: article, settings, today: Rule.exampleToday, shared: shared)
  if checker.findings(in: article, settings, today: Rule.exampleToday, shared: shared) != findings {
    return "checked again, it is found otherwise"
  }
  var own = Checker()
  let faults = own.findings(in: page, settings, today: Rule.exampleToday)
  let whole = 0..<page.text.count
  for range in book.faults.map(\.range) + faults.map(\.range) where range.clamped(to: whole) != range {
    return "\(range) points outside the stylebook's \(whole)"
  }
  for finding in findings where finding.range.clamped(to: 0..<article.text.count) != finding.range {
    return "\(finding.code) points outside the article"
  }
  return relearned(article, shared, settings)
}

/// A checker that knew the article under other settings says what a fresh one says.
private func relearned(_ article: Article, _ shared: [Declaration], _ settings: Settings) -> String? {
  var known = Checker()
  _ = known.findings(in: article, today: Rule.exampleToday)
  let half = article.text.count / 2
  var changed = article
  changed.replace(half..<half, with: Array("\n\n“Word. ".utf8))
  known.follow(replaced: half..<half, added: 11)
  let found = known.findings(in: changed, settings, today: Rule.exampleToday, shared: shared)
  var fresh = Checker()
  let anew = fresh.findings(
    in: Article(Text(changed.text.allBytes)), settings, today: Rule.exampleToday, shared: shared)
  return found == anew ? nil : "with a stylebook it is found otherwise: \(found), \(anew)"
}
