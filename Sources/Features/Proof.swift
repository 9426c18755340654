import Semantics
import Syntax

/// An article with all that is understood of it as a whole: what the desk has before it when it answers.
package struct Proof: Sendable {
  package let article: Article
  package let header: Header
  package let cast: Cast

  /// Takes time in proportion to the facts of the article; keep it until the article changes.
  package init(_ article: Article) {
    self.article = article
    header = Header(article)
    cast = Cast(of: article)
  }

  /// The words of a byte range, with U+FFFD for what is not UTF-8.
  func words(_ range: Range<Int>) -> String { article.text.string(in: range) }

  /// The zero-based line of an offset.
  func line(_ offset: Int) -> Int { article.text.line(at: offset) }

  func figure(of mention: Mention) -> Figure? {
    cast.figures.indices.contains(mention.figure) ? cast.figures[mention.figure] : nil
  }

  /// The declaration of a figure in this article.
  func declaration(of figure: Figure) -> Declaration? {
    guard case .article(let index) = figure.declared, header.declarations.indices.contains(index) else { return nil }
    return header.declarations[index]
  }

  /// The figure whose declared name stands at `offset`.
  func declaredFigure(at offset: Int) -> (figure: Figure, range: Range<Int>)? {
    guard let index = header.declarations.firstIndex(where: { touches($0.nameRange, offset) }),
      let figure = cast.figures.first(where: { $0.declared == .article(index) })
    else { return nil }
    return (figure, header.declarations[index].nameRange)
  }
}
