import Semantics
import Syntax

/// On a date line's key or value: the weekday, how long ago, and what is wrong with it.
func hoverDate(at offset: Int, in proof: Proof, today: CivilDate?) -> Card? {
  guard let entry = proof.header.entry(at: offset) else { return nil }
  let range = entry.key.lowerBound..<entry.valueRange.upperBound
  guard range.contains(offset) || offset == range.upperBound else { return nil }
  var card = dateCard(entry.value, range: range, kind: "date of this entry", today: today)
  card.lines.append(.fact("Length", Length(ofEntry: entry.number, in: proof).said))
  return card
}

/// On a header key: what it is for and its shape; on the date of an `updated` or `embargo`: the day; on a `target`: how
/// far the copy is from it.
func hoverField(at offset: Int, in proof: Proof, today: CivilDate?) -> Card? {
  for field in proof.header.fields where touches(field.line, offset) {
    if touches(field.keyRange, offset) { return guideCard(FieldGuide(field.key), range: field.keyRange) }
    if field.key == .target, touches(field.valueRange, offset), let target = Int(field.value) {
      return targetCard(target, field, proof)
    }
    guard touches(field.valueRange, offset), let date = field.date, field.key == .updated || field.key == .embargo
    else { continue }
    return dateCard(date, range: field.valueRange, kind: field.key.rawValue, today: today)
  }
  for declaration in proof.header.declarations where touches(declaration.keyRange, offset) {
    return guideCard(FieldGuide(declaration.kind), range: declaration.keyRange)
  }
  return nil
}

private func targetCard(_ target: Int, _ field: Field, _ proof: Proof) -> Card {
  let words = Length(ofEntry: field.entry, in: proof).words
  let distance = words > target ? "\(counted(words - target, "word")) too many." : "\(target - words) to go."
  return Card(
    range: field.valueRange, title: counted(target, "word"), kind: "target",
    lines: [.fact("Length", counted(words, "word")), .text(distance)])
}

private func guideCard(_ guide: FieldGuide, range: Range<Int>) -> Card {
  Card(
    range: range, title: guide.key, kind: "field",
    lines: [.text(guide.purpose), .fact("Shape", guide.shape), .words(guide.example)])
}

private func dateCard(_ value: DateValue, range: Range<Int>, kind: String, today: CivilDate?) -> Card {
  guard let date = value.date else {
    let title = value.day == nil ? "\(monthName(value.month)) \(value.year)" : "No such day"
    return Card(range: range, title: title, kind: kind, lines: dateProblem(value).map { [.text($0)] } ?? [])
  }
  var lines: [Card.Line] = []
  if let today { lines.append(.text(sentence(distance(days: today.days(to: date))))) }
  if let time = value.time { lines.append(.fact("Time", timeOfDay(time))) }
  if let problem = dateProblem(value) { lines.append(.text(problem)) }
  return Card(range: range, title: "\(date.weekday.name), \(date.spelledOut)", kind: kind, lines: lines)
}

private func dateProblem(_ value: DateValue) -> String? {
  switch value.problem {
  case .month: return "There are only twelve months."
  case .day:
    let nearest = value.nearestDate.map { " The nearest day is \($0)." } ?? ""
    let days = CivilDate.dayCount(year: value.year, month: value.month)
    return "\(monthName(value.month)) \(value.year) has \(days) days.\(nearest)"
  case .time: return "There is no such time of day."
  case .zone: return "No place on earth has this offset."
  case nil: return value.isPartial ? "The day is missing: YYYY-MM-DD says which." : nil
  }
}

private func timeOfDay(_ time: DateValue.Time) -> String {
  let digits = [time.hour, time.minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  guard let zone = time.zone else { return "\(digits), no zone given" }
  guard zone != 0 else { return "\(digits) UTC" }
  let minutes = abs(zone)
  let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  return "\(digits), UTC\(zone < 0 ? "−" : "+")\(parts)"
}

private func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() + "." }
