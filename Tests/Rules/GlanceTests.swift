import Semantics
import Support
import Syntax
import Testing

@testable import Rules

/// A glance may show what is not there, and never misses what a rule would find.
@Suite struct GlanceTests {
  private static let ofPassages = catalog.filter { if case .passages = $0.check { true } else { false } }

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

  /// Whatever a rule finds in a passage, a glance at it shows that the rule should look.
  @Test func aGlanceMissesNothing() throws {
    var random = Numbers(seed: 11)
    var found: Set<String> = []
    for _ in 0..<1500 {
      let words = (0..<random.next(below: 60)).map { _ in pieces[random.next(below: pieces.count)] }.joined()
      let article = Article("date 2023-11-29\n\n" + words)
      for place in article.places {
        let passage = try #require(place.passage)
        let glance = Glance(at: passage, from: place.start, of: article.text)
        for mode in ["straight", "curly"] {
          var settings = Settings()
          settings.parameters["quote/straight"] = ["mode": mode]
          for rule in catalog {
            guard case .passages(let needs, let look) = rule.check else { continue }
            var proof = PassageProof(passage, at: place.start, of: article.text, settings)
            look(&proof)
            if !proof.hasFindings { continue }
            found.insert(rule.code)
            let isSeen = !glance.isDisjoint(with: needs(settings))
            try #require(isSeen, "\(rule.code) in \(words)")
          }
        }
        var proof = PassageProof(passage, at: place.start, of: article.text, Settings())
        let dates = proof.dates
        try #require(dates.isEmpty || glance.contains(.month), "a date in \(words)")
      }
    }
    let ofCopy = catalog.filter { rule in
      if case .passages = rule.check { rule.group != "header" } else { false }
    }
    #expect(found.isSuperset(of: ofCopy.map(\.code)))
  }

  /// Most copy shows nothing, or nothing would be won.
  @Test func plainCopyShowsNothing() throws {
    let article = Article(
      "date 2023-11-29 It met.\n\nThe council of Port Ellery met in the old hall; nobody came, as it rained.\n")
    let place = article.passages.place(at: article.text.count)
    #expect(Glance(at: try #require(place.passage), from: place.start, of: article.text).isEmpty)
  }

  /// What the rules find in each passage, asked whatever the glance shows.
  private func looks(at article: Article, with rules: [Rule]) throws -> [[Finding]] {
    try article.places.map { place in
      let passage = try #require(place.passage)
      let glance = Glance(at: passage, from: place.start, of: article.text)
      var proof = PassageProof(passage, at: place.start, of: article.text, Settings())
      let dates = proof.dates
      if !dates.isEmpty { try #require(glance.contains(.month), "\(dates)") }
      var all: [Finding] = []
      for rule in rules {
        guard case .passages(let wanted, let look) = rule.check else { continue }
        proof.run(Marker(code: rule.code, severity: .hint), look)
        let found = proof.takeFindings()
        if !found.isEmpty {
          try #require(
            !glance.isDisjoint(with: wanted(Settings())), "\(rule.code) in \(proof.string(0..<proof.bytes.count))")
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

private let pieces = [
  "the ", "the", " the", "the\n", "would ", "their ", "a ", "an ", "was ", " ", "  ", "\n", "\r\n", "\t", ".", "..",
  ". ",
  ",", ", ", " ,", "Then ", "It rained", "TK", "TKTK ", " XXX ", "??? ", "&amp;", "&", "Ã©", "â€™", "é", "\u{FFFD}",
  "\u{200B}", "\u{A0}", "\u{AD}", "\u{2060}", "\u{FEFF}", " - ", " -- ", " 7pm ", " 11:30 AM ", "Jan. 32 ", "Nov. 31, ",
  "31 November ", "Sept. 31 ", "Tuesday, Feb. 30, 2023 ", "“", "”", "\"", "\",", "“We won,” she claimed ", "said ",
  "harbour ",
  "council ", "# ", "\ndate 2023-11-30 ", "12", "ü",
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
