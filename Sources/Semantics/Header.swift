import Syntax

/// What the lines between the copy say: entries, fields and declarations, in the order written.
package struct Header: Sendable {
  package private(set) var entries: [Entry] = []
  package private(set) var fields: [Field] = []
  package private(set) var declarations: [Declaration] = []
  /// What a stylebook sets; empty in an article.
  package private(set) var settings: [Setting] = []
  /// Index in `fields`.
  private var documentTarget: Int?

  package init(_ article: Article) {
    var isFirstZone = true
    for place in article.landmarks(.header) {
      guard let copy = place.passage?.copy else { continue }
      isFirstZone = isFirstZone && place.passage?.entry.lines.isFirstZone == true
      let bytes = article.text.bytes(in: place.start..<place.end)
      for line in copy.lines {
        switch line.form {
        case .date(let date):
          add(date, of: line, at: place.start, in: bytes)
          if date.body != nil { isFirstZone = false }
        case .field(let field):
          fields.append(
            Field(field, of: line, at: place.start, in: bytes, entry: isFirstZone ? nil : entries.indices.last))
          if field.key == .target, fields.last?.entry == nil { documentTarget = fields.count - 1 }
        case .entity(let entity):
          declarations.append(Declaration(entity, of: line, at: place.start, in: bytes))
        case .setting(let setting): settings.append(Setting(setting, of: line, at: place.start, in: bytes))
        case .blank, .comment: break
        default: isFirstZone = false
        }
      }
    }
    end(at: article.text.count)
  }

  /// Ends the last entry where the article ends, which may move though all that stands in the header is as it was.
  package mutating func end(at offset: Int) {
    if let last = entries.indices.last { entries[last].end(at: offset) }
  }

  /// True where all its lines begin before `offset`, so that it stands whatever changes from there on.
  func isAbove(_ offset: Int) -> Bool {
    let last = [entries.last?.line, fields.last?.line, declarations.last?.line, settings.last?.line]
    return last.allSatisfy { $0.map { $0.lowerBound < offset } ?? true }
  }

  private mutating func add(_ date: DateLine, of line: Line, at base: Int, in bytes: [UInt8]) {
    guard let value = DateValue(bytes[date.value.range]) else { return }
    if let last = entries.indices.last { entries[last].end(at: base + line.extent.lowerBound) }
    entries.append(
      Entry(
        number: entries.count, line: line.extent.from(base), key: date.key.from(base), hasColon: date.hasColon,
        valueRange: date.value.from(base), value: value, body: date.body?.from(base),
        range: line.extent.from(base)))
  }
}

extension Header {
  /// The last field of that key that belongs to the document, as the last wins.
  package func document(_ key: Key) -> Field? { fields.last { $0.key == key && $0.entry == nil } }

  /// All fields of that key that belong to the document.
  package func all(_ key: Key) -> [Field] { fields.filter { $0.key == key && $0.entry == nil } }

  /// The last field of that key that belongs to the entry of that number.
  package func field(_ key: Key, ofEntry entry: Int) -> Field? {
    let own = fields[index(ofFieldsFrom: entry)..<index(ofFieldsFrom: entry + 1)]
    return own.last { $0.key == key }
  }

  /// The `target` of an entry, else that of the document.
  package func target(ofEntry entry: Int?) -> Field? {
    entry.flatMap { field(.target, ofEntry: $0) } ?? documentTarget.map { fields[$0] }
  }

  /// Where the fields of that entry and of later ones begin; they stand in the order of their entries, the document's first.
  private func index(ofFieldsFrom entry: Int) -> Int { fields.partitioningIndex { $0.entry ?? -1 >= entry } }

  /// The entry that holds the byte at `offset`; nil before the first date line.
  package func entry(at offset: Int) -> Entry? {
    let next = entries.partitioningIndex { $0.range.lowerBound > offset }
    return next > 0 ? entries[next - 1] : nil
  }
}

extension Article {
  /// Reads entries, fields and declarations in one walk over the landmarks; keep it where you need it twice.
  package var header: Header { Header(self) }

  package var entries: [Entry] { header.entries }
  package var fields: [Field] { header.fields }
  package var declarations: [Declaration] { header.declarations }
}

/// What stands from one date line up to the next; an article without a date line has none. All ranges are bytes of the article.
package struct Entry: Sendable {
  package let number: Int
  /// The date line with its line break.
  package let line: Range<Int>
  package let key: Range<Int>
  package let hasColon: Bool
  package let valueRange: Range<Int>
  package let value: DateValue
  /// The words on the date line after the date.
  package let body: Range<Int>?
  /// From the date line's first byte to the next date line or the end of the article.
  package private(set) var range: Range<Int>

  fileprivate mutating func end(at offset: Int) { range = range.lowerBound..<max(offset, range.lowerBound) }
}

/// One `key value` line of a header.
package struct Field: Sendable {
  package let key: Key
  /// The whole line with its line break.
  package let line: Range<Int>
  package let keyRange: Range<Int>
  package let hasColon: Bool
  package let valueRange: Range<Int>
  package let value: String
  /// The key as written, which for `x-…` is more than `key` says.
  package let name: String
  /// The entry whose header it stands in, nil for the document's own.
  package let entry: Int?

  init(_ field: FieldLine, of line: Line, at base: Int, in bytes: [UInt8], entry: Int?) {
    key = field.key
    self.line = line.extent.from(base)
    keyRange = field.keyExtent.from(base)
    hasColon = field.hasColon
    valueRange = field.value.from(base)
    value = String(decoding: bytes[field.value.range], as: UTF8.self)
    name = String(decoding: bytes[field.keyExtent.range], as: UTF8.self)
    self.entry = entry
  }

  /// The value as a date, where it is one.
  package var date: DateValue? { DateValue(value.utf8) }
}

/// One decision of a stylebook, such as `rule quote/straight off`.
package struct Setting: Sendable {
  package let key: SettingKey
  /// The whole line with its line break.
  package let line: Range<Int>
  package let valueRange: Range<Int>
  /// What follows the key, cut at its blanks, each with its place.
  package let words: [(text: String, range: Range<Int>)]

  init(_ setting: SettingLine, of line: Line, at base: Int, in bytes: [UInt8]) {
    key = setting.key
    self.line = line.extent.from(base)
    valueRange = setting.value.from(base)
    words = bytes[setting.value.range].split { $0 == 0x20 || $0 == 0x09 }.map {
      (String(decoding: $0, as: UTF8.self), base + $0.startIndex..<base + $0.endIndex)
    }
  }
}

/// A person, organisation, place, event or term that the article declares.
package struct Declaration: Equatable, Sendable {
  package struct Attribute: Equatable, Sendable {
    package enum Kind: Sendable { case aka, not, id, note, withhold, unknown }

    package let kind: Kind
    package let range: Range<Int>
    package let text: String
  }

  package let kind: EntityKind
  /// The whole line with its line break.
  package let line: Range<Int>
  package let keyRange: Range<Int>
  package let hasColon: Bool
  package let valueRange: Range<Int>
  package let nameRange: Range<Int>
  package let name: String
  package let roleRange: Range<Int>?
  package let role: String?
  package let attributes: [Attribute]

  package var isWithheld: Bool { attributes.contains { $0.kind == .withhold } }

  init(_ entity: EntityLine, of line: Line, at base: Int, in bytes: [UInt8]) {
    func words(_ extent: Extent) -> String { String(decoding: bytes[extent.range], as: UTF8.self) }
    let parts = EntityParts(entity, in: bytes)
    kind = entity.kind
    self.line = line.extent.from(base)
    keyRange = entity.keyExtent.from(base)
    hasColon = entity.hasColon
    valueRange = entity.value.from(base)
    nameRange = parts.name.from(base)
    name = words(parts.name)
    roleRange = parts.role?.from(base)
    role = parts.role.map(words)
    attributes = parts.attributes.map { attribute in
      switch attribute {
      case .aka(let text): Attribute(kind: .aka, range: text.from(base), text: words(text))
      case .not(let text): Attribute(kind: .not, range: text.from(base), text: words(text))
      case .id(let text): Attribute(kind: .id, range: text.from(base), text: words(text))
      case .note(let text): Attribute(kind: .note, range: text.from(base), text: words(text))
      case .withhold(let text): Attribute(kind: .withhold, range: text.from(base), text: words(text))
      case .unknown(let text): Attribute(kind: .unknown, range: text.from(base), text: words(text))
      }
    }
  }
}
