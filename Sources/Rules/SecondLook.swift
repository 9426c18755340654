import Semantics

/// What the rules that walk over all names and quotations are to be asked about: a value that any thread may work on.
package struct SecondLook: Sendable {
  fileprivate let rules: ActiveRules
  fileprivate let article: Article
  fileprivate let header: Header
  fileprivate let facts: PageFacts
  fileprivate let today: CivilDate?
  fileprivate let shared: [Declaration]

  /// What they say, in order, once the article is understood.
  package func findings(in understood: Proof) -> [Finding] {
    var proof = ArticleProof(
      article, rules.settings, header, facts, today: today, shared: shared, understood: understood)
    return proof.findings(of: rules)
  }
}

extension Checker {
  /// The second look at an article that has had its first, a check of the same text with the same settings.
  package func secondLook(at article: Article, today: CivilDate?, shared: [Declaration]) -> SecondLook {
    SecondLook(
      rules: rules, article: article, header: front?.header ?? Header(article), facts: facts(of: article), today: today,
      shared: shared)
  }
}

extension ArticleProof {
  /// What the rules say that walk over all names and quotations, in order.
  mutating func findings(of rules: ActiveRules) -> [Finding] {
    if article.isStylebook { return [] }
    let known = findings.count
    for rule in rules.ofWholes { run(rule.marker, rule.check) }
    return findings[known...].sorted(by: Finding.isBefore)
  }
}
