import Semantics
import Support
import Syntax
import Testing

@testable import Rules

/// A glance may show what is not there, and never misses what a rule would find.
@Suite struct GlanceTests {
  private static let ofPassages = catalog.filter { if case .passage = $0.check { true } else { false } }

  /// Each rule's own examples, wherever in a block of 64 bytes the slip lies.
  @Test(arguments: ofPassages.map(\.code))
  func noSlipIsOverlooked(_ code: String) throws {
    let rule = try #require(Rule.named(code))
    var found = 0
    for source in rule.reported.map({ Drawn(Example($0).drawing).source }) {
      for length in 0..<130 {
        for article in [Article(source), Article(source, paddedBy: length)] {
          for passage in try looks(at: article, with: [rule]) { found += passage.count }
        }
      }
    }
    #expect(found >= 130, "\(code) found nothing in its own examples")
  }

  /// The same for all rules and for dates, in seeds to which a writer has done much.
  @Test(arguments: Seeds.all.map(\.name))
  func noSlipOfAWriterIsOverlooked(_ name: String) throws {
    var article = Article(try #require(Seeds.all.first { $0.name == name }).text)
    var place = 0
    for slip in slips + slips {
      place = (place + 7919) % (article.text.count + 1)
      article.replace(place..<place, with: Array(slip.utf8))
      _ = try looks(at: article, with: GlanceTests.ofPassages)
    }
  }

  /// What the rules find in each passage, asked whatever the glance shows.
  private func looks(at article: Article, with rules: [Rule]) throws -> [[Finding]] {
    try article.places.map { place in
      let passage = try #require(place.passage)
      let glance = Glance(at: passage, from: place.start, of: article.text)
      var proof = PassageProof(passage, at: place.start, of: article.text, Settings())
      if !proof.dates.isEmpty { try #require(glance.contains(.month), "\(proof.dates)") }
      var all: [Finding] = []
      for rule in rules {
        guard case .passage(let wanted, let look) = rule.check else { continue }
        proof.run(Marker(code: rule.code, severity: .hint), look)
        let found = proof.takeFindings()
        if !found.isEmpty {
          try #require(!glance.isDisjoint(with: wanted), "\(rule.code) in \(proof.string(0..<proof.bytes.count))")
        }
        all += found
      }
      return all
    }
  }
}

private let slips = [
  " the the ", " TK ", "XX", "??", " ,", "  ", ". . ", "..", "a.B", "&amp;", "â€™", "Ã©", "\u{A0}", "\u{AD}",
  "\u{200B}",
  "\u{2060}", "\u{FEFF}", "\u{FFFD}", " -- ", " - ", "Nov. 31", "Feb. 30, 2023", "Tuesday, Nov. 29, 2023", "March 3rd",
  "12 p.m.",
  "“No”, ", "\"No\" ", "# Votes\n", "\nby: Ana Ruiz\n", "\ndate 2023-13-01 ", "\n> ", " it\nit ", "at at",
  "\r\n the\tthe ",
]

extension Article {
  /// `source` with so many bytes of small words before the first words of its copy.
  fileprivate init(_ source: String, paddedBy length: Int) {
    self.init(source)
    guard length > 0,
      let (place, unit) = places.lazy.compactMap({ place in place.passage?.copy.units.first.map { (place, $0) } }).first
    else { return }
    let start = place.start + unit.extent.lowerBound
    let filler = Array((String(repeating: "one by two ", count: length / 11 + 1).utf8).suffix(length))
    replace(start..<start, with: filler)
  }
}
