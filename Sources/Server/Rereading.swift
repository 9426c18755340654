import LSP
import Semantics

/// A request that needs closed files as they are at this moment, whatever the archive remembers of them.
struct Rereading: Sendable {
  let id: RequestID
  let method: String
  let params: JSON
  /// Those that have not come yet.
  var files: Set<DocumentKey>
  /// Those that have come and could be read.
  var articles: [OpenArticle] = []
}

extension Session {
  /// Asks for the files that a request needs, and keeps it until they have come.
  mutating func put(off request: Rereading) {
    rereading = request
    for key in request.files.sorted() { effects.append(.read(key, within: root(of: key) ?? key)) }
  }

  /// Takes in a file that was asked for; with the last one the request is answered.
  mutating func goOn(with key: DocumentKey, _ bytes: [UInt8]?) {
    guard var request = rereading, request.files.remove(key) != nil else { return }
    if let bytes, bytes.count <= Workspace.largestArticle {
      request.articles.append(OpenArticle(closed: key, Article(closed: key, bytes), encoding))
    } else {
      log(.warning, "\(key.uri) cannot be read and stays as it is")
    }
    rereading = request
    guard request.files.isEmpty else { return }
    answerNow(request.id, request.method, request.params)
    rereading = nil
    effects.append(.wake(after: 0))
  }
}
