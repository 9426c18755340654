import Semantics
import Syntax

let datelineMismatch = Rule(
  "time/dateline-mismatch", .information,
  summary: "The dateline and the date line are more than a day apart.",
  why:
    "The place and day with which wire copy begins say when it was filed; a day later it may be printed, a week later something is wrong.",
  silent: [
    "date 2023-11-29 PORT ELLERY, Nov. 28 – The council met.", "date 2023-11 PORT ELLERY, Oct. 2 – The council met.",
    "date 2023-11-29 On Nov. 2 the council met.",
  ],
  reported: [
    """
    date 2023-11-29 PORT ELLERY, Nov. 26 – The council met.
         ▔▔▔▔▔▔▔▔▔▔ ↳ dated here
                                 ▔▔▔▔▔▔▔ 3 days before the date above: check which is right.
    """
  ],
  check: .header { proof in
    for entry in proof.header.entries {
      guard let published = entry.value.date, let body = entry.body else { continue }
      let start = body.lowerBound..<min(body.upperBound, body.lowerBound + 80)
      let bytes = proof.bytes(start)
      guard let mention = dateMentions(in: bytes, Extent(0, bytes.count)).first, mention.weekday == nil,
        isDatelinePlace(bytes[..<mention.extent.lowerBound])
      else { continue }
      let filed = [mention.year ?? published.year, published.year - 1, published.year + 1].lazy
        .compactMap { mention.date(inYear: $0) }.min { abs(published.days(to: $0)) < abs(published.days(to: $1)) }
      guard let filed else { continue }
      let days = published.days(to: filed)
      guard abs(days) > 1 else { continue }
      proof.mark(
        mention.extent.from(start.lowerBound),
        "\(abs(days)) days \(days < 0 ? "before" : "after") the date above: check which is right.",
        related: [.init(range: entry.valueRange, message: "dated here")])
    }
  })

/// A place in capitals and a comma: `PORT ELLERY, `, `GAZA (Wire) `.
private func isDatelinePlace(_ bytes: ArraySlice<UInt8>) -> Bool {
  let letters = bytes.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "(") }.filter {
    isLetter($0) || $0 >= 0x80
  }
  return letters.count >= 3 && letters.count < bytes.count && letters.allSatisfy { $0 <= 0x5A || $0 >= 0x80 }
}
