import Rules
import Semantics
import Syntax

/// Makes the first line of an entry its headline, or the article's section, where it reads like one.
func promotions(_ selection: Selection) -> [Action] {
  guard let line = selection.line, let title = titleEdit(line, selection.proof) else { return [] }
  let entry = selection.proof.header.entry(at: line.range.lowerBound)?.number ?? 0
  let fields = selection.proof.header.fields.filter { ($0.entry ?? 0) == entry }
  return [Key.headline, .section].compactMap { key in
    // A section belongs to the whole article.
    guard !fields.contains(where: { $0.key == key }), key == .headline || entry == 0 else { return nil }
    let name = key == .headline ? "headline" : "section"
    return selection.edits([title(name)], adding: key, only: true).map {
      Action("Promote to \(name)", .refactoring, $0)
    }
  }
}

/// The edit that puts a key before the words of the line, nil where they are no title or not the first of their entry.
private func titleEdit(_ line: PlacedLine, _ proof: Proof) -> ((String) -> Fix.Edit)? {
  guard let words = line.copy, !line.isWrapped, isTitle(proof.words(words)), copyFollows(line, proof.article) else {
    return nil
  }
  switch line.form {
  case .date(let date):
    let gap = date.value.from(line.base).upperBound..<words.lowerBound
    return { Fix.Edit(gap, "\(proof.article.lineBreak)\($0) ") }
  case .prose(_, true, nil):
    let state = proof.article.lineState(before: line.range.lowerBound)
    guard state.headerIsOpen, proof.article.text.byte(at: words.lowerBound - 1) != UInt8(ascii: "\\") else {
      return nil
    }
    return { Fix.Edit(words.lowerBound..<words.lowerBound, "\($0) ") }
  default: return nil
  }
}

/// Short, and without the stop with which a sentence ends.
private func isTitle(_ words: String) -> Bool {
  guard words.count <= 120, let last = words.last(where: { !"”’\"»)".contains($0) }) else { return false }
  return !".!?…:;,—–-".contains(last) && words.contains(where: \.isLetter)
}

/// True where the entry says more than this line.
private func copyFollows(_ line: PlacedLine, _ article: Article) -> Bool {
  for next in article.lines(from: line.range.upperBound) {
    switch next.form {
    case .prose, .quote, .heading: return true
    case .blank, .comment, .field, .entity, .setting: continue
    case .date, .attribution, .endMark, .notes: return false
    }
  }
  return false
}
