import Semantics

/// A long article that is to be understood as a whole: a value that any thread may work on.
package struct Proving: Sendable {
  fileprivate let key: DocumentKey
  fileprivate let revision: Int
  fileprivate let article: Article
  fileprivate let shared: [Declaration]
  fileprivate let standing: StandingProof?

  /// Walks over all names and quotations.
  package func proved() -> Proved {
    Proved(key: key, revision: revision, shared: shared, proof: Proof(article, shared: shared, after: standing))
  }
}

extension Proving: Equatable {
  /// The same text of the same article.
  package static func == (left: Proving, right: Proving) -> Bool {
    left.revision == right.revision && left.key == right.key
  }
}

/// A long article that has been understood, and what that depends on.
package struct Proved: Sendable {
  fileprivate let key: DocumentKey
  fileprivate let revision: Int
  fileprivate let shared: [Declaration]
  fileprivate let proof: Proof
}

extension Session {
  /// From this many bytes on the walk takes more than a millisecond, so it is done beside.
  private static let longWalk = 1 << 16

  /// What must be known to understand a long article; nil for a short one and for one whose proof is at hand.
  mutating func proving(of key: DocumentKey) -> Proving? {
    let shared = house(of: key).shared
    guard let open = articles[key], open.proof == nil, open.article.text.count > Session.longWalk else { return nil }
    return Proving(
      key: key, revision: open.revision, article: open.article, shared: shared, standing: open.standing)
  }

  /// Goes on with an article that is understood now; where it or a stylebook has changed since, that has asked anew.
  mutating func take(_ proved: Proved) {
    guard articles[proved.key]?.revision == proved.revision, house(of: proved.key).shared == proved.shared else {
      return
    }
    work(on: proved.key) { $0.keep(proved.proof) }
    settle(proved.key)
  }
}
