import Syntax

/// Both readings of a passage: single marks are apostrophes, or they quote.
struct QuotationReadings {
  let doubles: QuotationReading
  // A list, as hardly any passage has one and an optional would take its room in all of them.
  private let others: [QuotationReading]
  /// Nil where it is the same.
  var singles: QuotationReading? { others.first }

  init(doubles: QuotationReading, singles: QuotationReading?) {
    self.doubles = doubles
    others = singles.map { [$0] } ?? []
  }
}

/// Pairs the quotation marks of one passage and follows an open quotation into the next.
///
/// `entry` is the state of the lines before the passage.
func readQuotations(
  in bytes: [UInt8], lines: [Line], units: [Unit], from entry: LineState, language: Language,
  _ state: inout QuotationState
) -> QuotationReadings {
  let marks = marksOfUnits(units, in: bytes)
  let isOpen = state.doubles != nil || state.singles != nil
  if !isOpen, marks.isEmpty, !units.contains(where: { $0.kind == .quoted }) {
    return QuotationReadings(doubles: QuotationReading(), singles: nil)
  }
  let hasSingles = state.singles != state.doubles || marks.contains { $0.contains { $0.shape.isSingle } }
  var first = PassageQuotations(bytes, lines, units, language)
  if language == .british {
    first.read(marks, entry, open: &state.doubles)
    state.singles = state.doubles
    return QuotationReadings(doubles: first.reading, singles: nil)
  }
  let before = state.singles
  let doubles = hasSingles ? marks.map { $0.filter { !$0.shape.isSingle } } : marks
  first.read(doubles, entry, open: &state.doubles)
  guard hasSingles else {
    state.singles = state.doubles
    return QuotationReadings(doubles: first.reading, singles: nil)
  }
  var second = PassageQuotations(bytes, lines, units, language)
  state.singles = before
  second.read(marks, entry, open: &state.singles)
  return QuotationReadings(doubles: first.reading, singles: second.reading)
}

/// The marks of each unit; empty where none has any, as in most passages.
private func marksOfUnits(_ units: [Unit], in bytes: [UInt8]) -> [[Mark]] {
  var marks: [[Mark]] = []
  for (index, unit) in units.enumerated() where unit.kind.bearsQuotations {
    let found = findMarks(in: bytes, unit.extent)
    if found.isEmpty { continue }
    if marks.isEmpty { marks = Array(repeating: [], count: units.count) }
    marks[index] = found
  }
  return marks
}

extension Unit.Kind {
  var bearsQuotations: Bool {
    switch self {
    case .paragraph, .quoted, .heading, .field(.headline), .field(.dek): true
    case .attribution, .field, .notes: false
    }
  }
}

/// Reads one passage in one way, unit by unit.
private struct PassageQuotations {
  private(set) var reading = QuotationReading()

  private let bytes: [UInt8]
  private let lines: [Line]
  private let units: [Unit]
  private let language: Language
  /// The next line to pass on the way to the next unit.
  private var line = 0
  private var isInBlock = false
  /// The quotation left open by the last paragraph, and the slip that it is unless it goes on.
  private var open: OpenQuotation?
  private var slip: QuotationSlip?

  init(_ bytes: [UInt8], _ lines: [Line], _ units: [Unit], _ language: Language) {
    self.bytes = bytes
    self.lines = lines
    self.units = units
    self.language = language
  }

  mutating func read(_ marks: [[Mark]], _ entry: LineState, open: inout OpenQuotation?) {
    self.open = open
    isInBlock = entry.place == .inQuoteBlock
    for (index, unit) in units.enumerated() {
      let marks = marks.isEmpty ? [] : marks[index]
      passLines(before: unit.extent.lowerBound)
      reading.doubleMarks += marks.reduce(0) { $0 + ($1.shape.isSingle ? 0 : 1) }
      switch unit.kind {
      case .paragraph(let opens): readText(unit, marks, isSameBlock: !opens)
      case .quoted:
        readText(unit, marks, isSameBlock: true)
        addBlockPart(unit.extent)
      case .heading:
        settle(.ends)
        readAlone(unit, marks)
      case .field: readAlone(unit, marks)
      case .attribution, .notes: settle(.ends)
      }
    }
    passLines(before: Int.max)
    open = self.open
    reading.pending = slip
  }

  /// Lines that are no unit: a date ends what is open, a blank line a quote block.
  private mutating func passLines(before place: Int) {
    while line < lines.count, lines[line].extent.lowerBound < place {
      switch lines[line].form {
      case .date, .endMark: settle(.ends)
      case .quote, .comment: break
      default: isInBlock = false
      }
      line += 1
    }
  }

  /// What is open goes on or ends here; where this passage left it open, that is now known to be a slip or none.
  private mutating func settle(_ answer: QuotationReading.Answer) {
    guard open != nil else { return }
    if let slip {
      if answer == .ends { reading.slips.append(slip) }
    } else if reading.answer == .passes {
      reading.answer = answer
    }
    open = nil
    slip = nil
  }

  private mutating func readAlone(_ unit: Unit, _ marks: [Mark]) {
    let pairing = Pairing(bytes, unit.extent, marks, language, continuing: false)
    take(pairing, unit)
    if pairing.isLeftOpen, let part = pairing.parts.last { append(unclosed(part), pairing) }
  }

  private mutating func readText(_ unit: Unit, _ marks: [Mark], isSameBlock: Bool) {
    let isInBlock = unit.kind == .quoted
    if open != nil, isBreak(bytes, unit.extent) { return settle(.ends) }
    var pairing = Pairing(bytes, unit.extent, marks, language, continuing: false)
    let isListed = isItem(unit.extent, in: bytes)
    if let open, open.mayGoOn, marks.isEmpty, isListed || isShouted(bytes, unit.extent) { return }
    if let open, open.isInBlock == isInBlock {
      if open.mayGoOn, let mark = marks.first, mark.start == unit.extent.lowerBound, mark.reminds(of: open.family) {
        settle(.goesOn)
        pairing = Pairing(bytes, unit.extent, marks, language, continuing: true)
      } else if let slip = pairing.error, slip.kind == .strayClose, slip.family.mayEnd(open.family),
        isEnd(slip.mark, of: unit.extent) || open.mayGoOn && slip.mark == marks.first?.extent
      {
        settle(.goesOn)
        return closeCarriedOn(pairing, slip, unit, isSilent: isSameBlock || isListed)
      } else if open.mayGoOn, let mark = marks.first, mark.start == unit.extent.lowerBound, mark.after != .blank {
        if mark.family.mayEnd(open.family), pairing.goesOnInOtherHand(from: mark) {
          settle(.goesOn)
          pairing = Pairing(bytes, unit.extent, marks, language, continuing: true)
        } else if open.family == .straight, mark.shape == .curlyOpen, !pairing.isLeftOpen, pairing.error == nil {
          // Quoted from another paper: a paragraph that begins with its own marks is often given none.
          settle(.goesOn)
          take(pairing, unit)
          self.open = OpenQuotation(family: open.family, mayGoOn: false, isInBlock: isInBlock)
          return
        }
      }
    }
    settle(.ends)
    take(pairing, unit)
    guard pairing.isLeftOpen, let part = pairing.parts.last else { return }
    let slip = unclosed(part)
    if pairing.error != nil { return }
    open = OpenQuotation(
      family: part.family, mayGoOn: mayGoOn(bytes, open: part, in: unit.extent), isInBlock: isInBlock)
    self.slip = slip
  }

  /// The unit ends what the one before left open, without a mark at its own start.
  private mutating func closeCarriedOn(_ pairing: Pairing, _ slip: QuotationSlip, _ unit: Unit, isSilent: Bool) {
    let start = unit.extent.lowerBound
    if unit.kind != .quoted {
      reading.parts.append(
        QuotationPart(
          family: slip.family, extent: Extent(start, slip.mark.upperBound),
          words: Extent(start, slip.mark.lowerBound), isClosed: true, isContinuation: true))
      reading.parts += pairing.parts.filter { $0.extent.lowerBound >= slip.mark.upperBound }
    }
    guard !isSilent else { return }
    reading.slips.append(
      QuotationSlip(
        .continuationOpenMissing, Extent(start, start), partner: slip.mark, family: slip.family, places: [start]))
  }

  private mutating func take(_ pairing: Pairing, _ unit: Unit) {
    if unit.kind != .quoted { reading.parts += pairing.parts }
    reading.slips += pairing.slips
  }

  private mutating func append(_ slip: QuotationSlip, _ pairing: Pairing) {
    if pairing.error == nil { reading.slips.append(slip) }
  }

  private func unclosed(_ part: QuotationPart) -> QuotationSlip {
    let mark = Extent(part.extent.lowerBound, part.words.lowerBound)
    return QuotationSlip(.unclosed, mark, family: part.family, places: placesForClose(bytes, part.words))
  }

  private mutating func addBlockPart(_ text: Extent) {
    reading.parts.append(
      QuotationPart(family: .block, extent: text, words: text, isClosed: true, isContinuation: isInBlock))
    isInBlock = true
  }
}

extension Mark {
  /// An opening mark of the same kind at the start of a paragraph.
  fileprivate func reminds(of family: MarkFamily) -> Bool {
    guard after != .blank else { return false }
    switch shape {
    case .rightGuillemet: return family == .guillemets
    case .curlyClose, .singleClose: return false
    case .singleOpen: return family == .single
    default: return self.family == family
    }
  }
}

extension Pairing {
  /// The quotation that the mark opens is left open, or closed with a mark of another kind.
  fileprivate func goesOnInOtherHand(from mark: Mark) -> Bool {
    guard error == nil else { return false }
    return isLeftOpen ? parts.count == 1 : slips.contains { $0.kind == .mixedMarks && $0.partner == mark.extent }
  }
}

extension MarkFamily {
  /// Curly and straight marks are often mixed by hand.
  fileprivate func mayEnd(_ opened: MarkFamily) -> Bool {
    self == opened || opened == .low && self == .curly || self == .straight && opened == .curly
      || self == .curly && opened == .straight
  }
}

extension PassageQuotations {
  /// Only blanks and punctuation follow the mark.
  private func isEnd(_ mark: Extent, of unit: Extent) -> Bool {
    bytes[mark.upperBound..<max(unit.upperBound, mark.upperBound)].allSatisfy { $0 <= 0x2F || $0 == 0x3A || $0 == 0x3B }
  }
}
