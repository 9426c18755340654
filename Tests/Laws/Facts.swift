import Rules
import Semantics
import Syntax

/// Everything that is understood of an article, a line a fact, so that two readings of one text can be laid side by side.
func facts(of article: Article, findings: [Finding]) -> [String] {
  var facts: [String] = []
  for place in article.places {
    guard let passage = place.passage else { continue }
    facts.append("passage \(place.start)..<\(place.end) line \(place.line) \(passage.entry) \(passage.exit)")
    let copy = passage.copy
    facts += copy.lines.map { "line \($0)" }
    facts += copy.units.map { "unit \($0)" }
    facts += copy.parts.map { "part of a quotation \($0)" }
    facts.append("sightings \(article.closeReading(at: place).map { "\($0.names)" } ?? "none")")
  }
  facts.append("landmarks \(article.landmarks([.header, .heading, .comment, .endMark, .missed]).map(\.number))")
  facts.append("header \(article.header)")
  facts += article.quotations.map { "quotation \($0)" }
  facts += article.slips.map { "slip \($0)" }
  let cast = Cast(of: article)
  facts += cast.figures.map { "figure \($0)" }
  facts += cast.mentions.map { "mention \($0)" }
  facts += findings.map { "finding \($0.code) \($0.severity) \($0.range) \($0.message) \($0.related) \($0.fixes)" }
  return facts
}

/// The first fact in which two readings differ, nil where they agree.
func difference(_ left: [String], _ right: [String]) -> String? {
  for (old, new) in zip(left, right) where old != new { return "edited: \(old)\nfresh:  \(new)" }
  return left.count == right.count ? nil : "edited has \(left.count) facts, fresh \(right.count)"
}
