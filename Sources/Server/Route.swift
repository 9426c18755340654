import LSP
import Semantics

/// One row of the route table: how a method is answered, and what the client is told of it.
package struct Route: Sendable {
  /// A result that waits for the id of the request it belongs to.
  typealias Result = @Sendable (RequestID) -> Outgoing

  typealias Reads = @Sendable (JSON, inout Session) -> [DocumentKey]

  enum Kind: Sendable {
    case request(@Sendable (JSON, inout Session) throws(ResponseError) -> Result)
    case notification(@Sendable (JSON, inout Session) throws(ResponseError) -> Void)
    /// A notification that is taken together with those of its kind that wait right behind it; what is wrong with any comes
    /// back.
    case row(@Sendable (JSON, [JSON], inout Session) -> [ResponseError])
    case command(@Sendable ([JSON], inout Session) throws(ResponseError) -> LSPAny)
  }

  package let method: String
  let declares: [Capability]
  let kind: Kind
  /// The files that have to be read again before the request is answered; nil where the session knows enough.
  var reads: Reads?

  /// A request that may change the session.
  static func request<Params: JSONReadable & Sendable, Answer: JSONWritable & Sendable>(
    _ method: String, declares: Capability...,
    run: @escaping @Sendable (Params, inout Session) throws(ResponseError) -> Answer
  ) -> Route {
    Route(
      method: method, declares: declares,
      kind: .request { (json, session) throws(ResponseError) in
        let answer = try run(try Params(json), &session)
        return { .response(to: $0, answer) }
      })
  }

  /// A request about one open article, which changes nothing.
  static func document<Params: DocumentParams, Answer: JSONWritable & Sendable>(
    _ method: String, declares: Capability...,
    run: @escaping @Sendable (Params, OpenArticle, Session) throws(ResponseError) -> Answer
  ) -> Route {
    Route(
      method: method, declares: declares,
      kind: .request { (json, session) throws(ResponseError) in
        let params = try Params(json)
        let answer = try run(params, try session.article(params.textDocument.uri), session)
        return { .response(to: $0, answer) }
      })
  }

  /// A request about what one open article says as a whole; `reads` are the closed files that it needs as they are now.
  static func proof<Params: DocumentParams, Answer: JSONWritable & Sendable>(
    _ method: String, declares: Capability...,
    reads: (@Sendable (Params, OpenArticle, Proof, Session) -> [DocumentKey])? = nil,
    run: @escaping @Sendable (Params, OpenArticle, Proof, Session) throws(ResponseError) -> Answer
  ) -> Route {
    var route = Route(
      method: method, declares: declares,
      kind: .request { (json, session) throws(ResponseError) in
        let params = try Params(json)
        let (open, proof) = try session.proved(params.textDocument.uri)
        let answer = try run(params, open, proof, session)
        return { .response(to: $0, answer) }
      })
    guard let reads else { return route }
    route.reads = { json, session in
      guard let params = try? Params(json), let (open, proof) = try? session.proved(params.textDocument.uri) else {
        return []
      }
      return reads(params, open, proof, session)
    }
    return route
  }

  /// A notification.
  static func notification<Params: JSONReadable & Sendable>(
    _ method: String, declares: Capability...,
    run: @escaping @Sendable (Params, inout Session) throws(ResponseError) -> Void
  ) -> Route {
    Route(
      method: method, declares: declares,
      kind: .notification { (json, session) throws(ResponseError) in try run(try Params(json), &session) })
  }

  /// A notification that often comes many times in a row.
  static func row<Params: JSONReadable & Sendable>(
    _ method: String, declares: Capability..., run: @escaping @Sendable ([Params], inout Session) -> [ResponseError]
  ) -> Route {
    Route(
      method: method, declares: declares,
      kind: .row { (first, more, session) in
        var row: [Params] = []
        var faults: [ResponseError] = []
        func read(_ json: JSON) {
          do throws(ResponseError) { row.append(try Params(json)) } catch { faults.append(error) }
        }
        read(first)
        for json in more { read(json) }
        return faults + run(row, &session)
      })
  }

  /// A command of `workspace/executeCommand`, by its name.
  static func command(
    _ name: String, run: @escaping @Sendable ([JSON], inout Session) throws(ResponseError) -> LSPAny
  ) -> Route {
    Route(
      method: name, declares: [.with("executeCommandProvider.commands", [.string(name)])], kind: .command(run))
  }
}

/// Parameters that nobody reads.
struct NoParams: JSONReadable {
  init(_ json: JSON) {}
}
