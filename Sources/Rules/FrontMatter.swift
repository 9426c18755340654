import Semantics

/// The header as it was last read: a keystroke in the copy reads it again only where it moved or has changed.
struct FrontMatter: Sendable {
  private(set) var header: Header
  let declared: DeclaredNames
  /// It is as it was before, but for the end of its last entry.
  let isKept: Bool
  /// Where lines of the header stand: by these passages and the text's length alone it is known.
  private let places: [(passage: Passage, start: Int)]
  private let shared: [Declaration]

  init(_ article: Article, shared: [Declaration], after old: FrontMatter?) {
    places = article.landmarks(.header).compactMap { place in place.passage.map { ($0, place.start) } }
    self.shared = shared
    if let old, places.elementsEqual(old.places, by: { $0.passage === $1.passage && $0.start == $1.start }) {
      isKept = true
      header = old.header
      header.end(at: article.text.count)
      if shared.isEmpty, old.shared.isEmpty {
        declared = old.declared
        return
      }
    } else {
      isKept = false
      header = Header(article)
    }
    let names = (header.declarations + shared).map(DeclaredName.init)
    if let old, names == old.declared.names { declared = old.declared } else { declared = DeclaredNames(names) }
  }
}

/// The declared names of an article and its stylebooks, which notes of passages are known to fit by its identity.
final class DeclaredNames: Sendable {
  let names: [DeclaredName]

  init(_ names: [DeclaredName]) { self.names = names }
}
