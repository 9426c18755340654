/// The lines of one passage, laid end to end.
///
/// Nearly every passage is a paragraph on one line, perhaps with a blank line below: that is told without a list.
package struct Lines: RandomAccessCollection, ExpressibleByArrayLiteral, Equatable, Sendable {
  private enum Held: Equatable {
    /// The text of the paragraph, where its line ends, and where the blank line ends; at the same place if there is none.
    case paragraph(text: Extent, opens: Bool, end: UInt32, blankEnd: UInt32)
    case list([Line])
  }

  private let held: Held

  package init(_ lines: [Line]) {
    guard let first = lines.first, case .prose(let text, let opens, missed: nil) = first.form, lines.count <= 2 else {
      held = .list(lines.map { $0 })
      return
    }
    if lines.count == 2, case .blank = lines[1].form {
      held = .paragraph(text: text, opens: opens, end: first.extent.end, blankEnd: lines[1].extent.end)
    } else if lines.count == 1 {
      held = .paragraph(text: text, opens: opens, end: first.extent.end, blankEnd: first.extent.end)
    } else {
      held = .list(lines.map { $0 })
    }
  }

  package init(arrayLiteral lines: Line...) { self.init(lines) }

  /// The text of the paragraph, and whether the line opens it, where the lines are no more than that and a blank one.
  package var paragraph: (text: Extent, opens: Bool)? {
    guard case .paragraph(let text, let opens, _, _) = held else { return nil }
    return (text, opens)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package var count: Int {
    switch held {
    case .paragraph(_, _, let end, let blankEnd): end == blankEnd ? 1 : 2
    case .list(let lines): lines.count
    }
  }

  /// How many bytes they take.
  package var byteCount: Int {
    switch held {
    case .paragraph(_, _, _, let blankEnd): Int(blankEnd)
    case .list(let lines): lines.last?.extent.upperBound ?? 0
    }
  }

  package subscript(_ index: Int) -> Line {
    switch held {
    case .list(let lines): lines[index]
    case .paragraph(let text, let opens, let end, let blankEnd):
      index == 0
        ? Line(extent: Extent(0, Int(end)), form: .prose(text: text, opens: opens, missed: nil))
        : Line(extent: Extent(Int(end), Int(blankEnd)), form: .blank)
    }
  }
}
