import Semantics
import Syntax

extension Article {
  /// The edit that adds a line to the document's header, with a blank line below where copy follows.
  package func headerLine(_ words: String, _ header: Header) -> Fix.Edit {
    let end = headerEnd(header)
    let touchesText = end > 0 && end == text.count && text.byte(at: end - 1) != 0x0A && text.byte(at: end - 1) != 0x0D
    if touchesText, end != byteOrderMarkEnd { return Fix.Edit(end..<end, lineBreak + words) }
    return Fix.Edit(end..<end, words + lineBreak + (copyBegins(at: end) ? lineBreak : ""))
  }

  /// The line break that the first line uses.
  package var lineBreak: String {
    let line = text.lineRange(0)
    guard text.byte(at: line.upperBound - 1) == 0x0D else {
      return line.count > 1 && text.byte(at: line.upperBound - 2) == 0x0D ? "\r\n" : "\n"
    }
    return "\r"
  }

  /// Where a new line of the document's header goes: above the first date line, else below the last field, else on top.
  ///
  /// Never below copy, where it would be read as more of it.
  package func headerEnd(_ header: Header) -> Int {
    if let first = header.entries.first,
      header.fields.allSatisfy({ $0.entry != nil || $0.line.lowerBound < first.line.lowerBound }),
      lineState(before: first.line.lowerBound).headerIsOpen
    {
      return afterMark(first.line.lowerBound)
    }
    let fields = header.fields.filter { $0.entry == nil }
    if let last = fields.last, lineState(before: last.line.upperBound).headerIsOpen { return last.line.upperBound }
    return fields.last { !$0.key.mayComeLate }?.line.upperBound ?? byteOrderMarkEnd
  }

  /// What to delete for a line to go: with it the blank line below where one stands above too, so that none is left over.
  package func removal(ofLine line: Range<Int>) -> Range<Int> {
    let number = text.line(at: line.lowerBound)
    func isBlank(_ line: Int) -> Bool {
      text.bytes(in: text.contentRange(ofLine: line)).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
    guard line.upperBound < text.count, isBlank(number + 1), number == 0 || isBlank(number - 1) else { return line }
    return line.lowerBound..<text.lineRange(number + 1).upperBound
  }

  /// Past a byte order mark, which must stay first.
  package var byteOrderMarkEnd: Int { afterMark(0) }

  private func afterMark(_ offset: Int) -> Int {
    offset == 0 && text.bytes(in: 0..<3) == [0xEF, 0xBB, 0xBF] ? 3 : offset
  }

  /// True where the line at `offset` is neither blank nor part of a header.
  private func copyBegins(at offset: Int) -> Bool {
    let place = passages.place(at: offset)
    for line in place.passage?.copy.lines ?? [] where place.start + line.extent.upperBound > offset {
      switch line.form {
      case .blank, .date, .field, .entity, .setting: return false
      case .comment: continue
      default: return true
      }
    }
    return false
  }
}
