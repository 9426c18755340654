/// One source line: where it lies in its passage and what it is.
package struct Line: Equatable, Sendable {
  /// The whole line with its blanks and its line break; lines laid end to end are the source.
  package let extent: Extent
  package let form: Form
}

/// What a line is. All extents count from the start of the passage and leave out the blanks at either end.
package enum Form: Equatable, Sendable {
  case blank
  /// `// …`: not copy, and the next line keeps the place this one had.
  case comment(text: Extent)
  case date(DateLine)
  case field(FieldLine)
  case entity(EntityLine)
  /// A line of a stylebook that sets something for every article below it.
  case setting(SettingLine)
  case heading(level: UInt8, text: Extent)
  /// A line of a quote block; an empty text is a paragraph break in it.
  case quote(text: Extent)
  case attribution(AttributionLine)
  case endMark(Extent)
  /// A line of a paragraph. `opens`: it starts the paragraph; `missed`: what it nearly is.
  case prose(text: Extent, opens: Bool, missed: Missed?)
  /// A line after an end mark.
  case notes(text: Extent)
}

/// A header line that starts an entry.
package struct DateLine: Equatable, Sendable {
  package let key: Extent
  package let hasColon: Bool
  package let value: Extent
  /// Text on the same line, with which a paragraph starts.
  package let body: Extent?
}

package struct FieldLine: Equatable, Sendable {
  package let key: Key
  package let keyExtent: Extent
  package let hasColon: Bool
  package let value: Extent
}

/// A declaration of a person, an organisation, a place, an event or a term; `EntityParts` takes it apart.
package struct EntityLine: Equatable, Sendable {
  package let kind: EntityKind
  package let keyExtent: Extent
  package let hasColon: Bool
  package let value: Extent
}

/// `rule quote/straight off`: one decision of a desk.
package struct SettingLine: Equatable, Sendable {
  package let key: SettingKey
  package let keyExtent: Extent
  package let value: Extent
}

/// Who said the quote block above.
package struct AttributionLine: Equatable, Sendable {
  package let dash: Extent
  package let name: Extent
  package let role: Extent?
}

/// What a line of prose would be with a small change; a rule may say so, the tree does not.
package enum Missed: Equatable, Sendable {
  /// A date line in another shape than `date YYYY-MM-DD`.
  case date
  /// `date` and a number that is no date: `date 2023 was dry`.
  case dateShape
  /// A field whose value has not the shape its key asks for.
  case value(Key)
  case entityName(EntityKind)
  /// A field after the header zone has closed.
  case late(Key)
  /// A date line, a correction or a heading in the middle of a block.
  case crowded
}

/// The keys of the header, a closed set.
package enum Key: String, CaseIterable, Sendable {
  case headline, dek, rights, by, dateline, section, slug, id, keywords, lang, source, updated, embargo, type, target
  case allow, status, correction, note
  /// `x-…`: anything a newsroom needs for itself.
  case custom = "x-"

  /// These may also stand after the header zone has closed.
  package var mayComeLate: Bool { self == .correction || self == .note || self == .allow }
}

/// What a stylebook can set besides what it declares.
package enum SettingKey: String, CaseIterable, Sendable {
  case rule, set, pack, profile, show
}

package enum EntityKind: String, CaseIterable, Sendable {
  case person, org, place, event, term
}
