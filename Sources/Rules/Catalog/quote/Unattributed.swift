import Semantics
import Syntax

let unattributed = Rule(
  "quote/unattributed", .hint, fix: .quick,
  summary: "A quoted sentence does not say who speaks.",
  why:
    "Words without a speaker cannot be weighed. The speaker may stand in the same paragraph or in the one beside it.",
  silent: [
    "date 2023-11-29 “We have won the vote at last,” said Ana Ruiz.", "date 2023-11-29 The sign read “no entry”.",
    "date 2023-11-29 Ana Ruiz was glad.\n\n“We have won the vote at last,” she said. “It took us nine long years.”",
    "date 2023-11-29 Der Rat tagte am Mittwoch im alten Saal.\n\n„Die Pumpen kommen noch vor dem Winter an.“",
    "lang fr\ndate 2023-11-29 Le conseil siégeait.\n\n« Les pompes seront là avant que l’hiver arrive. »",
  ],
  reported: [
    """
    date 2023-11-29 The council met on Wednesday in the old hall.

    The rain stopped in the evening.

    “The pumps will be here before the winter comes.”
    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ Who says so? Name the speaker here or in the paragraph beside it.
    → Insert “TK said”
    date 2023-11-29 The council met on Wednesday in the old hall.

    The rain stopped in the evening.

    “The pumps will be here before the winter comes,” TK said.
    """
  ],
  check: .whole { proof in
    // The verbs by which speakers are found are English ones; whether the copy is takes a longer look than all the rest.
    lazy var isEnglish = proof.article.isEnglish
    for quotation in proof.quotations {
      guard quotation.attribution == nil, quotation.nature == .speech, quotation.isClosed, !quotation.isBlock,
        let first = quotation.words.first, let last = quotation.words.last, isSentence(first, last, proof.text),
        !isHeadline(quotation.range, proof.header), isEnglish
      else { continue }
      let stop = last.upperBound - 1
      let mark = proof.text.string(in: last.upperBound..<quotation.range.upperBound)
      let comma = proof.text.byte(at: stop) == UInt8(ascii: ".") ? "," : proof.text.string(in: stop..<stop + 1)
      proof.mark(
        quotation.range, "Who says so? Name the speaker here or in the paragraph beside it.",
        fixes: [Fix("Insert “TK said”", stop..<quotation.range.upperBound, "\(comma)\(mark) TK said.")])
    }
  })

/// Six words or more from a capital to a full stop.
private func isSentence(_ first: Range<Int>, _ last: Range<Int>, _ text: Text) -> Bool {
  guard let end = text.byte(at: last.upperBound - 1), [0x2E, 0x21, 0x3F].contains(end),
    let start = text.byte(at: first.lowerBound), start >= 0x41 && start <= 0x5A || start >= 0xC3
  else { return false }
  return text.bytes(in: first.lowerBound..<min(last.upperBound, first.lowerBound + 400)).split { $0 <= 0x20 }.count >= 6
}

private func isHeadline(_ range: Range<Int>, _ header: Header) -> Bool {
  // Fields stand in order, and there may be as many as quotations.
  let next = header.fields.partitioningIndex { $0.valueRange.upperBound > range.lowerBound }
  return next < header.fields.count && header.fields[next].valueRange.overlaps(range)
}
