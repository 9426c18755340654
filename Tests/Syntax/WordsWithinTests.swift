import Syntax
import Testing

@Suite struct WordsWithinTests {
  @Test(arguments: ["", "the ferry", "ferry sailed", "e ferry s", "the ferry sailed", "d"])
  func holdsWhatStandsInIt(_ words: String) {
    #expect("the ferry sailed".holds(words))
  }

  @Test(arguments: ["The ferry", "ferrysailed", "sailed ", "the ferry sailed at"])
  func holdsNothingElse(_ words: String) {
    #expect(!"the ferry sailed".holds(words))
  }

  @Test func findsWordsThatBeginLikeWhatStandsBeforeThem() {
    #expect("aaab“é”".holds("aab“é"))
    #expect("".holds(""))
    #expect(!"".holds("a"))
  }
}
