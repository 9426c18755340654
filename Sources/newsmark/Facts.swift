import LSP
import Semantics
import Syntax

let factsCommand = Command(
  name: "facts",
  usage: "facts --jsonl [--doubled-marks]",
  summary: "reads articles, one JSON object a line, and writes who and what they name and whom they quote",
  options: """
      --jsonl           read {"id", "text"} from standard input, one a line; offsets count code points
      --doubled-marks   list quotations in two apostrophes or backquotes too, which annotated archives leave unmarked
    """,
  run: facts)

/// Reads to the end of standard input; 1 where a line was no article, as the others are still read.
private func facts(_ arguments: inout Arguments) throws(UsageError) -> Int32 {
  guard arguments.takeFlag("--jsonl") else { throw UsageError(message: "say --jsonl and give articles, one a line") }
  let takesDoubled = arguments.takeFlag("--doubled-marks")
  if let path = try arguments.operands().first { throw UsageError(message: "it reads standard input, not \(path)") }
  var rest: [UInt8] = []
  var number = 0
  var isWhole = true
  func answer(_ line: [UInt8]) {
    number += 1
    guard line.contains(where: { $0 > 0x20 }) else { return }
    let (answer, isRight) = factsLine(line, number: number, takesDoubled: takesDoubled)
    System.print(answer + [UInt8(ascii: "\n")])
    isWhole = isWhole && isRight
  }
  var bytes: [UInt8] = []
  while true {
    bytes.removeAll(keepingCapacity: true)
    switch System.readInput(to: &bytes) {
    case .bytes:
      var start = 0
      while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
        answer(rest + bytes[start..<end])
        rest.removeAll(keepingCapacity: true)
        start = end + 1
      }
      rest += bytes[start...]
    case .nothing: continue
    case .end:
      if !rest.isEmpty { answer(rest) }
      return isWhole ? 0 : 1
    }
  }
}

/// The facts of the article in one line of JSON, or what is wrong with the line.
private func factsLine(_ line: [UInt8], number: Int, takesDoubled: Bool) -> (line: [UInt8], isRight: Bool) {
  let json: JSON
  do { json = try JSON(parsing: line) } catch {
    return (complaint("the line is no JSON", number), false)
  }
  let id = json["id"]
  guard id.string != nil || id.numberText != nil else { return (complaint("there is no id", number), false) }
  guard let text = json["text"].utf8 else { return (complaint("there is no text", number), false) }
  var writer = JSONWriter()
  writer.object { json in
    json.key("id")
    if let name = id.string { json.string(name) } else { json.literal(id.numberText ?? "0") }
    let proof = Proof(Article(Text(text)))
    let columns = CodePoints(text)
    writeEntities(proof, columns, to: &json)
    writeQuotes(proof, columns, takesDoubled: takesDoubled, to: &json)
  }
  return (writer.bytes, true)
}

private func complaint(_ error: String, _ number: Int) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { json in
    json.field("line", number)
    json.field("error", error)
  }
  return writer.bytes
}

private func writeEntities(_ proof: Proof, _ columns: CodePoints, to json: inout JSONWriter) {
  json.key("entities")
  json.array { json in
    for mention in proof.cast.mentions {
      guard let figure = proof.figure(of: mention), let type = type(of: figure.kind) else { continue }
      json.object { json in
        json.field("start", columns.count(before: mention.range.lowerBound))
        json.field("end", columns.count(before: mention.range.upperBound))
        json.field("type", type)
        json.field("canonical", figure.name)
      }
    }
  }
}

private func writeQuotes(_ proof: Proof, _ columns: CodePoints, takesDoubled: Bool, to json: inout JSONWriter) {
  json.key("quotes")
  json.array { json in
    for quotation in proof.quotations where quotation.nature == .speech {
      guard takesDoubled || quotation.family != .twoApostrophes else { continue }
      json.object { json in
        json.field("start", columns.count(before: quotation.range.lowerBound))
        json.field("end", columns.count(before: quotation.range.upperBound))
        guard let speaker = quotation.attribution?.speaker else { return }
        json.field("speaker_start", columns.count(before: speaker.mention.lowerBound))
        json.field("speaker_end", columns.count(before: speaker.mention.upperBound))
        json.field("speaker_text", proof.words(speaker.mention))
        let name = speaker.isName ? proof.words(speaker.mention) : nil
        json.field("speaker_canonical", ifPresent: proof.voice(of: quotation)?.figure?.name ?? name)
      }
    }
  }
}

/// Nil for a term, which is no name.
private func type(of kind: Figure.Kind) -> String? {
  switch kind {
  case .person: "PER"
  case .org, .unknown: "ORG"
  case .place: "LOC"
  case .event: "EVENT"
  case .term: nil
  }
}

/// Byte offsets as numbers of Unicode code points.
private struct CodePoints {
  private static let step = 32
  private let bytes: [UInt8]
  /// Code points before each multiple of `step`.
  private var counts: [Int] = [0]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    counts.reserveCapacity(bytes.count / Self.step + 1)
    var count = 0
    for start in stride(from: 0, through: bytes.count - Self.step, by: Self.step) {
      count += firstBytes(in: start..<start + Self.step)
      counts.append(count)
    }
  }

  func count(before offset: Int) -> Int {
    let offset = min(max(offset, 0), bytes.count)
    let index = min(offset / Self.step, counts.count - 1)
    return counts[index] + firstBytes(in: index * Self.step..<offset)
  }

  private func firstBytes(in range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}
