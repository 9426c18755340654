import Semantics
import Syntax

let repeatedWord = Rule(
  "text/repeated-word", .information, fix: .quick,
  summary: "A small word stands twice in a row.",
  why: """
    It is the slip that the eye passes over, most of all at the end of a line. Only words that can hardly be meant twice
    count: Wagga Wagga is a place, and “he had had enough” is English.
    """,
  silent: [
    "date 2023-11-29 They moved to Wagga Wagga. He had had enough.", "date 2023-11-29 She said: “I saw the the car.”",
    "date 2023-11-29 It is to, to be clear, be opened.",
  ],
  reported: [
    """
    date 2023-11-29 The vote on the the budget was close.
                                    ▔▔▔ “the” stands here twice: delete one.
    → Delete the second “the”
    date 2023-11-29 The vote on the budget was close.
    """
  ],
  check: .passage(where: .twins) { proof in
    for unit in proof.paragraphs {
      for (last, word) in twins(in: unit, proof.bytes) {
        let text = proof.string(word)
        guard smallWords.contains(text), !proof.isQuoted(word) else { continue }
        proof.mark(
          word, "“\(text)” stands here twice: delete one.",
          fixes: [Fix("Delete the second “\(text)”", last.upperBound..<word.upperBound, "")])
      }
    }
  })

/// Words of at most five letters that stand twice with nothing but blanks between them.
private func twins(in unit: Extent, _ bytes: [UInt8]) -> [(Range<Int>, Range<Int>)] {
  var found: [(Range<Int>, Range<Int>)] = []
  var last = 0..<0
  var index = unit.lowerBound
  let span = bytes.span
  while index < unit.upperBound {
    let byte = span[index]
    guard isWordByte(byte) else {
      // Any mark between two words parts them.
      if byte > 0x20 { last = 0..<0 }
      index += 1
      continue
    }
    let start = index
    while index < unit.upperBound, isWordByte(span[index]) { index += 1 }
    let count = index - start
    if count == last.count, count <= 5, span[start] == span[last.lowerBound],
      bytes[start..<index].elementsEqual(bytes[last]), index == unit.upperBound || span[index] != UInt8(ascii: "-")
    {
      found.append((last, start..<index))
    }
    last = start..<index
  }
  return found
}

private let smallWords: Set<String> = [
  "the", "a", "an", "of", "to", "for", "and", "with", "by", "from", "at", "his", "their", "our", "your", "its", "was",
  "were", "be", "been", "will", "would", "are", "has", "have", "this", "these", "or", "but", "if", "as", "than", "into",
]
