/// Words with which news copy attributes; the first form of a line is for people who look for one.
let speechVerbs = WordSet(
  """
  said say says saying told tell tells telling added add adds adding asked ask asks asking
  wrote write writes writing written explained explain explains explaining noted note notes noting
  argued argue argues arguing replied reply replies replying responded respond responds responding
  recalled recall recalls recalling continued continue continues continuing concluded concludes
  declared declares declaring insisted insists insisting stated states stating tweeted tweets tweeting
  posted quipped quips joked jokes joking mused muses wondered wonders warned warns warning vowed vows vowing
  pledged pledges promised promises announced announces announcing acknowledged acknowledges conceded concedes
  admitted admits boasted boasts bragged lamented laments complained complains observed observes remarked
  remarks suggested suggests claimed claims claiming contended contends countered counters retorted shot
  shouted shouts shouting yelled yells screamed chanted chanting cried cries testified testifies urged urges
  predicted predicts confirmed confirms denied commented comments reported reiterated reiterates stressed
  stresses emphasized emphasised thundered exclaimed whispered muttered murmured sighed laughed
  repeated repeats opined reads read
  """)

/// Words by the fingerprint of their letters, only ever asked whether they hold a word.
struct WordSet: Sendable {
  private let keys: Set<UInt64>

  init(_ words: StaticString) {
    var keys: Set<UInt64> = []
    words.withUTF8Buffer { buffer in
      for word in buffer.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) { keys.insert(key(of: word)) }
    }
    self.keys = keys
  }

  func contains(_ key: UInt64) -> Bool { keys.contains(key) }

  func contains(_ word: ArraySlice<UInt8>) -> Bool { keys.contains(key(of: word)) }
}

private func key(of word: some Sequence<UInt8>) -> UInt64 {
  var fingerprint = Fingerprint()
  for byte in word { fingerprint.add(lowered(byte)) }
  return fingerprint.value
}
