import Semantics
import Syntax

let copyAfterEnd = Rule(
  "structure/copy-after-end", .information,
  summary: "Much text follows an end mark.",
  why: """
    What follows ENDS is notes, not copy: it is not checked, not counted and not shown as part of the article. A stray
    end mark in the middle would mute the rest.
    """,
  silent: ["date 2023-11-29 It met.\n\nENDS\nNotes to editors: pictures on request."],
  reported: [longNotes],
  check: .article { proof in
    for place in proof.article.landmarks(.endMark) {
      for line in place.passage?.copy.lines ?? [] {
        guard case .endMark(let mark) = line.form, hasMuch(after: mark.from(place.start), proof.article) else {
          continue
        }
        proof.mark(
          mark.from(place.start),
          "More than \(limit) words follow and are read as notes: move the end mark down, if they are copy.")
      }
    }
  })

private let limit = 200

/// Counts the words after an end mark only as far as it must.
private func hasMuch(after mark: Range<Int>, _ article: Article) -> Bool {
  var count = 0
  for place in article.passages.from(article.passages.place(at: mark.lowerBound)) {
    for line in place.passage?.copy.lines ?? [] where line.extent.from(place.start).lowerBound >= mark.upperBound {
      guard case .notes(let text) = line.form else {
        if case .date = line.form { return false }
        continue
      }
      count += article.text.bytes(in: text.from(place.start)).split { $0 <= 0x20 }.count
      if count > limit { return true }
    }
  }
  return false
}

private let longNotes =
  """
  date 2023-11-29 It met.

  ENDS
  ▔▔▔▔ More than 200 words follow and are read as notes: move the end mark down, if they are copy.

  """ + String(repeating: "Then the members spoke about the pumps, one by one.\n", count: 21)
