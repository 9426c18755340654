import LSP
import Semantics
import Syntax

let quotesCommand = Command(
  name: "quotes",
  usage: "quotes [OPTIONS] PATH…",
  summary: "lists who said what, and where",
  options: """
      --by speaker            gather the quotations of each speaker
      --format FORMAT         text (default), json or csv
      --stdin-filename NAME   what to call the article read from -
    """,
  run: quotes)

private func quotes(_ arguments: inout Arguments) throws(UsageError) -> Int32 {
  var inputName = "-"
  var bySpeaker = false
  var format = QuoteFormat.text
  inputName = try arguments.takeValue("--stdin-filename") ?? inputName
  if let order = try arguments.takeValue("--by") {
    guard order == "speaker" else { throw UsageError(message: "--by takes speaker, not \(order)") }
    bySpeaker = true
  }
  if let name = try arguments.takeValue("--format") {
    guard let known = QuoteFormat(rawValue: name) else {
      throw UsageError(message: "--format is text, json or csv, not \(name)")
    }
    format = known
  }
  let reading = try readProofs(&arguments, inputName: inputName)
  var rows = reading.proofs.flatMap { quoteRows(of: $0.proof, $0.name) }
  if bySpeaker {
    // Stable, so that a speaker's quotations stay in the order of the articles.
    rows = rows.enumerated().sorted {
      ($0.element.speaker ?? "\u{10FFFF}", $0.offset) < ($1.element.speaker ?? "\u{10FFFF}", $1.offset)
    }
    .map(\.element)
  }
  System.print(format.report(rows, bySpeaker: bySpeaker))
  return reading.isWhole ? 0 : 2
}

/// A quotation as other tools take it: places count from 1, columns in code points, the end exclusive.
private struct QuoteRow {
  let path: String
  let start: Position
  let end: Position
  /// Nil where the article does not say.
  let speaker: String?
  let words: String
}

private func quoteRows(of proof: Proof, _ path: String) -> [QuoteRow] {
  proof.quotations.map { quotation in
    let text = proof.article.text
    let words = quotation.words.map(proof.words).joined(separator: " ")
    return QuoteRow(
      path: path, start: Position(quotation.range.lowerBound, in: text),
      end: Position(quotation.range.upperBound, in: text), speaker: proof.voice(of: quotation)?.name,
      words: words.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}

private enum QuoteFormat: String {
  case text, json, csv

  func report(_ rows: [QuoteRow], bySpeaker: Bool) -> String {
    switch self {
    case .text:
      bySpeaker ? textBySpeaker(rows) : rows.map { "\(place($0)): \($0.speaker ?? "—"): \($0.words)\n" }.joined()
    case .json: "[" + rows.map(object).joined(separator: ",\n ") + "]\n"
    case .csv:
      (["path,line,column,end_line,end_column,speaker,words"] + rows.map(record)).joined(separator: "\r\n") + "\r\n"
    }
  }

  private func place(_ row: QuoteRow) -> String { "\(row.path):\(row.start.line):\(row.start.column)" }

  private func textBySpeaker(_ rows: [QuoteRow]) -> String {
    var text = ""
    var last: String??
    for row in rows {
      if last != .some(row.speaker) { text += (text.isEmpty ? "" : "\n") + (row.speaker ?? "Speaker not named") + "\n" }
      last = .some(row.speaker)
      text += "  \(place(row)): \(row.words)\n"
    }
    return text
  }

  private func object(_ row: QuoteRow) -> String {
    var json = JSONWriter()
    json.object { json in
      json.field("path", row.path)
      json.field("line", row.start.line)
      json.field("column", row.start.column)
      json.field("end_line", row.end.line)
      json.field("end_column", row.end.column)
      json.field("speaker", row.speaker)
      json.field("words", row.words)
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// One record of RFC 4180.
  private func record(_ row: QuoteRow) -> String {
    let numbers = [row.start.line, row.start.column, row.end.line, row.end.column].map(String.init)
    return ([field(row.path)] + numbers + [field(row.speaker ?? ""), field(row.words)]).joined(separator: ",")
  }

  private func field(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
