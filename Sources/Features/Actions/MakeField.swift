import Rules
import Semantics
import Syntax

/// Makes a field of a line such as `By Jane Doe` or `Correction: …`, or moves a declaration up to the header.
func fieldActions(_ selection: Selection) -> [Action] {
  guard let line = selection.line else { return [] }
  return (fieldEdits(line, selection).map { [Action("Make this a field", .refactoring, $0)] } ?? [])
    + (moveEdits(line, selection).map { [Action("Move to the header", .refactoring, $0)] } ?? [])
}

/// Where the line can stay it does; else it gets a blank line above, or goes up to the header.
private func fieldEdits(_ line: PlacedLine, _ selection: Selection) -> [Fix.Edit]? {
  guard case .prose(let text, _, _) = line.form, !line.isWrapped else { return nil }
  let range = text.from(line.base)
  let words = selection.proof.words(range)
  guard let (key, value) = capitalisedKey(words) else { return nil }
  let valueStart = max(range.upperBound - value.utf8.count, range.lowerBound)
  let here = Fix.Edit(range.lowerBound..<valueStart, "\(key.rawValue) ")
  let above = Fix.Edit(line.range.lowerBound..<line.range.lowerBound, selection.article.lineBreak)
  return selection.edits([here], adding: key)
    ?? selection.edits([above, here], adding: key)
    ?? selection.edits(moving(line, as: "\(key.rawValue) \(value)", selection), adding: key)
}

/// A key that is written with a capital, perhaps with a colon, and what stands after it.
private func capitalisedKey(_ words: String) -> (Key, Substring)? {
  let first = words.prefix { !$0.isWhitespace }
  let name = first.last == ":" ? first.dropLast() : first
  guard name.contains(where: \.isUppercase), let key = Key(rawValue: name.lowercased()), key != .custom else {
    return nil
  }
  let value = words[first.endIndex...].drop(while: \.isWhitespace)
  return value.isEmpty ? nil : (key, value)
}

/// A declaration below the copy can stand with the others.
private func moveEdits(_ line: PlacedLine, _ selection: Selection) -> [Fix.Edit]? {
  guard case .entity(let entity) = line.form,
    !selection.article.lineState(before: line.range.lowerBound).headerIsOpen
  else { return nil }
  let words = selection.proof.words(
    entity.keyExtent.from(line.base).lowerBound..<entity.value.from(line.base).upperBound)
  let edits = moving(line, as: words, selection)
  return selection.header(after: edits).declarations.count == selection.proof.header.declarations.count ? edits : nil
}

private func moving(_ line: PlacedLine, as words: String, _ selection: Selection) -> [Fix.Edit] {
  let removal = Fix.Edit(selection.article.removal(ofLine: line.range), "")
  return [selection.article.headerLine(words, selection.proof.header), removal].inOrder
}

extension [Fix.Edit] {
  /// By place; an insertion comes before what is replaced there.
  var inOrder: [Fix.Edit] {
    sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }
}
