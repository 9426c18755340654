import Features
import Semantics
import Syntax

let readbackCommand = Command(
  name: "readback",
  usage: "readback PATH…",
  summary: "prints the sheet to tick off: names, dates, figures and quotations",
  run: readback)

private func readback(_ arguments: inout Arguments) throws(UsageError) -> Int32 {
  let reading = try readProofs(&arguments, inputName: "-")
  for (name, proof) in reading.proofs { System.print(sheet(of: proof, name)) }
  return reading.isWhole ? 0 : 2
}

private func sheet(of proof: Proof, _ name: String) -> String {
  let parts = [
    ("Names", names(proof)), ("Dates", dates(proof)), ("Figures", figures(proof)), ("Quotations", quotations(proof)),
  ]
  let body = parts.filter { !$0.1.isEmpty }.map { title, rows in
    "\(title)\n" + rows.map { "  [ ] \($0)\n" }.joined()
  }
  return "\(name): \(proof.title)\n\n" + body.joined(separator: "\n") + "\n"
}

private func names(_ proof: Proof) -> [String] {
  proof.cast.figures.filter { !proof.mentions(of: $0).isEmpty }.map { figure in
    let role = figure.role.map { ", \($0)" } ?? ""
    let kind = figure.kind == .unknown ? "" : " (\(figure.kind.word))"
    let lines = proof.mentions(of: figure).map { proof.line($0.range.lowerBound) + 1 }
    return "\(figure.name)\(role)\(kind): \(lineList(lines))"
  }
}

private func dates(_ proof: Proof) -> [String] {
  proof.header.entries.map { entry in
    let weekday = entry.value.date.map { ", \($0.weekday.name)" } ?? ""
    return "\(proof.words(entry.valueRange))\(weekday): \(lineList([proof.line(entry.valueRange.lowerBound) + 1]))"
  }
}

/// Every number in the copy with the words beside it, as numbers are what goes wrong most.
private func figures(_ proof: Proof) -> [String] {
  proof.article.places.flatMap { place in
    (place.passage?.copy.units ?? []).flatMap { unit -> [String] in
      switch unit.kind {
      case .paragraph, .quoted, .heading: break
      case .attribution, .field, .notes: return []
      }
      let words = proof.words(unit.extent.from(place.start)).split(whereSeparator: \.isWhitespace)
      let line = proof.line(unit.extent.from(place.start).lowerBound) + 1
      return words.indices.filter { words[$0].contains(where: \.isNumber) }.map { index in
        let beside = words[max(index - 2, 0)...min(index + 2, words.count - 1)].joined(separator: " ")
        return "\(words[index]): line \(line), “\(beside)”"
      }
    }
  }
}

private func quotations(_ proof: Proof) -> [String] {
  proof.quotations.map { quotation in
    let words = quotation.words.map(proof.words).joined(separator: " ").split(whereSeparator: \.isWhitespace)
    let speaker = proof.voice(of: quotation)?.name ?? "?"
    return "\(speaker): “\(words.joined(separator: " "))”: \(lineList([proof.line(quotation.range.lowerBound) + 1]))"
  }
}

private func lineList(_ lines: [Int]) -> String {
  let numbers = lines.reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
  return (numbers.count == 1 ? "line " : "lines ") + numbers.map(String.init).joined(separator: ", ")
}
