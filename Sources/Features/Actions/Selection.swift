import Rules
import Semantics
import Syntax

/// What a person has selected, and the lines that it touches.
struct Selection {
  let range: Range<Int>
  let proof: Proof
  let lines: [PlacedLine]

  init(_ range: Range<Int>, in proof: Proof) {
    self.range = range
    self.proof = proof
    lines = proof.article.lines(touching: range)
  }

  /// The line of the selection where it is a single one.
  var line: PlacedLine? { lines.count == 1 ? lines.first : nil }

  var article: Article { proof.article }

  /// The header as it would be after some edits.
  func header(after edits: [Fix.Edit]) -> Header { article.applying(edits).header }

  /// The edits, where they add one field of a key and take nothing from the header; `only`: nor add anything else.
  func edits(_ edits: [Fix.Edit], adding key: Key, only: Bool = false) -> [Fix.Edit]? {
    let (before, after) = (proof.header, header(after: edits))
    func count(_ header: Header) -> Int { header.fields.count { $0.key == key } }
    let more = [
      after.fields.count - before.fields.count - 1, after.entries.count - before.entries.count,
      after.declarations.count - before.declarations.count,
    ]
    let isFine = more.allSatisfy { only ? $0 == 0 : $0 >= 0 }
    return isFine && count(after) == count(before) + 1 ? edits : nil
  }
}

extension Selection {
  /// True where neither the header nor any quotation nearby is read in another way after the edits.
  func readsTheSame(after edits: [Fix.Edit]) -> Bool {
    guard let first = edits.first, let last = edits.last else { return true }
    let after = article.applying(edits)
    let (old, new) = (proof.header, after.header)
    guard old.fields.count == new.fields.count, old.entries.count == new.entries.count,
      old.declarations.count == new.declarations.count, after.slips.count <= article.slips.count
    else { return false }
    let start = max(first.range.lowerBound - Selection.nearby, 0)
    let end = last.range.upperBound + Selection.nearby
    let growth = after.text.count - article.text.count
    return quoted(start..<max(end + growth, start), in: after) == quoted(start..<end, in: article)
  }

  /// Of each quotation whether it is closed and how much is said in it, marks and blanks left out.
  private func quoted(_ range: Range<Int>, in article: Article) -> [[Int]] {
    article.quotations(in: range).map { quotation in
      let letters = quotation.words.map { article.text.bytes(in: $0).count { $0 >= 0x80 || $0 > 0x2F && $0 < 0x7F } }
      return [quotation.isClosed ? 1 : 0, letters.reduce(0, +)]
    }
  }

  /// How far an edit may change what is a quotation, in bytes: an open one ends within a few paragraphs.
  private static let nearby = 1 << 14
}

/// A line with its place in the article.
struct PlacedLine {
  let form: Form
  /// Where its passage starts, from which its extents count.
  let base: Int
  /// The whole line with its line break.
  let range: Range<Int>
  /// The stretch of running text that its words are part of.
  var unit: Range<Int>?

  /// The words of running text that the line holds.
  var copy: Range<Int>? {
    switch form {
    case .prose(let text, _, _), .quote(let text), .heading(_, let text): text.from(base)
    case .date(let date): date.body?.from(base)
    default: nil
    }
  }

  /// A line of a paragraph, but for one that begins on a date line.
  var isProse: Bool { if case .prose = form { true } else { false } }

  /// Part of a paragraph whose lines are wrapped, so that it is no unit of its own.
  var isWrapped: Bool {
    guard let unit, let copy else { return false }
    return unit.lowerBound < copy.lowerBound || unit.upperBound > copy.upperBound
  }
}

extension Article {
  /// The lines that a range touches, in order; a line that only its end reaches is not one of them.
  func lines(touching range: Range<Int>) -> [PlacedLine] {
    var found: [PlacedLine] = []
    for place in passages.from(passages.place(at: range.lowerBound)) {
      guard place.start <= range.upperBound, let copy = place.passage?.copy else { break }
      var units = copy.units[...]
      for line in copy.lines {
        let whole = line.extent.from(place.start)
        guard touches(range, whole) else { continue }
        var placed = PlacedLine(form: line.form, base: place.start, range: whole, unit: nil)
        if let words = placed.copy {
          while let unit = units.first, unit.extent.from(place.start).upperBound <= words.lowerBound {
            units.removeFirst()
          }
          placed.unit = units.first?.extent.from(place.start)
        }
        found.append(placed)
      }
    }
    return found
  }

  private func touches(_ range: Range<Int>, _ line: Range<Int>) -> Bool {
    if line.contains(range.lowerBound) || range.lowerBound < line.lowerBound && line.lowerBound < range.upperBound {
      return true
    }
    let last = text.byte(at: text.count - 1)
    return range.lowerBound == text.count && line.upperBound == text.count && last != 0x0A && last != 0x0D
  }

  /// The lines after a place, up to the end of the article.
  func lines(from offset: Int) -> some Sequence<PlacedLine> {
    passages.from(passages.place(at: offset)).lazy.flatMap { place in
      (place.passage?.copy.lines ?? []).lazy.map { line in
        PlacedLine(form: line.form, base: place.start, range: line.extent.from(place.start), unit: nil)
      }
    }.filter { $0.range.lowerBound >= offset }
  }
}
