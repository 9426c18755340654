import Rules
import Semantics
import Syntax

/// A figure's new name, and how it is carried through an article: any article that names the figure can be asked.
package struct Renaming: Equatable, Sendable {
  /// The canonical name of the figure until now.
  package let figure: String
  let kind: Figure.Kind
  /// The name that changes, which is the canonical one or another of the figure's.
  let old: String
  package let new: String
  let isAlias: Bool

  /// The edits to the article it was asked from, in order, each with what may speak against it.
  package func edits(in proof: Proof) -> [RenameEdit] {
    named(in: proof).map { edits(of: $0, in: proof) } ?? []
  }

  /// The edits to another article; none where it does not say by the full name that it means the same figure, and a
  /// refusal where the new name cannot be declared there.
  package func edits(elsewhere proof: Proof) -> Result<[RenameEdit], RenameRefusal> {
    guard let figure = named(in: proof), isSame(figure, in: proof) else { return .success([]) }
    if let declaration = proof.declaration(of: figure), !fits(declaration) { return .failure(.undeclarable(new)) }
    return .success(edits(of: figure, in: proof))
  }

  private func named(in proof: Proof) -> Figure? { proof.cast.figures.first { $0.name == figure } }

  /// One word is not enough to know a person by, and the same word may be a place here and a person there.
  private func isSame(_ figure: Figure, in proof: Proof) -> Bool {
    let isDeclared = proof.declaration(of: figure) != nil
    guard isDeclared || proof.mentions(of: figure).contains(where: { $0.form == .full }) else { return false }
    if FullName(figure.name).words.count > 1 { return true }
    return figure.kind == kind && (figure.declared != nil || kind != .person && kind != .unknown)
  }

  private func edits(of figure: Figure, in proof: Proof) -> [RenameEdit] {
    var found: [Int: RenameEdit] = [:]
    for mention in proof.cast.mentions(of: figure) {
      found[mention.range.lowerBound] = edit(of: mention, figure, proof)
    }
    if let declaration = proof.declaration(of: figure) {
      let names = [declaration.nameRange] + declaration.attributes.filter { $0.kind == .aka }.map(\.range)
      for range in names {
        if let edit = replacement(of: range, proof) { found[range.lowerBound] = RenameEdit(edit: edit, doubt: nil) }
      }
    }
    return found.values.sorted { $0.edit.range.lowerBound < $1.edit.range.lowerBound }
  }

  /// True where the new name can be declared as it is.
  func fits(_ declaration: Declaration) -> Bool {
    let line = isAlias ? "\(declaration.kind.rawValue) X; aka \(new)" : "\(declaration.kind.rawValue) \(new)"
    guard let read = Article(line).header.declarations.first else { return false }
    return isAlias ? read.attributes.map(\.text) == [new] : read.name == new && read.role == nil
  }

  private func edit(of mention: Mention, _ figure: Figure, _ proof: Proof) -> RenameEdit? {
    guard var edit = replacement(of: mention.range, proof) else { return nil }
    if mention.isPossessive { edit = possessive(edit, proof) }
    let doubt: RenameEdit.Doubt? =
      mention.isQuoted ? .quoted : isUncertain(mention, figure, proof) ? .uncertain : nil
    return RenameEdit(edit: edit, doubt: doubt)
  }

  /// The words of a range rewritten; nil where they are another name or stay as they are.
  private func replacement(of range: Range<Int>, _ proof: Proof) -> Fix.Edit? {
    let words = proof.words(range)
    let name = FullName(old)
    guard let part = name.part(words) else { return nil }
    if isAlias, part.count < name.words.count { return nil }
    let newName = FullName(new)
    guard var fresh = name.rewritten(part, as: newName), !fresh.isEmpty else { return nil }
    if words.isInCapitals, !old.isInCapitals { fresh = fresh.map { $0.uppercased() } }
    var text = joined(fresh, like: words)
    // Where a Jr. was left out it still is.
    let isWhole = part.count == name.words.count
    if isWhole, name.suffix.isEmpty || !FullName(words).suffix.isEmpty { text += newName.suffix }
    return text == words ? nil : Fix.Edit(range, text)
  }

  /// With a line break between the words where one stood.
  private func joined(_ fresh: [String], like words: String) -> String {
    let gaps = words.split(whereSeparator: { !$0.isWhitespace }).map(String.init)
    return fresh.enumerated().reduce("") { text, word in
      let gap = word.offset == 0 ? "" : word.offset <= gaps.count ? gaps[word.offset - 1] : " "
      return text + gap + word.element
    }
  }

  /// `James’` becomes `Ruiz’s`; other endings serve every name.
  private func possessive(_ edit: Fix.Edit, _ proof: Proof) -> Fix.Edit {
    let text = proof.article.text
    let after = text.string(in: edit.range.upperBound..<min(edit.range.upperBound + 6, text.count))
    guard let mark = after.first, mark == "'" || mark == "’", edit.text.last?.lowercased() != "s",
      after.dropFirst().first?.lowercased() != "s"
    else { return edit }
    let end = edit.range.upperBound + String(mark).utf8.count
    return Fix.Edit(edit.range.lowerBound..<end, edit.text + "\(mark)s")
  }

  /// A short name that another figure bears too, or a first name alone.
  private func isUncertain(_ mention: Mention, _ figure: Figure, _ proof: Proof) -> Bool {
    if mention.form == .full || isAlias { return false }
    if mention.form == .firstName { return true }
    let words = proof.words(mention.range)
    return proof.cast.figures.contains { other in
      other.number != figure.number && (FullName(other.name).part(words) != nil || other.otherNames.contains(words))
    }
  }
}

/// One place that is renamed.
package struct RenameEdit: Equatable, Sendable {
  /// Why a person should look before it is done.
  package enum Doubt: CaseIterable, Sendable {
    /// Inside quotation marks: the words are the speaker's.
    case quoted
    /// It may be someone else.
    case uncertain
  }

  package let edit: Fix.Edit
  package let doubt: Doubt?
}

extension String {
  fileprivate var isInCapitals: Bool {
    let letters = filter(\.isLetter)
    return letters.count > 1 && letters.allSatisfy(\.isUppercase)
  }
}
