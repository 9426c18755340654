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
  check: .passage { proof in
    for unit in proof.paragraphs {
      var last = 0..<0
      var index = unit.lowerBound
      while index < unit.upperBound {
        guard isWordByte(proof.bytes[index]) else {
          // Any mark between two words parts them.
          if proof.bytes[index] > 0x20 { last = 0..<0 }
          index += 1
          continue
        }
        let start = index
        while index < unit.upperBound, isWordByte(proof.bytes[index]) { index += 1 }
        let word = start..<index
        if word.count == last.count, word.count <= 5, proof.bytes[word] == proof.bytes[last],
          smallWords.contains(proof.string(word)), !proof.isQuoted(word),
          index == unit.upperBound || proof.bytes[index] != UInt8(ascii: "-")
        {
          let text = proof.string(word)
          proof.mark(
            word, "“\(text)” stands here twice: delete one.",
            fixes: [Fix("Delete the second “\(text)”", last.upperBound..<word.upperBound, "")])
        }
        last = word
      }
    }
  })

private let smallWords: Set<String> = [
  "the", "a", "an", "of", "to", "for", "and", "with", "by", "from", "at", "his", "their", "our", "your", "its", "was",
  "were", "be", "been", "will", "would", "are", "has", "have", "this", "these", "or", "but", "if", "as", "than", "into",
]
