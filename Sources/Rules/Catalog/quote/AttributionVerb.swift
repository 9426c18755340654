import Semantics
import Syntax

let attributionVerb = Rule(
  "quote/attribution-verb", nil, fix: .quick,
  summary: "Somebody claimed, insisted or quipped what could have been said.",
  why: "“Said” is nearly always enough; the others judge the speaker.",
  silent: ["date 2023-11-29 “We won,” she said.", "date 2023-11-29 She claimed the prize."],
  reported: [
    """
    date 2023-11-29 “We won,” she claimed.
                                  ▔▔▔▔▔▔▔ “said” says it without judging.
    → Change to “said”
    date 2023-11-29 “We won,” she said.
    """
  ],
  check: .passage(where: .quotation) { proof in
    for part in proof.copy.parts where part.isClosed {
      // The verb stands within three words of the closing mark.
      let after = proof.bytes[part.extent.upperBound..<min(part.extent.upperBound + 60, proof.bytes.count)]
      var index = after.startIndex
      for _ in 0..<3 {
        while index < after.endIndex, after[index] == 0x20 { index += 1 }
        let start = index
        while index < after.endIndex, isWordByte(after[index]) { index += 1 }
        let word = start..<index
        guard !word.isEmpty else { break }
        if loadedVerbs.contains(proof.string(word)) {
          proof.mark(word, "“said” says it without judging.", fixes: [Fix("Change to “said”", word, "said")])
          break
        }
      }
    }
  })

private let loadedVerbs: Set<String> = [
  "claimed", "insisted", "quipped", "opined", "admitted", "conceded", "boasted", "bragged", "gushed", "smirked",
  "laughed", "joked", "fumed", "mused", "retorted", "thundered",
]
