import Semantics
import Syntax

let placeholder = Rule(
  "text/placeholder", .warning, whenPublishing: .error,
  summary: "Something is still to come: TK, XXX or ???.",
  why: "Newsrooms write TK for what is to come, as no English word holds these letters. It must not be printed.",
  silent: [
    "date 2023-11-29 She works at TK Maxx and saw Rocky XXX twice. Really???",
    "date 2023-11-29 It met.\n\n// figure TK",
    "date 2023-11-29 The film is XXX-rated, as were all from ATK and TKO.",
  ],
  reported: [
    """
    date 2023-11-29 The budget is TK million, for ??? pumps.
                                  ▔▔ Still to come: fill this in.
                                                  ▔▔▔ Still to come: fill this in.
    """,
    """
    headline TKTK
             ▔▔▔▔ Still to come: fill this in.
    date 2023-11-29 It met.
    """,
  ],
  check: .passage(where: .placeholder) { proof in
    for unit in proof.printed {
      for word in standingAlone(in: unit, proof.bytes) where isPlaceholder(word, unit, proof) {
        proof.mark(word, "Still to come: fill this in.")
      }
    }
  })

/// Runs of T, K, X or `?` between blanks, brackets and punctuation.
private func standingAlone(in unit: Extent, _ bytes: [UInt8]) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var index = unit.lowerBound
  while index < unit.upperBound {
    let byte = bytes[index]
    guard byte == 0x54 || byte == 0x58 || byte == 0x3F else {
      index += 1
      continue
    }
    let start = index
    let isMark = byte == 0x3F
    while index < unit.upperBound, isMark ? bytes[index] == 0x3F : bytes[index] >= 0x41 && bytes[index] <= 0x5A {
      index += 1
    }
    let before = start > unit.lowerBound ? bytes[start - 1] : 0x20
    let after = index < unit.upperBound ? bytes[index] : 0x20
    let stands =
      isMark ? !closers.contains(before) && before <= 0x2F && !isWordByte(after) : !joins(before) && !joins(after)
    if stands, index - start >= 2 { found.append(start..<index) }
  }
  return found
}

/// What may stand before question marks that belong to a sentence.
private let closers: Set<UInt8> = [0x21, 0x22, 0x27, 0x29, 0x2E, 0x2C]

private func joins(_ byte: UInt8) -> Bool {
  isWordByte(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "/")
    || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "'")
}

private func isPlaceholder(_ range: Range<Int>, _ unit: Extent, _ proof: PassageProof) -> Bool {
  let word = proof.bytes[range]
  switch word.first {
  case UInt8(ascii: "?"): return word.count >= 3
  case UInt8(ascii: "X"):
    // Thirty in Roman numerals follows a name: Super Bowl XXX.
    return word.count >= 3 && word.allSatisfy { $0 == 0x58 } && !capital(before: range.lowerBound, unit, proof.bytes)
  default:
    let isTK = word.count % 2 == 0 && word.enumerated().allSatisfy { $1 == ($0 % 2 == 0 ? 0x54 : 0x4B) }
    return isTK && (word.count > 2 || !capital(after: range.upperBound, unit, proof.bytes))
  }
}

private func capital(before place: Int, _ unit: Extent, _ bytes: [UInt8]) -> Bool {
  var index = place - 1
  while index > unit.lowerBound, bytes[index] == 0x20 { index -= 1 }
  while index > unit.lowerBound, isWordByte(bytes[index - 1]) { index -= 1 }
  return index >= unit.lowerBound && index < place - 1 && bytes[index] >= 0x41 && bytes[index] <= 0x5A
}

private func capital(after place: Int, _ unit: Extent, _ bytes: [UInt8]) -> Bool {
  place + 1 < unit.upperBound && bytes[place] == 0x20 && bytes[place + 1] >= 0x41 && bytes[place + 1] <= 0x5A
}
