import Rules
import Semantics
import Syntax

/// Starts an entry of a live blog where a time of day stands alone on a line.
func entryActions(_ selection: Selection) -> [Action] {
  guard let line = selection.line, case .prose(let text, _, _) = line.form,
    let time = TimeStamp(selection.proof.words(text.from(line.base))),
    let entry = selection.proof.header.entry(at: line.range.lowerBound)
  else { return [] }
  let day = selection.proof.words(entry.valueRange).prefix(10)
  guard CivilDate(String(day)) != nil else { return [] }
  let date = Fix.Edit(text.from(line.base), "date \(day)T\(time.text)")
  let above = Fix.Edit(line.range.lowerBound..<line.range.lowerBound, selection.article.lineBreak)
  for edits in [[date], [above, date]] {
    let after = selection.header(after: edits)
    if after.entries.count == selection.proof.header.entries.count + 1,
      after.fields.count == selection.proof.header.fields.count
    {
      return [Action("Start an entry", .refactoring, edits)]
    }
  }
  return []
}

/// `12:40 p.m.`, `9.15am`, `21:05 GMT` as a date value writes it.
private struct TimeStamp {
  /// `hh:mm`, with `Z` where the zone is named.
  let text: String

  init?(_ words: String) {
    guard words.utf8.count <= 20, let start = words.first, start.isNumber else { return nil }
    let digits = words.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let numbers = digits.split { $0 == ":" || $0 == "." }
    let rest = words[digits.endIndex...].lowercased().filter { $0.isLetter || $0 == " " }
    var marks = rest.split(separator: " ").map(String.init)
    if marks.count > 1, marks[0] == "a" || marks[0] == "p", marks[1] == "m" { marks[0...1] = [marks[0] + "m"] }
    guard let hour = numbers.first.flatMap({ Int($0) }), numbers.count <= 2 else { return nil }
    let minute = numbers.count == 2 ? Int(numbers[1]) : 0
    var shift = 0
    if let half = marks.first, half == "am" || half == "pm" {
      guard (1...12).contains(hour) else { return nil }
      shift = half == "pm" ? 12 : 0
      if hour == 12 { shift -= 12 }
      marks.removeFirst()
    } else if numbers.count < 2 {
      return nil
    }
    // Another zone would have to be guessed.
    let isGreenwich = marks == ["gmt"] || marks == ["utc"] || marks == ["z"]
    guard let minute, (0..<60).contains(minute), (0..<24).contains(hour + shift), marks.isEmpty || isGreenwich else {
      return nil
    }
    text = "\(padded(hour + shift)):\(padded(minute))" + (isGreenwich ? "Z" : "")
  }
}

private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
