/// A declaration; outside the header zone it needs the colon, a capital, a digit or a particle.
func entityLine(_ words: LineWords, _ state: LineState) -> Form? {
  guard state.isBlockStart, let found = keyed(words), let kind = entityKind(found.word), hasName(found.value) else {
    return nil
  }
  guard state.headerIsOpen || isMeant(found, nil) else { return nil }
  return .entity(
    EntityLine(kind: kind, keyExtent: found.word.extent, hasColon: found.hasColon, value: found.value.extent))
}

func entityKind(_ word: LineWords) -> EntityKind? { word.count > 6 ? nil : EntityKind(rawValue: word.string) }

private func hasName(_ value: LineWords) -> Bool {
  guard let first = value.first else { return false }
  return first != UInt8(ascii: ",") && first != UInt8(ascii: ";")
}

/// A declaration taken apart: `Name, role; aka Short; not Misspelt; withhold`.
package struct EntityParts: Equatable, Sendable {
  package enum Attribute: Equatable, Sendable {
    /// Another name, a spelling that is wrong, an identifier or address, a note.
    case aka(Extent)
    case not(Extent)
    case id(Extent)
    case note(Extent)
    /// The name must not appear in print.
    case withhold(Extent)
    /// None of these: a rule says so.
    case unknown(Extent)
  }

  package let name: Extent
  package let role: Extent?
  package let attributes: [Attribute]

  /// Reads the value of an entity line out of the passage's bytes; an extent outside them gives empty parts.
  package init(_ line: EntityLine, in bytes: [UInt8]) {
    let end = min(line.value.upperBound, bytes.count)
    let value = LineWords(bytes, min(line.value.lowerBound, end), end)
    var pieces: [LineWords] = []
    var start = value.start
    for index in value.start...value.end where index == value.end || bytes[index] == UInt8(ascii: ";") {
      pieces.append(LineWords(bytes, start, index))
      start = index + 1
    }
    let (name, role) = splitRole(pieces[0])
    self.name = name
    self.role = role
    attributes = pieces.dropFirst().filter { !$0.isEmpty }.map(attribute)
  }
}

private func attribute(_ piece: LineWords) -> EntityParts.Attribute {
  let word = piece.word()
  let text = piece.dropping(word.count)
  if word.is("withhold"), text.isEmpty { return .withhold(piece.extent) }
  guard !text.isEmpty else { return .unknown(piece.extent) }
  if word.is("aka") { return .aka(text.extent) }
  if word.is("not") { return .not(text.extent) }
  if word.is("id") { return .id(text.extent) }
  if word.is("note") { return .note(text.extent) }
  return .unknown(piece.extent)
}
