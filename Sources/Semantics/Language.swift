/// What the `lang` field says about quotation marks.
package enum Language: Equatable, Sendable {
  case unstated
  case english
  /// `en-GB` and its neighbours: single marks quote, double marks quote inside them.
  case british
  /// Languages that close with `“`: German, Czech and others.
  case lowOpening
  case other

  /// Reads a BCP 47 tag.
  init(tag: some Collection<UInt8>) {
    let tag = String(decoding: tag, as: UTF8.self).lowercased()
    switch tag.split(separator: "-").first ?? "" {
    case "en": self = ["en-gb", "en-ie", "en-au", "en-nz", "en-za"].contains(tag) ? .british : .english
    case "de", "cs", "sk", "sl", "bg", "et", "lt", "is", "sr", "hr", "mk", "ka": self = .lowOpening
    default: self = .other
    }
  }
}
