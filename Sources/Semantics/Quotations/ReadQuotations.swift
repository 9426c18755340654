import Syntax

/// Both readings of a passage that says something of quotations: single marks are apostrophes, or they quote.
final class QuotationReadings: Sendable {
  let doubles: QuotationReading
  // A list, as hardly any passage has one and an optional would take its room in all of them.
  private let others: [QuotationReading]
  /// Nil where it is the same.
  var singles: QuotationReading? { others.first }

  fileprivate init(_ doubles: QuotationReading, singles: QuotationReading? = nil) {
    self.doubles = doubles
    others = singles.map { [$0] } ?? []
  }
}

extension Unit.Kind {
  var bearsQuotations: Bool {
    switch self {
    case .paragraph, .quoted, .heading, .field(.headline), .field(.dek): true
    case .attribution, .field, .notes: false
    }
  }
}

/// Pairs the quotation marks of one passage after the other and follows an open quotation into the next.
///
/// Of a passage that it has read it keeps nothing but the room that its lists took.
struct QuotationReader {
  private var reading = QuotationReading()
  private var pairing = Pairing()
  private var bytes: [UInt8] = []
  private var lines: [Line] = []
  private var units: Units = []
  /// The next line to pass on the way to the next unit, and its first mark.
  private var line = 0
  private var mark = 0
  private var isInBlock = false
  /// The quotation left open by the last paragraph, and the slip that it is unless it goes on.
  private var open: OpenQuotation?
  private var slip: QuotationSlip?

  /// Nil where nothing is quoted and no mark stands, and nothing is open; `entry` is the state of the lines before.
  mutating func read(
    _ bytes: [UInt8], lines: [Line], units: Units, from entry: LineState, language: Language,
    _ state: inout QuotationState
  ) -> QuotationReadings? {
    pairing.turn(to: bytes, language)
    // Who holds a list keeps it from being filled again where it is.
    defer { pairing.turn(to: [], .unstated) }
    var quotes = state.doubles != nil || state.singles != nil
    for unit in units where unit.kind.bearsQuotations {
      findMarks(in: bytes, unit.extent, to: &pairing.marks)
      quotes = quotes || unit.kind == .quoted
    }
    guard quotes || !pairing.marks.isEmpty else { return nil }
    (self.bytes, self.lines, self.units) = (bytes, lines, units)
    defer { (self.bytes, self.lines, self.units) = ([], [], []) }
    if language == .british {
      let reading = readOnce(entry, open: &state.doubles)
      state.singles = state.doubles
      return QuotationReadings(reading)
    }
    guard state.singles != state.doubles || pairing.marks.contains(where: \.shape.isSingle) else {
      let reading = readOnce(entry, open: &state.doubles)
      state.singles = state.doubles
      return QuotationReadings(reading)
    }
    let marks = pairing.marks
    pairing.marks.removeAll(where: \.shape.isSingle)
    let doubles = readOnce(entry, open: &state.doubles)
    pairing.marks = marks
    return QuotationReadings(doubles, singles: readOnce(entry, open: &state.singles))
  }

  /// Reads the passage in one way, unit by unit.
  private mutating func readOnce(_ entry: LineState, open: inout OpenQuotation?) -> QuotationReading {
    self.open = open
    isInBlock = entry.isInQuoteBlock
    (line, mark) = (0, 0)
    for unit in units {
      passLines(before: unit.extent.lowerBound)
      let first = mark
      while mark < pairing.marks.count, pairing.marks[mark].start < unit.extent.upperBound {
        if !pairing.marks[mark].shape.isSingle { reading.hasDoubleMarks = true }
        mark += 1
      }
      switch unit.kind {
      case .paragraph(let opens): readText(unit, first..<mark, isSameBlock: !opens)
      case .quoted:
        readText(unit, first..<mark, isSameBlock: true)
        addBlockPart(unit.extent)
      case .heading:
        settle(.ends)
        readAlone(unit, first..<mark)
      case .field: readAlone(unit, first..<mark)
      case .attribution, .notes: settle(.ends)
      }
    }
    passLines(before: Int.max)
    open = self.open
    self.open = nil
    var made = QuotationReading()
    swap(&made, &reading)
    made.pending = slip
    slip = nil
    return made
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

  private mutating func readAlone(_ unit: Unit, _ marks: Range<Int>) {
    pairing.pair(marks, of: unit.extent, continuing: false)
    take(unit)
    if pairing.isLeftOpen, pairing.error == nil, let part = pairing.parts.last { reading.slips.append(unclosed(part)) }
  }

  private mutating func readText(_ unit: Unit, _ marks: Range<Int>, isSameBlock: Bool) {
    if open != nil, isBreak(bytes, unit.extent) { return settle(.ends) }
    pairing.pair(marks, of: unit.extent, continuing: false)
    if let open, readsOn(unit, marks, from: open, isSameBlock: isSameBlock) { return }
    settle(.ends)
    take(unit)
    guard pairing.isLeftOpen, let part = pairing.parts.last else { return }
    if pairing.error != nil { return }
    slip = unclosed(part)
    open = OpenQuotation(
      family: part.family, mayGoOn: mayGoOn(bytes, open: part, in: unit.extent), isInBlock: unit.kind == .quoted)
  }

  /// True where the unit is read as one that stands inside or ends the quotation that is open.
  private mutating func readsOn(
    _ unit: Unit, _ marks: Range<Int>, from open: OpenQuotation, isSameBlock: Bool
  ) -> Bool {
    let isInBlock = unit.kind == .quoted
    let isListed = isItem(unit.extent, in: bytes)
    let first = pairing.marksOfUnit.first
    if open.mayGoOn, first == nil, isListed || isShouted(bytes, unit.extent) { return true }
    guard open.isInBlock == isInBlock else { return false }
    let opener = first.flatMap { $0.start == unit.extent.lowerBound ? $0 : nil }
    if open.mayGoOn, let opener, opener.reminds(of: open.family) {
      settle(.goesOn)
      pairing.pair(marks, of: unit.extent, continuing: true)
    } else if let slip = pairing.error, slip.kind == .strayClose, slip.family.mayEnd(open.family),
      isEnd(slip.mark, of: unit.extent) || open.mayGoOn && slip.mark == first?.extent
    {
      settle(.goesOn)
      closeCarriedOn(slip, unit, isSilent: isSameBlock || isListed)
      return true
    } else if open.mayGoOn, let opener, opener.after != .blank {
      if opener.family.mayEnd(open.family), pairing.goesOnInOtherHand(from: opener) {
        settle(.goesOn)
        pairing.pair(marks, of: unit.extent, continuing: true)
      } else if open.family == .straight, opener.shape == .curlyOpen, !pairing.isLeftOpen, pairing.error == nil {
        // Quoted from another paper: a paragraph that begins with its own marks is often given none.
        settle(.goesOn)
        take(unit)
        self.open = OpenQuotation(family: open.family, mayGoOn: false, isInBlock: isInBlock)
        return true
      }
    }
    return false
  }

  /// The unit ends what the one before left open, without a mark at its own start.
  private mutating func closeCarriedOn(_ slip: QuotationSlip, _ unit: Unit, isSilent: Bool) {
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

  private mutating func take(_ unit: Unit) {
    if !pairing.parts.isEmpty, unit.kind != .quoted { reading.parts += pairing.parts }
    if !pairing.slips.isEmpty { reading.slips += pairing.slips }
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

extension QuotationReader {
  /// Only blanks and punctuation follow the mark.
  private func isEnd(_ mark: Extent, of unit: Extent) -> Bool {
    bytes[mark.upperBound..<max(unit.upperBound, mark.upperBound)].allSatisfy { $0 <= 0x2F || $0 == 0x3A || $0 == 0x3B }
  }
}
