import Synchronization
import Syntax

/// What one passage says of names and speakers: many times the work of a first look, so it waits until it is asked for.
package final class CloseReading: Sendable {
  package let names: PackedSightings
  /// Where nothing is quoted they wait again: they are asked for by a quotation that stands alone in the passage below or above.
  private let speakers = Once<SpeakerReadings>()
  /// How many words its paragraphs and quote blocks have: what stands between blanks.
  package var wordCount: Int { Int(countedWords) }
  private let countedWords: UInt32

  fileprivate init(_ copy: Copy, in bytes: [UInt8]) {
    // Cut once for both that read them.
    let words = words(of: copy, in: bytes)
    names = readSightings(in: bytes, units: copy.units, words, quotations: copy.parts)
    countedWords = UInt32(
      clamping: copy.units.reduce(0) { $1.kind.isStory ? $0 + countWords(bytes[$1.extent.range]) : $0 })
    if let quoted = copy.quoted { _ = speakers.value { SpeakerReadings(in: bytes, units: copy.units, words, quoted) } }
  }

  /// Who speaks in the passage, of which this is the reading.
  fileprivate func speakers(_ copy: Copy, in bytes: () -> [UInt8]) -> SpeakerReadings {
    speakers.value {
      let bytes = bytes()
      return SpeakerReadings(in: bytes, units: copy.units, words(of: copy, in: bytes), copy.quoted)
    }
  }
}

/// The words of each unit, for those of which something is asked.
private func words(of copy: Copy, in bytes: [UInt8]) -> [[Word]] {
  copy.units.map { setting(of: $0.kind) == nil || $0.isTooLong ? [] : words(of: $0, in: bytes) }
}

/// How many runs of bytes stand between blanks.
package func countWords(_ bytes: ArraySlice<UInt8>) -> Int {
  let span = bytes.span
  var (index, count) = (0, 0)
  /// The last byte is part of a word.
  var before: UInt64 = 0
  while index + 8 <= span.count {
    let eight = EightBytes(span, at: index)
    let words = eight.between(0x21, 0x7F) | eight.beyondASCII
    count += (words & ~(words &<< 8 | before)).nonzeroBitCount
    before = words &>> 56
    index += 8
  }
  var isInWord = before != 0
  while index < span.count {
    if span[index] > 0x20, !isInWord { count += 1 }
    isInWord = span[index] > 0x20
    index += 1
  }
  return count
}

/// Set once every passage of a page has been read closely.
struct ReadMark: ~Copyable, Sendable {
  private let mark = Atomic(false)

  fileprivate var isSet: Bool { mark.load(ordering: .acquiring) }

  fileprivate func set() { mark.store(true, ordering: .releasing) }
}

/// Keeps how many words the story has on one page, from the first question on.
struct WordSum: ~Copyable, Sendable {
  private let kept = Atomic(-1)

  fileprivate func sum(_ count: () -> Int) -> Int {
    let known = kept.load(ordering: .relaxed)
    if known >= 0 { return known }
    let counted = count()
    kept.store(counted, ordering: .relaxed)
    return counted
  }
}

extension Article {
  /// How many words the paragraphs and quote blocks of that page have.
  package func wordCount(ofPage page: Int) -> Int {
    let (held, base) = (passages.pages[page], passages.byteStarts[page])
    return held.wordCount.sum {
      zip(held.passages, held.byteStarts).reduce(0) { $0 + closeReading(of: $1.0, at: base + $1.1).wordCount }
    }
  }

  /// Names and speakers of the passage at `place`; nil past the last passage.
  package func closeReading(at place: Place) -> CloseReading? {
    place.passage.map { closeReading(of: $0, at: place.start) }
  }

  /// The same of a passage that starts at `start`.
  package func closeReading(of passage: Passage, at start: Int) -> CloseReading {
    passage.closeReading.value {
      CloseReading(passage.copy, in: text.bytes(in: start..<start + passage.byteCount))
    }
  }

  /// Who speaks in the passage at `place`, for each reading of single marks; nil past the last passage.
  func speakerReadings(at place: Place) -> SpeakerReadings? {
    guard let passage = place.passage else { return nil }
    return closeReading(of: passage, at: place.start).speakers(passage.copy) {
      text.bytes(in: place.start..<place.start + passage.byteCount)
    }
  }

  /// Reads closely what has not been read so yet, from page `page` on, until about `length` bytes are done.
  ///
  /// Answers the page to go on with, nil where all is read; so that a long article can be read in slices.
  package func readClosely(fromPage page: Int, about length: Int) -> Int? {
    var left = length
    for page in max(page, 0)..<max(passages.pages.count, page, 0) {
      let held = passages.pages[page]
      if held.closeReadings.isSet { continue }
      for (index, passage) in held.passages.enumerated() where !passage.closeReading.isMade {
        if left <= 0 { return page }
        _ = closeReading(at: passages.place(page: page, index: index))
        left -= passage.byteCount
      }
      held.closeReadings.set()
    }
    return nil
  }
}
