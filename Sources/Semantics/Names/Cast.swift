import Syntax

/// Who and what an article names: every figure with its mentions, declared or found.
///
/// `mentions` are in the order of the article, without the lines that declare; figures in the order of their first
/// mention, those without one last. A mention says which figure it is of by its index in `figures`, and a figure lists
/// its mentions by their index.
package struct Cast: Sendable {
  package internal(set) var figures: [Figure] = []
  package internal(set) var mentions: [Mention] = []
  /// The declared names that do not look like names.
  var unsighted = UnsightedNames()
  /// What a name of one word may be short for or borne out by, or is declared as: one that is none of these stands for itself.
  var taken: Set<UInt64> = []
  /// How many sightings there are of a name, borne out or not, by the joint number of its words.
  var sightingCounts: [UInt64: Int] = [:]
  private var lookup = FigureLookup()

  /// Reads the facts of the passages, never the text; `shared` are the declarations of the stylebooks, nearest first.
  package init(of article: Article, shared: [Declaration] = []) {
    self.init(of: article, declared: article.declarations, shared: shared)
  }

  /// `unsighted` is what an earlier cast of the article knew.
  init(
    of article: Article, declared: [Declaration], shared: [Declaration],
    after unsighted: UnsightedNames = UnsightedNames()
  ) {
    var casting = Casting(article, declared: declared, shared: shared, unsighted)
    self = casting.cast()
  }

  init() {}

  /// The mention that holds `offset` or ends there.
  package func mention(at offset: Int) -> Mention? {
    let next = mentions.partitioningIndex { $0.range.lowerBound > offset }
    guard next > 0, offset <= mentions[next - 1].range.upperBound else { return nil }
    return mentions[next - 1]
  }

  /// The mentions that lie in `range`, in order.
  package func mentions(in range: Range<Int>) -> ArraySlice<Mention> {
    mentions[mentions.partitioningIndex { $0.range.lowerBound >= range.lowerBound }...]
      .prefix { $0.range.upperBound <= range.upperBound }
  }

  /// The figure of that canonical name or, where there is none, with that as one of its other names.
  package func figure(named name: String) -> Figure? { lookup.number(of: name, among: figures).map { figures[$0] } }

  /// Makes the figures be found by other names than before.
  mutating func forgetLookup() { lookup = FigureLookup() }

  /// The mentions of a figure in the order of the article.
  package func mentions(of figure: Figure) -> [Mention] { figure.mentions.map { mentions[Int($0)] } }
}

/// A person, an organisation, a place, an event or a term that an article names.
package struct Figure: Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable { case person, org, place, event, term, unknown }

  /// Where a figure is declared: a place in `Article.declarations`, or among the shared ones `Cast` was given.
  package enum Origin: Equatable, Sendable {
    case article(Int)
    case shared(Int)
  }

  /// Its index in `Cast.figures`.
  package private(set) var number: Int
  /// The canonical name: the declared one, else the fullest that the article uses.
  package let name: String
  /// One number for the name.
  let namePrint: UInt64
  /// Those of the words of the name.
  package let initials: Initials
  package let kind: Kind
  /// `council leader`: as declared, else in the article's own words.
  package let role: String?
  package let otherNames: [String]
  package let declared: Origin?
  /// Indices in `Cast.mentions`.
  package private(set) var mentions: [UInt32]
  /// The first mention in body copy whose words are the canonical name; without one, the first mention of all.
  package private(set) var firstFullMention: Int?

  init(
    number: Int, name: String, kind: Kind, role: String?, otherNames: [String], declared: Origin?, mentions: [UInt32],
    firstFullMention: Int?
  ) {
    self.number = number
    self.name = name
    namePrint = Fingerprint(of: name).value
    initials = Initials(ofWordsIn: name)
    self.kind = kind
    self.role = role
    self.otherNames = otherNames
    self.declared = declared
    self.mentions = mentions
    self.firstFullMention = firstFullMention
  }

  /// Follows mentions and figures that are counted anew from there on.
  mutating func renumber(mentionsFrom place: Int, by distance: Int, figuresFrom figure: Int) {
    if number >= figure { number += distance }
    for index in mentions.indices.reversed() {
      guard mentions[index] >= place else { break }
      mentions[index] = UInt32(clamping: Int(mentions[index]) + distance)
    }
    if let first = firstFullMention, first >= place { firstFullMention = first + distance }
  }
}

/// One place where an article names a figure.
///
/// Small, as a long article has tens of thousands, and all of them move with the text above.
package struct Mention: Equatable, Sendable {
  package enum Form: UInt8, Sendable {
    case full, surname, firstName, acronym
    /// Another name, as declared, or another part of the full name.
    case other
  }

  private var start: UInt32
  private var owner: UInt32
  // A name stands in a unit that is no longer than that.
  private let length: UInt16
  package let form: Form
  private let place: UInt8

  init(range: Range<Int>, figure: Int, form: Form, setting: NameSetting, isPossessive: Bool, isQuoted: Bool) {
    start = UInt32(clamping: range.lowerBound)
    length = UInt16(clamping: range.count)
    owner = UInt32(clamping: figure)
    self.form = form
    place = setting.rawValue << 2 | (isPossessive ? 2 : 0) | (isQuoted ? 1 : 0)
  }

  package var setting: NameSetting { NameSetting(rawValue: place >> 2) ?? .body }
  package var isPossessive: Bool { place & 2 != 0 }
  package var isQuoted: Bool { place & 1 != 0 }

  /// UTF-8 byte offsets in the article, without titles and without a possessive ending.
  package var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  /// Index in `Cast.figures`.
  package var figure: Int { Int(owner) }

  mutating func renumber(_ figure: Int) { owner = UInt32(clamping: figure) }

  mutating func move(by distance: Int) { start = UInt32(clamping: Int(start) + distance) }
}
