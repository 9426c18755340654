import Features
import Rules
import Semantics
import Syntax

/// Any bytes are an article: read whole or edited together, its lines are its bytes.
func probeParser(_ bytes: Bytes) -> String? {
  var bytes = bytes
  let (choice, cut) = (bytes.byte(), bytes.byte())
  let all = bytes.remaining
  let article = Article(Text(all), isStylebook: choice & 1 == 1)
  if let lost = lostBytes(of: article) { return lost }
  let low = min(cut, all.count)
  let high = min(low + choice / 2, all.count)
  var edited = Article(Text(Array(all[..<low] + all[high...])), isStylebook: choice & 1 == 1)
  edited.replace(low..<low, with: Array(all[low..<high]))
  if let lost = lostBytes(of: edited) { return "edited: \(lost)" }
  let passages = zip(article.places, edited.places).allSatisfy {
    $0.passage?.copy.lines == $1.passage?.copy.lines && $0.passage?.exit == $1.passage?.exit
  }
  return passages && article.passages.count == edited.passages.count ? nil : "edited it reads in another way"
}

/// Any bytes are an article: its lines are its bytes, every rule and feature answers, nothing points outside.
func probeArticle(_ bytes: Bytes) -> String? {
  var bytes = bytes
  let choice = bytes.byte()
  let text = Text(bytes.remaining)
  let article = Article(text, isStylebook: choice & 1 == 1)
  if let lost = lostBytes(of: article) { return lost }
  var checker = Checker()
  let findings = checker.findings(in: article, today: Rule.exampleToday)
  let proof = Proof(article)
  var ranges = findings.flatMap { finding in
    [finding.range] + finding.related.map(\.range) + finding.fixes.flatMap { $0.edits.map(\.range) }
  }
  // Three places whatever the length, elsewhere for another first byte.
  for place in 0..<3 {
    let offset = (choice &* 37 &+ place &* (text.count / 3 + 1)) % (text.count + 1)
    ranges += answers(at: offset, in: proof, suggestions: 20)
    ranges += actions(
      at: offset..<min(offset + choice % 40, text.count), Set(Action.Kind.allCases), findings, in: proof,
      today: Rule.exampleToday
    ).flatMap { $0.sheet == .article ? $0.edits.map(\.range) : [] }
  }
  ranges += wholeAnswers(about: proof) + formatting(of: article).map(\.range)
  let whole = 0..<text.count
  return ranges.first { $0.clamped(to: whole) != $0 }.map { "\($0) points outside \(whole)" }
}

/// What is wrong where the lines laid end to end are not the text.
func lostBytes(of article: Article) -> String? {
  let bytes = article.text.allBytes
  var end = 0
  for place in article.places {
    guard let passage = place.passage else { return "a passage that is none" }
    if place.start != end { return "a passage starts at \(place.start), not at \(end)" }
    var lineEnd = 0
    for line in passage.copy.lines {
      if line.extent.lowerBound != lineEnd { return "a line starts at \(line.extent.lowerBound), not at \(lineEnd)" }
      lineEnd = line.extent.upperBound
    }
    if lineEnd != passage.byteCount { return "the lines of a passage end at \(lineEnd), not at \(passage.byteCount)" }
    end = place.end
  }
  return end == bytes.count ? nil : "the passages end at \(end) of \(bytes.count)"
}
