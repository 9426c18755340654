import Semantics
import Syntax

/// Collects the tokens of one passage, cut at the ends of its lines.
struct LineTokens {
  private let lines: Lines
  private let bytes: [UInt8]
  private let base: Int
  private let wanted: Range<Int>
  private var found: [Token] = []

  /// `base` is where the passage starts; what does not touch `wanted` is left out.
  init(_ lines: Lines, _ bytes: [UInt8], at base: Int, wanted: Range<Int>) {
    self.lines = lines
    self.bytes = bytes
    self.base = base
    self.wanted = wanted
  }

  /// By their starts, the longer one first.
  func sorted() -> [Token] {
    found.enumerated().sorted { left, right in
      let (one, other) = (left.element.range, right.element.range)
      return (one.lowerBound, -one.upperBound, left.offset) < (other.lowerBound, -other.upperBound, right.offset)
    }.map(\.element)
  }

  /// Adds a stretch of the article, which may run over several lines of the passage.
  mutating func add(_ range: Range<Int>, _ kind: Token.Kind, _ traits: Token.Traits = []) {
    add(Extent(range.lowerBound - base, range.upperBound - base), kind, traits)
  }

  /// The same for a stretch counted from the start of the passage.
  mutating func add(_ extent: Extent, _ kind: Token.Kind, _ traits: Token.Traits = []) {
    var index = line(at: extent.lowerBound)
    while index < lines.count, lines[index].extent.start < extent.end {
      let words = words(of: lines[index])
      let low = base + max(words.lowerBound, extent.lowerBound)
      let high = base + min(words.upperBound, extent.upperBound)
      if low < high, low < wanted.upperBound, wanted.lowerBound < high {
        found.append(Token(range: low..<high, kind: kind, traits: traits))
      }
      index += 1
    }
  }

  /// The last line that starts at `offset` or before.
  private func line(at offset: Int) -> Int { lines.lastPlace { $0.extent.lowerBound > offset } }

  /// A line without its break and the blanks at either end.
  private func words(of line: Line) -> Extent {
    var end = min(line.extent.upperBound, bytes.count)
    while end > line.extent.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    let start = skipBlanks(bytes, from: min(line.extent.lowerBound, end), to: end)
    return Extent(start, trimBlanks(bytes, from: start, to: end))
  }
}

extension LineTokens {
  /// Adds what the lines themselves are.
  mutating func read() {
    var index = line(at: wanted.lowerBound - base)
    while index < lines.count, base + lines[index].extent.lowerBound < wanted.upperBound {
      read(lines[index])
      index += 1
    }
  }

  private mutating func read(_ line: Line) {
    switch line.form {
    case .blank: break
    case .comment, .notes: add(words(of: line), .comment)
    case .date(let date):
      add(date.key, .key)
      add(date.value, .number)
    case .field(let field): read(field)
    case .entity(let entity): read(entity)
    case .setting(let setting):
      add(setting.keyExtent, .key)
      add(setting.value, .value)
    case .heading: add(words(of: line), .heading)
    case .quote:
      let start = words(of: line).lowerBound
      add(Extent(start, start + 1), .mark)
    case .attribution(let attribution):
      add(attribution.dash, .mark)
      add(Extent(attribution.name.lowerBound, (attribution.role ?? attribution.name).upperBound), .attribution)
    case .endMark(let mark): add(mark, .key)
    case .prose(let text, _, _):
      let start = words(of: line).lowerBound
      // The backslash that made prose of markup.
      if start < text.lowerBound, bytes[start] == UInt8(ascii: "\\") { add(Extent(start, start + 1), .mark) }
    }
  }

  private mutating func read(_ field: FieldLine) {
    add(field.keyExtent, .key)
    switch field.key {
    case .headline: add(field.value, .heading)
    case .updated, .embargo, .target: add(field.value, .number)
    case .lang, .type, .status, .allow, .slug, .id: add(field.value, .value)
    default: break
    }
  }

  private mutating func read(_ entity: EntityLine) {
    add(entity.keyExtent, .key)
    let kind = Token.Kind(Figure.Kind(entity.kind))
    let parts = EntityParts(entity, in: bytes)
    add(parts.name, kind, .declaration)
    for attribute in parts.attributes {
      switch attribute {
      case .aka(let text):
        addKey(before: text, length: 3)
        add(text, kind, .declaration)
      case .not(let text):
        addKey(before: text, length: 3)
        add(text, kind, .wrong)
      case .id(let text):
        addKey(before: text, length: 2)
        add(text, .value)
      case .note(let text): addKey(before: text, length: 4)
      case .withhold(let word): add(word, .key)
      case .unknown: break
      }
    }
  }

  /// `aka`, `not` and the others stand right before their text.
  private mutating func addKey(before text: Extent, length: Int) {
    let end = trimBlanks(bytes, from: 0, to: min(text.lowerBound, bytes.count))
    add(Extent(end - length, end), .key)
  }
}
