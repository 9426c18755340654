import Rules
import Semantics
import Syntax

let queriesCommand = Command(
  name: "queries",
  usage: "queries PATH…",
  summary: "lists what is still open: TK, XXX, ??? and // ? comments",
  run: queries)

private func queries(_ arguments: inout Arguments) throws(UsageError) -> Int32 {
  let reading = try readProofs(&arguments, inputName: "-")
  var count = 0
  for (name, proof) in reading.proofs {
    for query in openQueries(of: proof.article) {
      let place = Position(query.lowerBound, in: proof.article.text)
      System.print("\(name):\(place.line):\(place.column): \(proof.words(query))\n")
      count += 1
    }
  }
  System.complain(count == 0 ? "nothing is open" : "\(count) open")
  return reading.isWhole ? 0 : 2
}
