import Rules
import Semantics
import Syntax

/// The name at a place that can be given another, and the words that a person starts from.
package struct RenameTarget: Equatable, Sendable {
  package let range: Range<Int>
  /// The full name, whichever part of it stands there.
  package let placeholder: String
}

/// What can be renamed at `offset`; nil where there is no name.
package func renameTarget(at offset: Int, in proof: Proof) -> RenameTarget? {
  NamePlace(at: offset, in: proof).map { place in
    RenameTarget(range: place.range, placeholder: place.alias ?? place.figure.name)
  }
}

/// Why nothing is renamed, in words for a person.
package struct RenameRefusal: Error, Equatable, Sendable {
  package let message: String

  static func undeclarable(_ name: String) -> RenameRefusal {
    RenameRefusal(message: "“\(name)” cannot stand in a declaration: a comma or a semicolon would end the name.")
  }
}

/// Gives the figure at `offset` a new name, be it typed in full or only the part of it that stands there.
package func renaming(at offset: Int, to newName: String, in proof: Proof) -> Result<Renaming, RenameRefusal> {
  func refuse(_ message: String) -> Result<Renaming, RenameRefusal> { .failure(RenameRefusal(message: message)) }
  guard let place = NamePlace(at: offset, in: proof) else { return refuse("There is no name here to change.") }
  let new = newName.trimmed
  guard !new.isEmpty else { return refuse("A name needs at least one letter.") }
  guard !new.contains(where: \.isNewline) else { return refuse("A name cannot have a line break.") }
  let renaming: Renaming
  if let alias = place.alias {
    renaming = Renaming(
      figure: place.figure.name, kind: place.figure.kind, old: alias, new: new, isAlias: true)
  } else {
    let full = place.name.completing(new, typedAt: proof.words(place.range))
    renaming = Renaming(
      figure: place.figure.name, kind: place.figure.kind, old: place.figure.name, new: full, isAlias: false)
  }
  if let declaration = proof.declaration(of: place.figure), !renaming.fits(declaration) {
    return .failure(.undeclarable(renaming.new))
  }
  return .success(renaming)
}

/// What stands under the cursor: a figure by its name, or by another one that is no part of it.
private struct NamePlace {
  let figure: Figure
  let range: Range<Int>
  let alias: String?
  let name: FullName

  init?(at offset: Int, in proof: Proof) {
    let declaration = proof.header.declarations.firstIndex { touches($0.line, offset) }
    if let mention = proof.cast.mention(at: offset), let figure = proof.figure(of: mention) {
      self.init(figure, mention.range, in: proof)
    } else if let (figure, range) = proof.declaredFigure(at: offset) {
      self.init(figure, range, in: proof)
    } else if let declaration,
      let other = proof.header.declarations[declaration].attributes.first(where: {
        $0.kind == .aka && touches($0.range, offset)
      }), let figure = proof.cast.figures.first(where: { $0.declared == .article(declaration) })
    {
      self.init(figure, other.range, in: proof)
    } else {
      return nil
    }
  }

  private init(_ figure: Figure, _ range: Range<Int>, in proof: Proof) {
    self.figure = figure
    self.range = range
    name = FullName(figure.name)
    let words = proof.words(range)
    alias = name.part(words) == nil && figure.otherNames.contains { FullName($0).is(words) } ? words : nil
  }
}
