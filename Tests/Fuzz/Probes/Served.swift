import LSP
import Server

/// A server in a workspace of three articles that has been greeted; starting from a copy is cheap.
func greetedServer(encodings: [String], pulls: Bool) -> LanguageServer {
  greeted[encodings.first ?? "", default: [:]][pulls] ?? greet(encodings.first ?? "", pulls)
}

private let greeted: [String: [Bool: LanguageServer]] = {
  var all: [String: [Bool: LanguageServer]] = [:]
  for encoding in ["", "utf-8", "utf-16", "utf-32"] {
    for pulls in [false, true] { all[encoding, default: [:]][pulls] = greet(encoding, pulls) }
  }
  return all
}()

private func greet(_ encoding: String, _ pulls: Bool) -> LanguageServer {
  var server = LanguageServer(version: "0")
  let offered = encoding.isEmpty ? "[]" : "[\"\(encoding)\"]"
  let pulling = pulls ? #""diagnostic":{},"# : ""
  let params = #"""
    {"processId":null,"rootUri":"file:///n","capabilities":{"general":{"positionEncodings":\#(offered)},
    "textDocument":{\#(pulling)"publishDiagnostics":{"versionSupport":true,"relatedInformation":true},
    "documentSymbol":{"hierarchicalDocumentSymbolSupport":true},"foldingRange":{},"documentLink":{},
    "callHierarchy":{},"linkedEditingRange":{},"rename":{"prepareSupport":true},
    "semanticTokens":{"requests":{"full":{"delta":true},"range":true}},
    "codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":[]}}}}}}
    """#
  for body in [
    #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":\#(params)}"#,
    #"{"jsonrpc":"2.0","method":"initialized","params":{}}"#,
  ] { _ = settled(&server, .message(Body(Array(body.utf8)))) }
  _ = settled(&server, .scanned([], isLast: true, problem: nil))
  return server
}

/// Hands over an event and lets the server work and the writer rest until it wants nothing more; no file is there.
func settled(_ server: inout LanguageServer, _ event: Event) -> [Effect] {
  var all: [Effect] = []
  var events = [event]
  while let next = events.popLast() {
    var isAwake = false
    for effect in server.handle(next) {
      all.append(effect)
      switch effect {
      case .wake: isAwake = true
      case .rest: events.insert(.rested, at: 0)
      case .read(let key, _): events.append(.file(key, nil))
      case .prove(let proving): events.append(.proved(proving.proved()))
      default: break
      }
    }
    if isAwake { events.insert(.woke, at: 0) }
  }
  return all
}
