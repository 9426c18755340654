import Semantics
import Testing

private struct Stretch: PackedPlace, Equatable {
  let range: Range<Int>

  init(_ range: Range<Int>) { self.range = range }

  init(packed: (Int, Int, Int, Int)) { range = packed.0..<packed.0 + packed.1 }

  var packed: (Int, Int, Int, Int) { (range.lowerBound, range.count, 0, 0) }
}

private func clipping(_ source: String) -> Clipping<Range<Int>> { Clipping(Proof(Article(source))) }

private func packed(_ source: String) -> PackedClipping<Stretch> { PackedClipping(clipping(source), at: Stretch.init) }

private let flood = """
  headline Pumps held
  person Ana Ruiz, council leader
  date 2023-11-29 Zürich — Ana Ruiz said “the pumps of the harbour held all through the night”. Omar Khan agreed.

  Khan said: “They did.” \(String(repeating: "The harbour was quiet. ", count: 12))Ruiz left.
  """

@Suite struct ArchiveTests {
  /// Ten words on one line, whatever white space stands between them; only the first are shown in lists.
  @Test func aQuotationIsFiledByItsFirstWords() {
    let blanks = [" ", "  ", "\u{A0}", "\u{2003}", "\u{202F}", "\u{3000}", "\t", "\u{2028}", "\u{205F}", "\u{1680}"]
    let words = (1...14).map { "é\($0)ß" }
    let quoted = zip(words, blanks + blanks).map { $0 + $1 }.joined()
    let clipping = Clipping(Proof(Article("date 2023-11-29\n\nHe wrote “\(quoted)end” at noon.")))
    #expect(clipping.quotes.map(\.words) == ["“" + words.prefix(10).joined(separator: " ")])
    #expect(clipping.title == "He wrote “" + words.prefix(8).joined(separator: " "))
  }

  /// Words are what stands between blanks, however they lie in blocks of eight bytes.
  @Test func wordsAreCountedByTheirBlanks() {
    for length in 0..<40 {
      for step in 1..<9 {
        let bytes = (0..<length).map {
          UInt8($0 % step == 0 ? [0x20, 0x0A, 0x00, 0x1F][$0 % 4] : [0x21, 0x61, 0x7F, 0xE9][$0 % 4])
        }
        #expect(countWords(bytes[...]) == bytes.split { $0 <= 0x20 }.count)
      }
    }
  }

  /// So that a place told before names are read is the same after.
  @Test func whatIsToldBeforeNamesAreReadStays() {
    let (soon, later) = (Clipping(unread: Article(flood)), Clipping(Proof(Article(flood))))
    #expect(soon.title == "Pumps held" && later.title == soon.title)
    #expect(soon.quotes.map(\.words) == later.quotes.map(\.words) && soon.quotes.count == 2)
    #expect(soon.quotes.map { soon.places[$0.place] } == later.quotes.map { later.places[$0.place] })
    #expect(soon.quotes.map(\.place) == later.quotes.map(\.place))
    #expect(soon.entries.isEmpty && !later.entries.isEmpty)
  }

  @Test func givesBackWhatWasFiled() throws {
    let filed = clipping(flood)
    var archive = Archive<Int, Stretch>()
    archive.file(packed(flood), under: 7)
    let found = try #require(archive.clipping(7))
    #expect(found.title == filed.title)
    #expect(found.places == filed.mapping(Stretch.init).places)
    #expect(found.places.contains { $0.range.lowerBound > 255 })
    #expect(found.entries.map(\.name) == filed.entries.map(\.name))
    #expect(found.entries.map(\.kind) == filed.entries.map(\.kind))
    #expect(found.entries.map(\.role) == filed.entries.map(\.role))
    #expect(found.entries.map(\.role).contains("council leader") && found.entries.map(\.role).contains(nil))
    #expect(found.entries.map(\.mentions) == filed.entries.map(\.mentions))
    #expect(found.entries.map(\.quotations) == filed.entries.map(\.quotations))
    #expect(found.entries.map(\.declaration) == filed.entries.map(\.declaration))
    #expect(found.entries.contains { $0.declaration != nil })
    #expect(found.quotes.map(\.words) == filed.quotes.map(\.words))
    #expect(found.quotes.map(\.place) == filed.quotes.map(\.place))
    #expect(found.quotes.count == 2)
  }

  @Test func givesBackAnArticleWithNothingInIt() {
    var archive = Archive<Int, Stretch>()
    archive.file(packed(""), under: 1)
    #expect(archive.clipping(1)?.title == "")
    #expect(archive.clipping(1)?.entries.isEmpty == true)
    #expect(archive.clipping(2) == nil)
  }

  @Test func findsArticlesByNameWhateverIsFiledAgainOrForgotten() {
    var archive = Archive<Int, Stretch>()
    let (ruiz, khan) = (packed("Ana Ruiz spoke."), packed("Omar Khan spoke."))
    for key in [3, 1, 2] { archive.file(ruiz, under: key) }
    #expect(archive.articles(naming: "Ana Ruiz").map(\.key) == [1, 2, 3])
    #expect(archive.articles(naming: "Ana Ruiz") { $0 == 2 }.map(\.key) == [1, 3])
    archive.file(khan, under: 2)
    #expect(archive.articles(naming: "Ana Ruiz").map(\.key) == [1, 3])
    #expect(archive.articles(naming: "Omar Khan").map(\.key) == [2])
    archive.remove(1)
    archive.file(khan, under: 4)
    #expect(archive.articles(naming: "Ana Ruiz").map(\.key) == [3])
    #expect(archive.articles(naming: "Omar Khan").map(\.entry.name) == ["Omar Khan", "Omar Khan"])
    #expect(archive.keys == [2, 3, 4])
    archive.removeAll { $0 > 2 }
    #expect(archive.keys == [2])
    #expect(archive.articles(naming: "Ana Ruiz").isEmpty)
    #expect(archive.count == 1)
  }
}
