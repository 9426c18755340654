import Syntax

/// What one passage says, with extents counted from its start; a pure function of its bytes and its entry state.
package struct Copy: Sendable {
  package let lines: Lines
  // Empty where the lines tell it.
  private let cut: [Unit]
  /// The stretches that are read for quotations and names.
  package var units: Units { lines.paragraph.map { Units($0.text, opens: $0.opens) } ?? Units(cut) }
  /// Its quotations, with single marks as apostrophes and as quotation marks; the article decides. Nil in most passages.
  let quoted: QuotationReadings?
  /// Its quotations with single marks as apostrophes, which is how nearly every article reads.
  package var parts: [QuotationPart] { quoted?.doubles.parts ?? [] }
  /// What its lines are besides copy.
  package let landmarks: Landmarks
  package var isLandmark: Bool { !landmarks.isEmpty }

  /// Reads a passage from the state left by the one before, and leaves the state for the next.
  init(_ source: Source, _ state: inout CopyState, by reader: inout CopyReader) {
    let before = state.lines
    parse(source, &state.lines, to: &reader.lines)
    lines = Lines(reader.lines)
    var landmarks: Landmarks = []
    for line in reader.lines {
      landmarks.formUnion(landmark(line))
      if case .field(let field) = line.form, field.key == .lang {
        state.language = Language(tag: source.bytes[field.value.range])
      }
    }
    self.landmarks = landmarks
    let units: Units
    if let (text, opens) = lines.paragraph {
      (cut, units) = ([], Units(text, opens: opens))
    } else {
      cut = cutUnits(of: reader.lines, in: source.bytes, from: before)
      units = Units(cut)
    }
    quoted = reader.quotations.read(
      source.bytes, lines: reader.lines, units: units, from: before, language: state.language, &state.quotation)
  }
}

/// What is kept in hand while one passage is read after the other; nothing of it says anything of the next.
struct CopyReader {
  fileprivate var lines: [Line] = []
  fileprivate var quotations = QuotationReader()
}

/// What a passage is entered with and leaves behind.
package struct CopyState: Equatable, Sendable {
  package var lines: LineState
  package var language = Language.unstated
  package var quotation = QuotationState()

  package init(isStylebook: Bool = false) { lines = LineState(isStylebook: isStylebook) }

  /// The state in which most passages further down are read.
  var inCopy: CopyState {
    var state = self
    state.lines.place = .blockStart
    state.lines.closeHeader()
    state.quotation = QuotationState()
    return state
  }
}

/// What article-wide facts need to know of one page of passages.
package struct CopySummary: Sendable {
  /// Which passages of the page hold a landmark, and of which kinds they are.
  package let landmarks: [Int]
  package let landmarkKinds: Landmarks
  /// In either reading of single marks.
  let quotationCount: Int
  /// How many quotations have curly and straight double marks.
  package let curlyCount: Int
  package let straightCount: Int
  let hasDoubleMarks: Bool
  /// What may be wrong with its marks in either reading, a bit each kind.
  let slipKinds: UInt16
  /// Whether it goes on with a quotation that was left open before it, in each reading of single marks.
  let doublesGoOn: Bool?
  let singlesGoOn: Bool?

  init(_ passages: [Passage]) {
    var landmarks: [Int] = []
    var landmarkKinds: Landmarks = []
    var (quotationCount, curlyCount, straightCount, hasDoubleMarks, slipKinds) = (0, 0, 0, false, UInt16(0))
    var (doublesGoOn, singlesGoOn): (Bool?, Bool?)
    for index in passages.indices {
      let kinds = passages[index].copy.landmarks
      if !kinds.isEmpty {
        landmarks.append(index)
        landmarkKinds.formUnion(kinds)
      }
      guard let quoted = passages[index].copy.quoted else { continue }
      quotationCount += quoted.doubles.parts.count
      for part in quoted.doubles.parts {
        switch part.family {
        case .curly: curlyCount += 1
        case .straight: straightCount += 1
        default: break
        }
      }
      hasDoubleMarks = hasDoubleMarks || quoted.doubles.hasDoubleMarks
      slipKinds |= quoted.doubles.slipKinds
      if let singles = quoted.singles {
        quotationCount += singles.parts.count
        slipKinds |= singles.slipKinds
      }
      if doublesGoOn == nil { doublesGoOn = passages[index].copy.goesOn(singles: false) }
      if singlesGoOn == nil { singlesGoOn = passages[index].copy.goesOn(singles: true) }
    }
    self.landmarks = landmarks
    self.landmarkKinds = landmarkKinds
    self.quotationCount = quotationCount
    self.curlyCount = curlyCount
    self.straightCount = straightCount
    self.hasDoubleMarks = hasDoubleMarks
    self.slipKinds = slipKinds
    self.doublesGoOn = doublesGoOn
    self.singlesGoOn = singlesGoOn
  }
}

/// Kinds of lines that are no copy, or may have been meant to be none.
package struct Landmarks: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A date, a field, a declaration, or a setting of a stylebook.
  package static let header = Landmarks(rawValue: 1 << 0)
  package static let heading = Landmarks(rawValue: 1 << 1)
  package static let comment = Landmarks(rawValue: 1 << 2)
  package static let endMark = Landmarks(rawValue: 1 << 3)
  /// A line of prose that is nearly something else.
  package static let missed = Landmarks(rawValue: 1 << 4)
}

private func landmark(_ line: Line) -> Landmarks {
  switch line.form {
  case .date, .field, .entity, .setting: .header
  case .heading: .heading
  case .comment: .comment
  case .endMark: .endMark
  case .prose(_, _, let missed): missed == nil ? [] : .missed
  case .blank, .quote, .attribution, .notes: []
  }
}
