import Syntax

/// An article with all that is understood of it as a whole: what the desk has before it when it answers.
package struct Proof: Sendable {
  package let article: Article
  package let header: Header
  package let cast: Cast
  /// Every quotation in the order of the article.
  package let quotations: [Quotation]

  /// Takes time in proportion to the facts of the article; keep it until the article changes.
  ///
  /// `shared` are the declarations of the stylebooks, nearest first.
  package init(_ article: Article, shared: [Declaration] = []) {
    self.article = article
    header = Header(article)
    cast = Cast(of: article, shared: shared)
    quotations = article.quotations
  }

  /// The words of a byte range, with U+FFFD for what is not UTF-8.
  package func words(_ range: Range<Int>) -> String { article.text.string(in: range) }

  /// The zero-based line of an offset.
  package func line(_ offset: Int) -> Int { article.text.line(at: offset) }

  package func figure(of mention: Mention) -> Figure? {
    cast.figures.indices.contains(mention.figure) ? cast.figures[mention.figure] : nil
  }

  /// Where the article names a figure, in order; its declaration is not counted.
  package func mentions(of figure: Figure) -> [Mention] { cast.mentions(of: figure) }

  /// The declaration of a figure in this article.
  package func declaration(of figure: Figure) -> Declaration? {
    guard case .article(let index) = figure.declared, header.declarations.indices.contains(index) else { return nil }
    return header.declarations[index]
  }

  /// The figure whose declared name stands at `offset`.
  package func declaredFigure(at offset: Int) -> (figure: Figure, range: Range<Int>)? {
    guard let index = header.declarations.firstIndex(where: { touches($0.nameRange, offset) }),
      let figure = cast.figures.first(where: { $0.declared == .article(index) })
    else { return nil }
    return (figure, header.declarations[index].nameRange)
  }

  /// Whose words a quotation is, nil where the article does not say.
  package func voice(of quotation: Quotation) -> Voice? {
    guard let attribution = quotation.attribution else { return nil }
    let speaker = attribution.speaker
    let figure = cast.speaker(of: attribution) ?? speaker.name.flatMap(cast.figure(named:))
    let name = figure?.name ?? speaker.name ?? words(speaker.mention)
    return Voice(name: name, figure: figure, attribution: attribution.range)
  }

  /// The quotations of a figure, in order.
  package func quotations(of figure: Figure) -> [Quotation] {
    quotations.filter { voice(of: $0)?.figure?.number == figure.number }
  }

  /// The quotation that the words at `offset` attribute, and those words.
  package func attribution(at offset: Int) -> (Quotation, Range<Int>)? {
    for quotation in quotations {
      guard let words = quotation.attribution?.range, touches(words, offset), !touches(quotation.range, offset) else {
        continue
      }
      return (quotation, words)
    }
    return nil
  }
}

/// Who speaks in a quotation.
package struct Voice: Sendable {
  /// The full name where it is known, else the words that stand for the speaker.
  package let name: String
  package let figure: Figure?
  /// The words that attribute.
  package let attribution: Range<Int>
}

/// True where a cursor at `offset` stands in `range` or at either end of it.
package func touches(_ range: Range<Int>, _ offset: Int) -> Bool {
  range.lowerBound <= offset && offset <= range.upperBound
}
