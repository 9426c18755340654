import Syntax

/// An article with all that is understood of it as a whole: what the desk has before it when it answers.
///
/// A class, as it is handed around with each question and has a hundred words.
package final class Proof: Sendable {
  package let article: Article
  package let header: Header
  package let cast: Cast
  /// Every quotation in the order of the article.
  package let quotations: [Quotation]
  /// The number of the figure that speaks in each quotation, -1 where it is none of the cast.
  private let speakers: [Int32]
  private let shared: [Declaration]

  /// Takes time in proportion to the facts of the article; keep it until the article changes.
  ///
  /// `shared` are the declarations of the stylebooks, nearest first. What `standing` holds of the passages that stand is
  /// not made again.
  package init(_ article: Article, shared: [Declaration] = [], after standing: consuming StandingProof? = nil) {
    self.article = article
    self.shared = shared
    if standing?.follow(article, shared: shared) == true, let standing {
      (header, cast, quotations, speakers) = (standing.header, standing.cast, standing.quotations, standing.speakers)
    } else {
      header = Header(article)
      let cast = Cast(of: article, declared: header.declarations, shared: shared)
      self.cast = cast
      quotations = article.quotations
      speakers = quotations.map { cast.speaker(in: $0, of: article) }
    }
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
    let index = quotations.partitioningIndex { $0.range.lowerBound >= quotation.range.lowerBound }
    let isOwn = index < quotations.count && quotations[index] == quotation
    let speaker = isOwn ? speakers[index] : cast.speaker(in: quotation, of: article)
    let figure = speaker < 0 ? nil : cast.figures[Int(speaker)]
    return Voice(
      name: figure?.name ?? words(attribution.speaker.mention), figure: figure, attribution: attribution.range)
  }

  /// Where the quotation of that index stands, and the words of its first paragraph; for those who ask of all of them.
  package func place(ofQuotation index: Int) -> (range: Range<Int>, opening: Range<Int>) {
    (quotations[index].range, quotations[index].opening)
  }

  /// What tells each quotation from what stood there before: where it stands, and what is said of it.
  package var quotationPrints: [QuotationPrint] {
    quotations.indices.map { index in
      let (range, opening) = place(ofQuotation: index)
      var said = Fingerprint()
      said.join(UInt64(truncatingIfNeeded: opening.lowerBound - range.lowerBound) << 32 ^ UInt64(opening.count))
      if speakers[index] >= 0 {
        said.join(cast.figures[Int(speakers[index])].namePrint)
      } else if let mention = quotations[index].attribution?.speaker.mention {
        said.join(Fingerprint(of: words(mention)).value)
      }
      return QuotationPrint(range: range, said: said.value)
    }
  }

  /// The first index from `index` on whose quotation does not begin before `offset`.
  package func quotationIndex(from index: Int, notBefore offset: Int) -> Int {
    var index = index
    while index < quotations.count, quotations[index].range.lowerBound < offset { index += 1 }
    return index
  }

  /// The name of whoever speaks in the quotation of that index, or the words that stand for them.
  package func speakerName(ofQuotation index: Int) -> String? {
    if speakers[index] >= 0 { return cast.figures[Int(speakers[index])].name }
    return (quotations[index].attribution?.speaker.mention).map(words)
  }

  /// The quotations of a figure, in order.
  package func quotations(of figure: Figure) -> [Quotation] {
    let number = Int32(clamping: figure.number)
    return speakers.indices.filter { speakers[$0] == number }.map { quotations[$0] }
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

extension Proof {
  /// What is left of the proof when the text changes.
  package var standing: StandingProof {
    StandingProof(
      pages: article.passages.pages, shared: shared, readsSingleMarks: article.readsSingleMarks,
      header: header, cast: cast, quotations: quotations, speakers: speakers)
  }
}

/// Where a quotation stands, and one number for where its first paragraph stands in it and for who speaks.
package struct QuotationPrint: Sendable {
  package let range: Range<Int>
  package let said: UInt64
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
