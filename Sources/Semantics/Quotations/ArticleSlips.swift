import Syntax

extension Article {
  /// Everything that is wrong with quotation marks, in order of the passages.
  package var slips: [Slip] { slips { $0 != 0 } }

  /// What is wrong with quotation marks in that way, in order of the passages.
  package func slips(of kind: QuotationSlip.Kind) -> [Slip] {
    slips { $0 & kind.bit != 0 }.filter { $0.kind == kind }
  }

  private func slips(inPagesThat mayHold: (UInt16) -> Bool) -> [Slip] {
    var found: [Slip] = []
    for (index, page) in passages.pages.enumerated() where mayHold(page.summary.slipKinds) {
      for place in passages.from(passages.place(page: index, index: 0)) {
        guard place.page == index else { break }
        found += slips(at: place)
      }
    }
    return found
  }

  /// What is wrong with the quotation marks of one passage; whether its last quotation is unclosed, the next ones tell.
  package func slips(at place: Place) -> [Slip] {
    guard let copy = place.passage?.copy else { return [] }
    var (slips, pending) = copy.slips(singles: readsSingleMarks)
    if let pending, !goesOn(after: place) { slips.append(pending) }
    return slips.map { Slip($0, from: place.start) }
  }

  /// True where a later passage goes on with the quotation that the one at `place` leaves open.
  package func goesOn(after place: Place) -> Bool {
    guard place.page < passages.pages.count else { return false }
    for passage in passages.pages[place.page].passages.dropFirst(place.index + 1) {
      if let answer = passage.copy.goesOn(singles: readsSingleMarks) { return answer }
    }
    for page in passages.pages.dropFirst(place.page + 1) {
      if let answer = page.summary.goesOn(singles: readsSingleMarks) { return answer }
    }
    return false
  }
}

extension CopySummary {
  /// Whether the page goes on with a quotation that was left open before it; nil where nothing in it decides that.
  package func goesOn(singles: Bool) -> Bool? { singles ? singlesGoOn : doublesGoOn }
}

extension Copy {
  /// What is wrong with its marks, and what is wrong unless a later passage goes on with the quotation left open.
  package func slips(singles: Bool) -> (sure: [QuotationSlip], pending: QuotationSlip?) {
    guard let quoted else { return ([], nil) }
    guard singles, let reading = quoted.singles else { return (quoted.doubles.slips, quoted.doubles.pending) }
    // Where single marks quote only for want of others, an apostrophe is likelier than a lost mark.
    return (reading.slips.filter { !$0.family.isSingle }, reading.pending.flatMap { $0.family.isSingle ? nil : $0 })
  }

  /// Whether the passage goes on with a quotation that was left open before it; nil where nothing in it decides that.
  package func goesOn(singles: Bool) -> Bool? {
    switch singles ? quoted?.singles?.answer ?? quoted?.doubles.answer : quoted?.doubles.answer {
    case nil, .passes: nil
    case .goesOn: true
    case .ends: false
    }
  }
}
