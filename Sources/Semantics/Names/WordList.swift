/// A few words divided by single blanks, each looked for by its bytes.
struct WordList: Sendable {
  private let text: StaticString

  init(_ text: StaticString) { self.text = text }

  func contains(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = text.utf8Start
    let count = text.utf8CodeUnitCount
    var word = 0
    while word < count {
      var index = word
      while index < count, start[index] != 0x20 { index += 1 }
      if index - word == range.count {
        var offset = 0
        while offset < range.count, start[word + offset] == bytes[range.lowerBound + offset] { offset += 1 }
        if offset == range.count { return true }
      }
      word = index + 1
    }
    return false
  }
}
