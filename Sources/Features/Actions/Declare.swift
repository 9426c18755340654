import Rules
import Semantics
import Syntax

/// Declares the name under the cursor in the header or in the stylebook, so that its spelling is held to.
func declarations(_ selection: Selection, _ stylebook: Article?) -> [Action] {
  let proof = selection.proof
  guard let mention = proof.cast.mention(at: selection.range.lowerBound), let figure = proof.figure(of: mention),
    figure.declared == nil
  else { return [] }
  return kinds(of: figure).flatMap { kind -> [Action] in
    let line = "\(kind.rawValue) \(figure.name)"
    let edit = proof.article.headerLine(line, proof.header)
    let after = selection.header(after: [edit])
    guard after.declarations.count == proof.header.declarations.count + 1,
      after.declarations.contains(where: { $0.name == figure.name })
    else { return [] }
    let title = "Declare \(kind.phrase) \(figure.name)"
    let shared = stylebook.map { book in
      Action("\(title) in the stylebook", .refactoring, [book.lastLine(line)], in: .stylebook)
    }
    return [Action(title, .refactoring, [edit])] + (shared.map { [$0] } ?? [])
  }
}

/// What it can be: what it is taken for, or, where that is not known, the likelier ones.
private func kinds(of figure: Figure) -> [EntityKind] {
  switch figure.kind {
  case .person: [.person]
  case .org: [.org]
  case .place: [.place]
  case .event: [.event]
  case .term: [.term]
  case .unknown: [.person, .org, .place]
  }
}

extension EntityKind {
  fileprivate var phrase: String {
    switch self {
    case .person: "the person"
    case .org: "the organisation"
    case .place: "the place"
    case .event: "the event"
    case .term: "the term"
    }
  }
}
