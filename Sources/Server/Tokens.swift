import Features
import LSP
import Semantics

/// All tokens of an article; they are kept where the client may ask later for what has changed.
func semanticTokens(_ params: DocumentOnlyParams, _ session: inout Session) throws(ResponseError) -> SemanticTokens {
  let (open, proof) = try session.proved(params.textDocument.uri)
  let data = open.tokenData(tokens(of: proof), session.client)
  guard session.client.semanticTokens.delta else { return SemanticTokens(resultID: nil, data: data) }
  // A client that dropped an answer asks on from the one before, so no two answers share a number.
  let number = (open.sentTokens?.number ?? 0) + 1
  let sent = SentTokens(number: number, tokens: SemanticTokens(resultID: "\(open.revision).\(number)", data: data))
  session.work(on: DocumentKey(params.textDocument.uri)) { $0.sentTokens = sent }
  return sent.tokens
}

/// What has changed since the last answer; all tokens for a client that has older ones.
func semanticTokensDelta(
  _ params: SemanticTokensDeltaParams, _ session: inout Session
) throws(ResponseError) -> SemanticTokensDelta {
  let old = try session.article(params.textDocument.uri).sentTokens?.tokens
  let new = try semanticTokens(DocumentOnlyParams(textDocument: params.textDocument), &session)
  guard let old, old.resultID == params.previousResultID, let resultID = new.resultID else { return .full(new) }
  return .edits(SemanticTokensDelta.Edit(from: old.data, to: new.data).map { [$0] } ?? [], resultID: resultID)
}

func semanticTokensRange(
  _ params: DocumentRangeParams, _ open: OpenArticle, _ proof: Proof, _ session: Session
) -> SemanticTokens {
  let found = tokens(in: open.offsets(of: params.range), of: proof)
  return SemanticTokens(resultID: nil, data: open.tokenData(found, session.client))
}

/// The tokens that a client was sent last.
struct SentTokens: Sendable {
  let number: Int
  let tokens: SemanticTokens
}

extension SemanticTokensDelta.Edit {
  /// The one edit that makes `new` of `old`, whole tokens only; nil where they are equal.
  init?(from old: [UInt32], to new: [UInt32]) {
    guard old != new else { return nil }
    let shorter = min(old.count, new.count)
    var same = 0
    while same < shorter, old[same] == new[same] { same += 1 }
    same -= same % 5
    var tail = 0
    while tail < shorter - same, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    tail -= tail % 5
    self.init(start: same, deleteCount: old.count - same - tail, data: Array(new[same..<new.count - tail]))
  }
}

/// The names that the numbers of tokens stand for; all are the protocol's own, so that every theme has a colour.
let tokenLegend: LSPAny = [
  "tokenTypes": .array(Token.Kind.allCases.map { .string($0.typeName) }),
  "tokenModifiers": ["declaration", "deprecated"],
]

extension Token.Kind {
  /// The kinds of symbols, where a kind of name has one: a person is a class, a place a constant.
  fileprivate var typeName: String {
    switch self {
    case .key: "keyword"
    case .number: "number"
    case .value: "property"
    case .mark: "operator"
    case .heading: "function"
    case .quotation: "string"
    case .attribution: "method"
    case .comment: "comment"
    case .person: "class"
    case .organisation: "namespace"
    case .place: "enumMember"
    case .event: "event"
    case .term: "type"
    case .name: "variable"
    }
  }
}

extension OpenArticle {
  /// Tokens end with their line for every client: what the length of a longer one counts is for each to guess.
  fileprivate func tokenData(_ tokens: [Token], _ client: ClientCapabilities) -> [UInt32] {
    let tokens = client.semanticTokens.overlapping ? tokens : flattened(tokens)
    var data: [UInt32] = []
    data.reserveCapacity(5 * tokens.count)
    var walk = PositionWalk(self)
    var last = Position(line: 0, character: 0)
    for token in tokens {
      let (start, length) = walk.measure(token.range)
      data.append(UInt32(clamping: start.line - last.line))
      data.append(UInt32(clamping: start.line == last.line ? start.character - last.character : start.character))
      data.append(UInt32(clamping: length))
      data.append(UInt32(token.kind.rawValue))
      data.append(UInt32(token.traits.rawValue))
      last = start
    }
    return data
  }
}
