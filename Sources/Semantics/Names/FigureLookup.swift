/// Finds figures by their names; made at the first question, as most casts are never asked.
final class FigureLookup: Sendable {
  private final class Table: Sendable {
    let numbers: [String: Int]

    init(_ figures: [Figure]) {
      var numbers: [String: Int] = [:]
      numbers.reserveCapacity(figures.count)
      for figure in figures where numbers[figure.name] == nil { numbers[figure.name] = figure.number }
      for figure in figures {
        for name in figure.otherNames where numbers[name] == nil { numbers[name] = figure.number }
      }
      self.numbers = numbers
    }
  }

  private let kept = Once<Table>()

  /// The figure of that canonical name or, where there is none, with that as one of its other names.
  ///
  /// `figures` are those of the one cast that the lookup belongs to.
  func number(of name: String, among figures: [Figure]) -> Int? {
    kept.value { Table(figures) }.numbers[name]
  }
}
