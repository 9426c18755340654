import Semantics

/// The header as it was last read: a keystroke in the copy reads it again only where it moved or has changed.
struct FrontMatter: Sendable {
  private(set) var header: Header
  private(set) var declared: DeclaredNames
  /// It is as it was before, but for the end of its last entry.
  private(set) var isKept = false
  /// Where lines of the header stand: by these passages and the text's length alone it is known.
  private var places: [Article.Place]
  private var shared: [Declaration]

  init(_ article: Article, shared: [Declaration]) {
    header = Header(article)
    places = article.landmarks(.header)
    self.shared = shared
    declared = DeclaredNames((header.declarations + shared).map(DeclaredName.init))
  }

  /// Follows the article to another text of it.
  mutating func follow(_ article: Article, shared: [Declaration]) {
    let places = article.landmarks(.header)
    isKept = places.count == self.places.count
    for (old, new) in zip(self.places, places) where old.passage !== new.passage || old.start != new.start {
      isKept = false
    }
    if isKept {
      header.end(at: article.text.count)
      if shared.isEmpty, self.shared.isEmpty { return }
    } else {
      header = Header(article)
    }
    self.places = places
    self.shared = shared
    let names = (header.declarations + shared).map(DeclaredName.init)
    if names != declared.names { declared = DeclaredNames(names) }
  }
}

/// The declared names of an article and its stylebooks, which notes of passages are known to fit by its identity.
final class DeclaredNames: Sendable {
  let names: [DeclaredName]

  init(_ names: [DeclaredName]) { self.names = names }
}
