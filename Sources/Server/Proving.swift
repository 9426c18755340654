import Rules
import Semantics

/// A long article that is to be understood as a whole: a value that any thread may work on.
package struct Proving: Sendable {
  fileprivate let key: DocumentKey
  fileprivate let revision: Int
  fileprivate let article: Article
  fileprivate let house: Workspace.House
  fileprivate let today: CivilDate?
  /// Where a question has had it understood already.
  fileprivate let proof: Proof?
  fileprivate let standing: StandingProof?
  fileprivate let look: SecondLook

  /// Walks over all names and quotations.
  package func proved() -> Proved {
    let proof = proof ?? Proof(article, shared: house.shared, after: standing)
    return Proved(
      key: key, revision: revision, house: house, today: today, proof: proof, findings: look.findings(in: proof))
  }
}

extension Proving: Equatable {
  /// The same text of the same article.
  package static func == (left: Proving, right: Proving) -> Bool {
    left.revision == right.revision && left.key == right.key
  }
}

/// A long article that has been understood, what that depends on, and what is found only then.
package struct Proved: Sendable {
  fileprivate let key: DocumentKey
  fileprivate let revision: Int
  fileprivate let house: Workspace.House
  fileprivate let today: CivilDate?
  fileprivate let proof: Proof
  fileprivate let findings: [Finding]
}

extension Session {
  /// From this many bytes on the walk takes more than a millisecond, so it is done beside.
  private static let longWalk = 1 << 16

  /// What must be known to understand a long article that has been published quickly; nil for a short one.
  mutating func proving(of key: DocumentKey) -> Proving? {
    let (today, house) = (today, house(of: key))
    guard let open = articles[key], open.article.text.count > Session.longWalk else { return nil }
    return Proving(
      key: key, revision: open.revision, article: open.article, house: house, today: today, proof: open.proof,
      standing: open.standing, look: open.checker.secondLook(at: open.article, today: today, shared: house.shared))
  }

  /// Publishes what a walk over a long article has found; where the article, a stylebook or the day has changed since, that has asked
  /// anew.
  mutating func take(_ proved: Proved) {
    let key = proved.key
    guard articles[key]?.revision == proved.revision, house(of: key) == proved.house, today == proved.today else {
      return
    }
    work(on: key) { open in
      open.keep(proved.proof)
      open.check(proved.house, today: proved.today, proof: proved.proof, .told(proved.findings))
    }
    publishSettled(key)
  }
}
