import Rules
import Semantics
import Support
import Syntax
import Testing

/// Laws of reading, over the seeds, their beginnings, and what becomes of them under random edits.
@Suite struct ReadingLaws {
  @Test func linesLaidEndToEndAreTheText() {
    var dice = Dice("laid")
    for seed in Seeds.all {
      for _ in 0..<12 {
        let part = Text(seed.text.bytes(in: 0..<dice.below(seed.text.count + 1)))
        expectLossless(part, seed.name)
      }
      expectLossless(seed.text, seed.name)
    }
  }

  @Test(arguments: Seeds.all.map(\.name))
  func editedEqualsFresh(name: String) throws {
    let seed = try #require(Seeds.all.first { $0.name == name })
    expectEditedEqualsFresh(seed.text, name, edits: 48, comparedEvery: 8)
  }

  /// Many pages and chunks.
  @Test func editedEqualsFreshInALongArticle() {
    let all = Seeds.all.flatMap { $0.text.allBytes + Array("\n\n".utf8) }
    expectEditedEqualsFresh(Text(all + all), "long", edits: 60, comparedEvery: 30)
  }

  @Test func editedEqualsFreshFromNothing() { expectEditedEqualsFresh(Text(), "nothing", edits: 200, comparedEvery: 5) }

  /// Edits in rows, near each other and far apart, are read as one.
  @Test func editedInRowsEqualsFresh() {
    let all = Seeds.all.flatMap { $0.text.allBytes + Array("\n\n".utf8) }
    expectEditedEqualsFresh(Text(all + all), "rows in a long article", edits: 120, comparedEvery: 12, inRowsOf: 12)
    for seed in Seeds.all {
      expectEditedEqualsFresh(seed.text, "rows in \(seed.name)", edits: 60, comparedEvery: 6, inRowsOf: 6)
    }
    expectEditedEqualsFresh(Text(), "rows in nothing", edits: 120, comparedEvery: 4, inRowsOf: 4)
  }

  /// Passages begin and end where their first lines get words and lose them, byte by byte: 0xC2 0xA0 is a blank.
  @Test func cutsFollowEditsOfFirstBytes() {
    var dice = Dice("cuts")
    let pieces: [[UInt8]] = [[0x61], [0x20], [0x0A], [0x0D], [0xC2], [0xA0], Array(repeating: 0x62, count: 101)]
    for round in 0..<4000 {
      let bytes = (0..<dice.below(9)).flatMap { _ in dice.pick(pieces) }
      var article = Article(Text(bytes))
      let low = dice.below(bytes.count + 1)
      article.replace(low..<min(low + dice.below(3), bytes.count), with: dice.once(in: 4) ? [] : dice.pick(pieces))
      let fresh = Article(article.text)
      #expect(article.passages.byteStarts == fresh.passages.byteStarts, "round \(round)")
      #expect(article.places.map(\.start) == fresh.places.map(\.start), "round \(round): \(bytes) at \(low)")
    }
  }

  private func expectLossless(_ text: Text, _ name: String) {
    var laid: [UInt8] = []
    for place in Article(text).places {
      guard let passage = place.passage else { continue }
      let bytes = text.bytes(in: place.start..<place.end)
      for line in passage.copy.lines {
        #expect(line.extent.lowerBound + place.start == laid.count, "\(name), cut at \(text.count)")
        laid += bytes[line.extent.range]
      }
    }
    #expect(laid == text.allBytes, "\(name), cut at \(text.count)")
  }

  private func expectEditedEqualsFresh(
    _ text: Text, _ name: String, edits: Int, comparedEvery period: Int, inRowsOf length: Int = 1
  ) {
    var dice = Dice("edited \(name)")
    var article = Article(text)
    var checker = Checker()
    var done: [Edit] = []
    for step in stride(from: length, through: edits, by: length) {
      article.edit { draft in
        for _ in 0..<length {
          // Typing goes on where the edit before it ended.
          let edit = dice.once(in: 3) ? done.last.map { $0.goneOn(in: draft.text) } : nil
          done.append(edit ?? Edit.random(in: draft.text, &dice))
          draft.replace(done[done.count - 1].range, with: done[done.count - 1].words)
        }
      }
      guard step % period == 0 else { continue }
      let fresh = Article(Text(article.text.allBytes))
      #expect(article.quotedRanges == fresh.quotations.map(\.range), "\(name), step \(step)")
      var freshChecker = Checker()
      let different = difference(
        facts(of: article, findings: checker.findings(in: article)),
        facts(of: fresh, findings: freshChecker.findings(in: fresh)))
      guard let different else { continue }
      Issue.record("\(name), LAWS_SEED=\(Dice.seed), step \(step), after \(done.suffix(period)):\n\(different)")
      return
    }
  }
}
