import Features
import LSP
import Rules
import Semantics

/// An article that is open in the client, whose text is the client's and not the disk's.
package struct OpenArticle: Sendable {
  /// As the client spelled it when it opened the article.
  package let uri: DocumentURI
  package let languageID: String
  /// The client's number for this text; nil where it gives none.
  package internal(set) var version: Int?
  package internal(set) var article: Article {
    didSet { putProofAside() }
  }
  /// The article understood as a whole, from the first question about it until its next change.
  package internal(set) var proof: Proof?
  /// What the last proof leaves for the next.
  private(set) var standing: StandingProof?
  var checker = Checker()
  /// What the client shows.
  var bulletin = Bulletin()
  /// What was written of the last outline.
  var outlineRows = OutlineRows()
  /// Nil for a client that does not ask for changes of tokens.
  var sentTokens: SentTokens?
  /// Goes up with every change to any article, so that no two texts of a session share it.
  package internal(set) var revision: Int
  let encoding: PositionEncoding

  mutating func takeOutlineRows() -> OutlineRows {
    defer { outlineRows = OutlineRows() }
    return outlineRows
  }

  /// What was understood is now only what the next proof begins with. It lets go of the text, which would have to be
  /// copied to be changed.
  mutating func putProofAside() {
    guard let proof else { return }
    standing = proof.standing
    self.proof = nil
  }

  /// The proof, made at the first question; the next one begins with what stands, so that is not kept beside it.
  mutating func proved(shared: [Declaration]) -> Proof {
    if let proof { return proof }
    let proof = Proof(article, shared: shared, after: standing.take())
    self.proof = proof
    return proof
  }

  /// Keeps a proof of the text as it is.
  mutating func keep(_ proof: Proof) {
    self.proof = proof
    standing = nil
  }
}
