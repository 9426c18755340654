import Syntax

/// Pairs the marks of one unit after the other, left to right; each mark is looked at once.
///
/// Its lists are filled anew for each passage and each unit and keep their room, as an article has thousands.
struct Pairing {
  private(set) var parts: [QuotationPart] = []
  private(set) var slips: [QuotationSlip] = []

  /// The last part has no closing mark.
  var isLeftOpen: Bool { parts.last.map { !$0.isClosed } ?? false }

  /// One mistake often makes several marks look wrong, so only the first of a unit is kept.
  private(set) var error: QuotationSlip?

  private struct Open {
    let family: MarkFamily
    let mark: Mark
    /// Opened by a mark that usually closes, as in »German books« and Swedish.
    let isReversed: Bool
  }

  /// The marks of the whole passage, unit by unit.
  var marks: [Mark] = []
  private var bytes: [UInt8] = []
  private var language = Language.unstated
  private var unit = Extent(0, 0)
  /// Which of the marks are those of the unit.
  private var own = 0..<0
  /// The quotation, and the marks that are open inside it.
  private var open: [Open] = []
  private var isContinuation = false
  /// The last single mark of the unit that may close.
  private var lastSingleClose: Int?

  /// Goes on to another passage.
  mutating func turn(to bytes: [UInt8], _ language: Language) {
    self.bytes = bytes
    self.language = language
    if !marks.isEmpty { marks.removeAll(keepingCapacity: true) }
  }

  /// The marks of the unit that is paired.
  var marksOfUnit: ArraySlice<Mark> { marks[own] }

  /// Pairs the marks of `unit`, which are those from `own` on.
  ///
  /// `continuing`: the first mark reminds of a quotation that an earlier paragraph left open.
  mutating func pair(_ own: Range<Int>, of unit: Extent, continuing: Bool) {
    self.own = own
    self.unit = unit
    isContinuation = continuing
    // Asked first, as emptying an empty list takes longer than asking.
    if !parts.isEmpty { parts.removeAll(keepingCapacity: true) }
    if !slips.isEmpty { slips.removeAll(keepingCapacity: true) }
    error = nil
    guard !own.isEmpty else { return }
    lastSingleClose = own.last { marks[$0].mayCloseSingle }
    for index in own { read(index) }
    if let left = open.first { endPart(left, at: unit.upperBound) }
    close(downTo: 0)
  }

  private mutating func read(_ index: Int) {
    switch marks[index].shape {
    case .straight: readStraight(index)
    case .curlyOpen: readCurlyOpen(index)
    case .curlyClose: readCurlyClose(index)
    case .low: if has(.low) { reopen(index, .low) } else { begin(index, .low) }
    case .leftGuillemet, .rightGuillemet: readGuillemet(index)
    case .twoBackquotes, .twoApostrophes: readDoubled(index)
    case .singleOpen, .singleClose, .straightSingle: readSingle(index)
    }
  }

  private func has(_ family: MarkFamily) -> Bool { open.contains { $0.family == family } }

  private mutating func readStraight(_ index: Int) {
    let mark = marks[index]
    if isFeetAndInches(index) { return }
    let opensUnit = mark.start == unit.lowerBound
    if mark.opensByPlace || opensUnit {
      if has(.straight) { reopen(index, .straight) } else { begin(index, .straight) }
    } else if has(.straight) {
      close(index, .straight)
    } else if mark.before == .digit {
      // An inch mark, unless it is all there is to close the quotation with.
      if has(.curly), !closesLater(index, .curly) { close(index, .curly) }
    } else if mark.closesByPlace {
      if let family = mixable { close(index, family) } else { stray(index, .straight) }
    } else if mark.before == .dash, mark.after.isWord {
      begin(index, .straight)
    }
  }

  /// 6'2": the second mark belongs to a height.
  private func isFeetAndInches(_ index: Int) -> Bool {
    var place = marks[index].start
    guard place > unit.lowerBound, isDigit(bytes[place - 1]) else { return false }
    while place > unit.lowerBound, isDigit(bytes[place - 1]), marks[index].start - place < 3 { place -= 1 }
    guard place - 1 > unit.lowerBound else { return false }
    if bytes[place - 1] == 0x27 { return isDigit(bytes[place - 2]) }
    return place - 4 >= unit.lowerBound && bytes[(place - 3)..<place].elementsEqual([0xE2, 0x80, 0x99])
      && isDigit(bytes[place - 4])
  }

  private mutating func readCurlyOpen(_ index: Int) {
    let mark = marks[index]
    if open.last?.family == .low, !mark.opensByPlace || language == .lowOpening { return close(index, .low) }
    guard has(.curly) else {
      if open.isEmpty || !mark.closesByPlace { begin(index, .curly) } else if let mixable { close(index, mixable) }
      return
    }
    guard mark.closesByPlace else { return reopen(index, .curly) }
    slips.append(QuotationSlip(.wrongWayRound, mark.extent, family: .curly))
    close(index, .curly)
  }

  private mutating func readCurlyClose(_ index: Int) {
    let mark = marks[index]
    if isFeetAndInches(index) { return }
    if has(.curly) { return close(index, .curly) }
    if let mixable { return close(index, mixable) }
    // A blank before it, or a colon and a word after it, and a mark to come that closes: it opens.
    let mayOpen = mark.before == .blank || mark.before == .stop && mark.after.isWord
    guard mark.opensByPlace || mayOpen && closesLater(index, .curly) else { return stray(index, .curly) }
    if language != .other { slips.append(QuotationSlip(.wrongWayRound, mark.extent, family: .curly)) }
    begin(index, .curly)
  }

  private mutating func readGuillemet(_ index: Int) {
    let mark = marks[index]
    let pointsLeft = mark.shape == .leftGuillemet
    if let outer = open.last(where: { $0.family == .guillemets }) {
      if pointsLeft == outer.isReversed { close(index, .guillemets) } else { reopen(index, .guillemets) }
    } else if pointsLeft || mark.opensByPlace {
      begin(index, .guillemets, isReversed: !pointsLeft)
    } else {
      stray(index, .guillemets)
    }
  }

  private mutating func readDoubled(_ index: Int) {
    let mark = marks[index]
    if has(.twoApostrophes) {
      if mark.opensByPlace, mark.shape == .twoBackquotes { return reopen(index, .twoApostrophes) }
      let partner = open.last { $0.family == .twoApostrophes }?.mark.extent
      if let partner {
        slips.append(QuotationSlip(.twoApostrophes, partner, partner: mark.extent, family: .twoApostrophes))
      }
      close(index, .twoApostrophes)
    } else if mark.shape == .twoBackquotes || mark.opensByPlace
      || mark.start == unit.lowerBound && closesLater(index, .twoApostrophes)
    {
      begin(index, .twoApostrophes)
    } else if mark.before != .digit, mark.closesByPlace {
      if let mixable { close(index, mixable) } else { stray(index, .twoApostrophes) }
    }
  }

  /// Only a reading in which single marks quote meets these.
  private mutating func readSingle(_ index: Int) {
    let mark = marks[index]
    if let outer = open.first {
      guard outer.family.isSingle, mark.shape != .singleOpen, mark.before != .blank, !isPossessive(index) else {
        return
      }
      return close(index, outer.family)
    }
    switch mark.shape {
    case .singleOpen where singleClosesLater(index) || language == .british: begin(index, .single)
    case .straightSingle where mark.opensByPlace && singleClosesLater(index): begin(index, .straightSingle)
    default: break
    }
  }

  private func singleClosesLater(_ index: Int) -> Bool { lastSingleClose.map { $0 > index } ?? false }

  /// The apostrophe of “the workers’ pay”, where another mark is left to close the quotation.
  private func isPossessive(_ index: Int) -> Bool {
    let mark = marks[index]
    guard mark.before == .lower, bytes[mark.start - 1] == 0x73, mark.after == .blank, mark.end + 1 < unit.upperBound,
      neighbour(after: mark.end + 1, bytes, unit.upperBound) == .lower, index + 1 < own.upperBound
    else { return false }
    return marks[index + 1].mayCloseSingle
  }

  /// The family that a mark of another kind may close.
  private var mixable: MarkFamily? {
    guard let last = open.last, !last.family.isSingle, last.family != .guillemets else { return nil }
    return last.family
  }

  /// Whether a later mark of that family closes before one opens.
  private func closesLater(_ index: Int, _ family: MarkFamily) -> Bool {
    guard index + 1 < own.upperBound else { return false }
    return marks[index + 1].closes(family)
  }
}

extension Pairing {
  private mutating func begin(_ index: Int, _ family: MarkFamily, isReversed: Bool = false) {
    // Three deep is more than any newspaper prints; below that a mark is ignored.
    guard open.count < 3 else { return }
    if let outer = open.first, outer.family.isSingle { return }
    open.append(Open(family: family, mark: marks[index], isReversed: isReversed))
  }

  private mutating func close(_ index: Int, _ family: MarkFamily) {
    guard let depth = open.lastIndex(where: { $0.family == family }) else { return }
    let ended = open[depth]
    close(downTo: depth)
    if depth == 0 {
      endPart(ended, at: marks[index].start, by: marks[index])
      if !marks[index].mayClose(family), family != .low {
        let mark = marks[index].extent
        slips.append(QuotationSlip(.mixedMarks, mark, partner: ended.mark.extent, family: family))
      }
    }
  }

  /// An opening mark where the same kind is open: a quotation inside one, or the mark between two is missing.
  private mutating func reopen(_ index: Int, _ family: MarkFamily) {
    let mark = marks[index]
    let next = index + 1 < own.upperBound ? marks[index + 1] : nil
    if let next, index + 2 < own.upperBound, next.closes(family), marks[index + 2].closes(family) {
      slips.append(QuotationSlip(.nesting, mark.extent, partner: next.extent, family: family))
      return begin(index, family)
    }
    guard let outer = open.first, outer.family == family else { return }
    let places = placesForClose(bytes, Extent(outer.mark.end, mark.start))
    add(QuotationSlip(.reopened, mark.extent, partner: outer.mark.extent, family: family, places: places))
    close(downTo: 0)
    let endsClause = mark.before == .blank && endsInStop(bytes, Extent(outer.mark.end, mark.start))
    if endsClause, mark.after == .lower, next.map({ !$0.closes(family) }) ?? true {
      return endPart(outer, at: mark.start, by: mark)
    }
    endPart(outer, at: trimmed(bytes, outer.mark.end, mark.start))
    begin(index, family)
  }

  private mutating func stray(_ index: Int, _ family: MarkFamily) {
    guard open.isEmpty, error == nil else { return }
    let start = parts.last?.extent.upperBound ?? unit.lowerBound
    let places = placesForOpen(bytes, Extent(start, marks[index].start), unitStart: unit.lowerBound)
    add(QuotationSlip(.strayClose, marks[index].extent, family: family, places: places))
  }

  private mutating func add(_ slip: QuotationSlip) {
    guard error == nil else { return }
    error = slip
    slips.append(slip)
  }

  /// Ends what is open at a place, and by a mark that stands there if it is closed.
  private mutating func endPart(_ opened: Open, at end: Int, by mark: Mark? = nil) {
    parts.append(
      QuotationPart(
        family: opened.family, extent: Extent(opened.mark.start, mark?.end ?? end), words: Extent(opened.mark.end, end),
        isClosed: mark != nil, isContinuation: isContinuation && parts.isEmpty))
  }

  private mutating func close(downTo depth: Int) {
    while open.count > depth { open.removeLast() }
  }
}

extension Mark {
  /// The kind of quotation that it would open.
  var family: MarkFamily {
    switch shape {
    case .straight: .straight
    case .curlyOpen, .curlyClose: .curly
    case .low: .low
    case .leftGuillemet, .rightGuillemet: .guillemets
    case .twoApostrophes, .twoBackquotes: .twoApostrophes
    case .singleOpen, .singleClose: .single
    case .straightSingle: .straightSingle
    }
  }

  /// A single mark that may close: it stands behind something.
  fileprivate var mayCloseSingle: Bool { shape.isSingle && shape != .singleOpen && before != .blank }

  /// A mark of the family, whichever way it points.
  fileprivate func mayClose(_ family: MarkFamily) -> Bool {
    self.family == family || family == .low && self.family == .curly || family.isSingle && shape.isSingle
  }

  /// A mark of the family that points or stands as a closing one.
  fileprivate func closes(_ family: MarkFamily) -> Bool {
    switch shape {
    case .curlyClose, .rightGuillemet: self.family == family
    case .curlyOpen: family == .low || family == .curly && closesByPlace
    default: self.family == family && !opensByPlace
    }
  }
}
