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
    didSet { proof = nil }
  }
  /// The article understood as a whole, from the first question about it until its next change.
  package internal(set) var proof: Proof?
  var checker = Checker()
  /// What the client shows.
  var bulletin = Bulletin()
  /// Nil for a client that does not ask for changes of tokens.
  var sentTokens: SentTokens?
  /// Goes up with every change to any article, so that no two texts of a session share it.
  package internal(set) var revision: Int
  let encoding: PositionEncoding
}
