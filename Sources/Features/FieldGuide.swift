import Syntax

/// What a desk tells a newcomer about one kind of header line; hover and completion say the same words.
package struct FieldGuide: Sendable {
  /// The words as they are typed, such as `headline`.
  package let key: String
  package let purpose: String
  /// The shape of the value in words, and a line that would do.
  package let shape: String
  package let example: String
  /// The value as a snippet of the Language Server Protocol, with places to fill in.
  package let snippet: String

  package static let date = FieldGuide(
    key: "date", purpose: "Starts an entry and says when it was published.",
    shape: "YYYY-MM-DD, or with a time: YYYY-MM-DDThh:mm and Z or an offset such as +01:00",
    example: "date 2023-11-29", snippet: "date ${1:YYYY-MM-DD}")

  /// The guide for a key of the header.
  package init(_ key: Key) { self = Self.guide(key) }

  /// The guide for a declaration.
  package init(_ kind: EntityKind) { self = Self.guide(kind) }

  init(key: String, purpose: String, shape: String, example: String, snippet: String) {
    self.key = key
    self.purpose = purpose
    self.shape = shape
    self.example = example
    self.snippet = snippet
  }

  private init(_ key: String, _ purpose: String, _ shape: String, _ value: String, snippet: String? = nil) {
    self.init(
      key: key, purpose: purpose, shape: shape, example: "\(key) \(value)",
      snippet: "\(key) \(snippet ?? "${1:\(value)}")")
  }

  private static let dateShape = "a date: YYYY-MM-DD, or with a time and its zone"
  private static let bylineShape = "begins with a capital, at most 100 characters, no full stop at the end"

  private static func guide(_ key: Key) -> FieldGuide {
    switch key {
    case .headline:
      .init("headline", "The headline of the article or of the entry.", "any text", "Council approves flood budget")
    case .dek: .init("dek", "The line under the headline.", "any text", "Pumps for every street that flooded")
    case .rights:
      .init(
        "rights", "Who holds the rights, and what may be done with the article.", "any text",
        "Free for reuse with a byline")
    case .by: .init("by", "Who wrote it; one line a reporter.", bylineShape, "Jane Doe")
    case .dateline: .init("dateline", "Where the article was reported from.", bylineShape, "PORT ELLEN")
    case .section: .init("section", "The section it runs in.", bylineShape, "Local")
    case .slug: .init("slug", "The short name by which the desk knows it.", "no blanks", "council-flood-budget")
    case .id: .init("id", "An identifier from another system.", "no blanks", "urn:desk:2023:114")
    case .keywords:
      .init("keywords", "What it is about, for search.", "words with commas between", "flood, budget, council")
    case .lang:
      .init(
        "lang", "The language of the copy; it decides which quotation marks are expected.",
        "a language tag such as en, en-GB or de", "en-GB")
    case .source:
      .init(
        "source", "Where the facts come from.", "a web address, or a name that begins with a capital",
        "https://example.org/minutes")
    case .updated:
      .init("updated", "When it was last changed.", dateShape, "2023-11-30T09:15Z", snippet: "${1:YYYY-MM-DDThh:mmZ}")
    case .embargo:
      .init(
        "embargo", "Not to be published before this moment.", dateShape, "2023-12-01T00:01+01:00",
        snippet: "${1:YYYY-MM-DDThh:mmZ}")
    case .type:
      .init(
        "type", "What kind of article it is.", "article, live, opinion, analysis or review", "live",
        snippet: "${1|article,live,opinion,analysis,review|}")
    case .target: .init("target", "How many words it should have.", "a number", "450")
    case .allow:
      .init("allow", "Findings that are silenced in this file.", "rule codes with commas between", "quote/straight")
    case .status:
      .init(
        "status", "How far it has come.", "draft, ready, published, withheld or killed", "ready",
        snippet: "${1|draft,ready,published,withheld,killed|}")
    case .correction:
      .init(
        "correction", "What an earlier version got wrong; it begins with the day.", "any text",
        "2023-11-30 An earlier version misspelt a name.")
    case .note: .init("note", "A word to the desk; not copy.", "any text", "Legal has read this.")
    case .custom:
      .init(
        "x-", "Anything else a newsroom needs to keep with an article.", "any text after a key that begins with x-",
        "x-desk night")
    }
  }

  private static func guide(_ kind: EntityKind) -> FieldGuide {
    let shape = "a name, then perhaps “, role” and “; aka …”, “; not …”, “; id …”, “; note …”, “; withhold”"
    switch kind {
    case .person:
      return .init(
        "person", "Declares a person: the name as it must be spelt.", shape,
        "Ana Ruiz, council leader; aka Ruiz; not Ana Ruis", snippet: "${1:Full Name}, ${2:role}")
    case .org:
      return .init(
        "org", "Declares an organisation.", shape, "Port Ellen Council; aka the council", snippet: "${1:Name}")
    case .place: return .init("place", "Declares a place.", shape, "Port Ellen, harbour town", snippet: "${1:Name}")
    case .event: return .init("event", "Declares an event.", shape, "October Flood", snippet: "${1:Name}")
    case .term:
      return .init(
        "term", "Declares how a word is spelt here.", shape, "Gaza Strip; not Gaza strip",
        snippet: "${1:term}; not ${2:spelling}")
    }
  }
}
