import Semantics
import Syntax

/// What stands under one line until a line of the same rank: an entry under its date, copy under a heading, notes
/// under an end mark.
struct Section {
  enum Kind: Equatable {
    case entry
    case heading(level: UInt8)
    case notes

    /// A section ends where one of the same or a lower rank begins.
    fileprivate var rank: UInt8 {
      switch self {
      case .entry: 0
      case .heading(let level): level
      case .notes: 1
      }
    }
  }

  let kind: Kind
  /// From the first byte of its first line to the section that ends it, or the end of the article.
  private(set) var range: Range<Int>

  fileprivate mutating func end(at offset: Int) { range = range.lowerBound..<max(offset, range.lowerBound) }
}

/// The sections of an article, outer ones before those in them; takes time in proportion to its headings and dates.
func sections(of article: Article) -> [Section] {
  var sections: [Section] = []
  /// Those that have not ended, outermost first.
  var open: [Int] = []
  for place in article.landmarks([.header, .heading, .endMark]) {
    for line in place.passage?.copy.lines ?? [] {
      guard let kind = Section.Kind(line.form) else { continue }
      let start = place.start + line.extent.lowerBound
      while let last = open.last, sections[last].kind.rank >= kind.rank {
        sections[last].end(at: start)
        open.removeLast()
      }
      open.append(sections.count)
      sections.append(Section(kind: kind, range: start..<start))
    }
  }
  for index in open { sections[index].end(at: article.text.count) }
  return sections
}

extension Section.Kind {
  fileprivate init?(_ form: Form) {
    switch form {
    case .date: self = .entry
    case .heading(let level, _): self = .heading(level: level)
    case .endMark: self = .notes
    default: return nil
    }
  }
}
