import Syntax

extension Article {
  /// Everything that is wrong with quotation marks, in order of the passages.
  package var slips: [Slip] {
    let singles = readsSingleMarks
    var found: [Slip] = []
    for (index, page) in passages.pages.enumerated() where page.summary.hasSlips {
      for place in passages.from(passages.place(page: index, index: 0)) {
        guard place.page == index else { break }
        found += slips(at: place, singles: singles)
      }
    }
    return found
  }

  /// What is wrong with the quotation marks of one passage; whether its last quotation is unclosed, the next ones tell.
  package func slips(at place: Place) -> [Slip] { slips(at: place, singles: readsSingleMarks) }

  private func slips(at place: Place, singles: Bool) -> [Slip] {
    guard let quoted = place.passage?.copy.quoted else { return [] }
    let reading = singles ? quoted.singles ?? quoted.doubles : quoted.doubles
    var slips = reading.slips
    if let pending = reading.pending, !goesOn(after: place, singles: singles) { slips.append(pending) }
    // Where single marks quote only for want of others, an apostrophe is likelier than a lost mark.
    if singles, quoted.singles != nil { slips.removeAll { $0.family.isSingle } }
    return slips.map { Slip($0, from: place.start) }
  }

  private func goesOn(after place: Place, singles: Bool) -> Bool {
    var next = passages.place(after: place)
    while let quoted = next.passage?.copy.quoted {
      let answer = singles ? quoted.singles?.answer ?? quoted.doubles.answer : quoted.doubles.answer
      if answer != .passes { return answer == .goesOn }
      next = passages.place(after: next)
    }
    return false
  }
}
