import Semantics
import Syntax

/// Articles read as a whole for a command that lists what they say.
struct ProofReading {
  let proofs: [(name: String, proof: Proof)]
  /// False where a path or a file could not be read; standard error has said which.
  let isWhole: Bool
}

/// Reads the articles that the remaining arguments name, each with what its stylebooks declare, on all cores.
func readProofs(_ arguments: inout Arguments, inputName: String) throws(UsageError) -> ProofReading {
  let paths = try arguments.operands()
  guard !paths.isEmpty else {
    throw UsageError(message: "say which articles: a file, a folder or - for standard input")
  }
  let (sources, problems) = findArticles(paths, inputName: inputName)
  for problem in problems { System.complain(problem) }
  let articles = sources.filter { !$0.isStylebook }
  let shelf = Bookshelf(for: articles)
  let read = System.onAllCores(articles.count) { index -> (name: String, proof: Proof?) in
    let source = articles[index]
    guard let bytes = source.path.map({ System.bytes(ofFile: $0) }) ?? System.readAllInput() else {
      return (source.name, nil)
    }
    return (source.name, Proof(Article(Text(bytes)), shared: shelf.books(for: source).flatMap(\.declarations)))
  }
  for (name, proof) in read where proof == nil { System.complain("cannot read \(name)") }
  let proofs = read.compactMap { read in read.proof.map { (name: read.name, proof: $0) } }
  return ProofReading(proofs: proofs, isWhole: problems.isEmpty && proofs.count == articles.count)
}
